using Assay.Statistics.Comparison;
using Assay.Statistics.Estimation;

namespace Assay.Core.Ratings;

/// <summary>Groups of rated things side by side, on every score. All numbers are in the scores' own unit.</summary>
public sealed record RatingComparison
{
    /// <summary>The column that names the groups.</summary>
    public required string GroupColumn { get; init; }

    /// <summary>The column that names the clusters; null where rows count as independent.</summary>
    public required string? ClusterColumn { get; init; }

    /// <summary>Number of clusters over all rows; null without clusters.</summary>
    public required int? Clusters { get; init; }

    /// <summary>Nominal level of every interval, in (0, 1).</summary>
    public required double Confidence { get; init; }

    /// <summary>Seed of the permutation tests.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Number of rows that were read.</summary>
    public required int Rows { get; init; }

    /// <summary>Means: by score as asked for, then by group in ordinal order.</summary>
    public required IReadOnlyList<RatingMean> Means { get; init; }

    /// <summary>Tests: by score, then by pair of groups.</summary>
    public required IReadOnlyList<RatingTest> Tests { get; init; }

    /// <summary>What a reader must know, in sentences.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>A group's mean on one score.</summary>
/// <param name="Score">The score.</param>
/// <param name="Group">The group.</param>
/// <param name="Missing">Rows of the group without this score; left out.</param>
/// <param name="Mean">The mean with Student's t interval, rows independent; null where no row has the score.</param>
/// <param name="Clustered">The mean with cluster-robust error and t(G - 1) interval; null without clusters or without a mean.</param>
/// <param name="Clusters">G of this group on this score; null without clusters.</param>
public sealed record RatingMean(string Score, string Group, int Missing, Estimate? Mean, Estimate? Clustered, int? Clusters);

/// <summary>Two groups on one score. Differences are first minus second.</summary>
public sealed record RatingTest
{
    /// <summary>The score.</summary>
    public required string Score { get; init; }

    /// <summary>The first group.</summary>
    public required string First { get; init; }

    /// <summary>The second group.</summary>
    public required string Second { get; init; }

    /// <summary>Welch's test: difference, standard error, interval; null where a group has no score.</summary>
    public required WelchTTest? Welch { get; init; }

    /// <summary>Its p-value with its adjustments.</summary>
    public required AdjustedPValue WelchP { get; init; }

    /// <summary>The clustered test; null without clusters or where a group has no score.</summary>
    public required ClusteredDifference? Clustered { get; init; }

    /// <summary>Its p-value with its adjustments.</summary>
    public required AdjustedPValue ClusteredP { get; init; }

    /// <summary>The permutation test: of single rows, or within or of clusters where there are any; null where a group has no score.</summary>
    public required GroupPermutationTest? Permutation { get; init; }

    /// <summary>Its p-value with its adjustments.</summary>
    public required AdjustedPValue PermutationP { get; init; }
}

/// <summary>A p-value, and what it becomes when all tests of its kind in the result count. All in [0, 1]; null where the test has none.</summary>
/// <param name="Plain">The test's own.</param>
/// <param name="Holm">Adjusted by Holm's method: holds the chance of any false finding.</param>
/// <param name="BenjaminiHochberg">Adjusted by Benjamini and Hochberg's: holds the share of false findings.</param>
public sealed record AdjustedPValue(double? Plain, double? Holm, double? BenjaminiHochberg)
{
    /// <summary>Adjusts the p-values of one kind of test over all of them; those without one are no part of the family.</summary>
    public static AdjustedPValue[] Family(IReadOnlyList<double?> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        double[] known = [.. pValues.OfType<double>()];
        double[] holm = HolmAdjustment.Adjust(known), hochberg = BenjaminiHochbergAdjustment.Adjust(known);
        AdjustedPValue[] adjusted = new AdjustedPValue[pValues.Count];
        int at = 0;
        for (int i = 0; i < adjusted.Length; i++)
        {
            adjusted[i] = pValues[i] is double p ? new AdjustedPValue(p, holm[at], hochberg[at++]) : new AdjustedPValue(null, null, null);
        }
        return adjusted;
    }
}
