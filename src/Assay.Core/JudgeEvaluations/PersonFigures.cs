namespace Assay.Core.JudgeEvaluations;

/// <summary>One person among the people.</summary>
/// <param name="Name">The person.</param>
/// <param name="Rows">Pairs the person was asked.</param>
/// <param name="Parsed">Pairs with a verdict of the person.</param>
/// <param name="LeaveOneOut">Share, in [0, 1], of the person's verdicts that agree with the mode of the others'.</param>
public sealed record PersonFigures(string Name, int Rows, int Parsed, Figure LeaveOneOut);
