namespace Assay.Core.LengthControl;

/// <summary>
/// One regularisation row of the published length control: the baseline, prompted to be verbose or concise, judged against itself.
/// Its length effect must explain its win rate, since its quality is the baseline's.
/// </summary>
/// <param name="Index">The instruction's position in the difficulty file, from 0; decides the row's fold.</param>
/// <param name="StandardisedLengthDifference">Length difference over its standard deviation, before tanh; finite.</param>
/// <param name="Difficulty">The instruction's difficulty in logits; finite.</param>
/// <param name="Preference">Probability, in [0, 1], that the gamed output was preferred.</param>
public readonly record struct GamedBaselineRow(int Index, double StandardisedLengthDifference, double Difficulty, double Preference);
