using System.Collections.Immutable;

namespace Assay.Core.Metrics.WinRates;

/// <summary>One column of a table of models: a scenario's metric.</summary>
/// <param name="Values">One for each model, in the same order in every column; null where there is none.</param>
/// <param name="IsLowerBetter">Whether low values are good; null where neither is, and the column is passed over.</param>
public sealed record WinRateColumn(ImmutableArray<double?> Values, bool? IsLowerBetter);
