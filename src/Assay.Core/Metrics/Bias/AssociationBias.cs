namespace Assay.Core.Metrics.Bias;

/// <summary>How unequally groups are named beside target words.</summary>
/// <param name="Mean">The mean over the target words that have a bias.</param>
/// <param name="Targets">Each of them with its own; target words never said beside a group are left out.</param>
public sealed record AssociationBias(double Mean, IReadOnlyList<KeyValuePair<string, double>> Targets);
