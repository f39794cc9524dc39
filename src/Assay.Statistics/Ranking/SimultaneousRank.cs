using Assay.Statistics.Estimation;

namespace Assay.Statistics.Ranking;

/// <summary>A competitor's place, as <see cref="SimultaneousRanking"/> finds it.</summary>
/// <param name="Rank">1 plus the number of competitors with a larger estimate.</param>
/// <param name="Interval">Ranks the data do not exclude.</param>
/// <param name="DifferenceToBest">Estimate minus the largest estimate: at most 0.</param>
/// <param name="DifferenceError">Standard error of the difference to the competitor now on top; null for that one.</param>
/// <param name="DifferenceInterval">Covers the difference to the true best, simultaneously for all competitors; at most 0.</param>
public sealed record SimultaneousRank(
    int Rank, RankInterval Interval, double DifferenceToBest, double? DifferenceError, ConfidenceInterval DifferenceInterval);
