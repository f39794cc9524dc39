using Assay.Statistics.Estimation;

namespace Assay.Core.Leaderboards;

/// <summary>
/// A win rate by people's judgement, from the few items people judged and the many a judge did (PPI++). Rates are proportions in [0, 1].
/// </summary>
/// <param name="WinRate">The estimate, right on average whatever the judge's errors; null where it cannot be had, and <paramref name="Reason"/> says
/// why.</param>
/// <param name="Labelled">Items that people and the judge judged.</param>
/// <param name="Judged">Items of the judge, the labelled ones among them.</param>
/// <param name="Weight">lambda: how far the judge is trusted; null without an estimate.</param>
/// <param name="People">What people alone say on the labelled items; null where there are none.</param>
/// <param name="Reason">Why there is no estimate, in one sentence; null where there is one.</param>
public sealed record PredictionPoweredWinRate(Estimate? WinRate, int Labelled, int Judged, double? Weight, Estimate? People, string? Reason);
