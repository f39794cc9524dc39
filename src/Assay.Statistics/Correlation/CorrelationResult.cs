namespace Assay.Statistics.Correlation;

/// <summary>A correlation coefficient with its test.</summary>
/// <param name="Coefficient">In [-1, 1].</param>
/// <param name="PValue">Two-sided probability, in [0, 1], of one as far from 0 where there is none; null for two items, always perfectly correlated.</param>
/// <param name="Count">Number of items.</param>
public sealed record CorrelationResult(double Coefficient, double? PValue, int Count);
