namespace Assay.Core.Audits.Factuality;

/// <summary>A calibrated threshold, to filter outputs with.</summary>
/// <param name="Score">Name of the score it belongs to.</param>
/// <param name="Value">Claims with a higher score are kept.</param>
/// <param name="Alpha">Probability with which a filtered output may be incorrect, in (0, 1).</param>
/// <param name="AcceptableShare">The share of acceptable claims that makes an output correct, in (0, 1].</param>
public sealed record FactualityThreshold(string Score, double Value, double Alpha, double AcceptableShare);
