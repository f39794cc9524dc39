namespace Assay.Statistics.Correlation;

/// <summary>A correlation coefficient with its test.</summary>
/// <param name="Coefficient">In [-1, 1].</param>
/// <param name="PValue">Two-sided probability of one as far from 0 where there is none, in [0, 1]; null for two items, which are always perfectly correlated.</param>
/// <param name="Count">Number of items.</param>
public sealed record CorrelationResult(double Coefficient, double? PValue, int Count);
