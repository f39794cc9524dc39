namespace Assay.Core.LengthControl;

/// <summary>What length control needs to know of one judged pair.</summary>
/// <param name="LengthDifference">d: length of the baseline's output minus length of the model's, in code points.</param>
/// <param name="Difficulty">The instruction's difficulty in logits; ignored where the method has no such term.</param>
/// <param name="Preference">Probability, in [0, 1], that the model's output is preferred; NaN where not judged.</param>
/// <param name="Position">The instruction's position, whose remainder modulo <see cref="LengthControlProblem.FoldCount"/> is the row's fold.</param>
public readonly record struct LengthControlRow(double LengthDifference, double Difficulty, double Preference, int Position);
