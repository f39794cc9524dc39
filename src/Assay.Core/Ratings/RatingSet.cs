namespace Assay.Core.Ratings;

/// <summary>Ratings that people gave: for every rated thing its group, its cluster and its scores.</summary>
/// <param name="Scores">Names of the scores, in the order they were asked for, one at least.</param>
/// <param name="Rows">The rated things, in the file's order.</param>
/// <param name="GroupColumn">What the groups are called.</param>
/// <param name="ClusterColumn">What the clusters are called; null where the rows are independent.</param>
public sealed record RatingSet(IReadOnlyList<string> Scores, IReadOnlyList<RatingRow> Rows, string GroupColumn, string? ClusterColumn);

/// <summary>One rated thing.</summary>
/// <param name="Group">Its group: who wrote it.</param>
/// <param name="Cluster">What it shares its dependence with; null exactly where the set has no clusters.</param>
/// <param name="Values">One per score: finite, or NaN where it is missing.</param>
public readonly record struct RatingRow(string Group, string? Cluster, double[] Values);
