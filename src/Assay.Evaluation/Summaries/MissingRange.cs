namespace Assay.Evaluation.Summaries;

/// <summary>The win rate if every item without a preference had gone to the baseline, and if every one had gone to the candidate. Both in [0, 1].</summary>
/// <param name="Lowest">All to the baseline.</param>
/// <param name="Highest">All to the candidate.</param>
public readonly record struct MissingRange(double Lowest, double Highest);
