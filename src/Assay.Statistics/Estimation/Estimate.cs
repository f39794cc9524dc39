namespace Assay.Statistics.Estimation;

/// <summary>
/// A number with its uncertainty. The standard error and the interval are null where the data cannot give one
/// (a single item, all items equal): unknown is not zero.
/// </summary>
/// <param name="Value">The estimate, finite; its unit is the owner's.</param>
/// <param name="StandardError">Standard error in the unit of <paramref name="Value"/>, or null where it is unknown.</param>
/// <param name="Interval">Confidence interval in the unit of <paramref name="Value"/>, or null where it is unknown.</param>
/// <param name="Count">Number of items behind the estimate.</param>
public sealed record Estimate(double Value, double? StandardError, ConfidenceInterval? Interval, int Count);
