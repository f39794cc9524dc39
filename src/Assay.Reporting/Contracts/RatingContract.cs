using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Assay.Reporting.Contracts;

/// <summary>A comparison of ratings as the JSON contract writes it.</summary>
[Description(
    "Groups of rated things compared on every score. Means and differences are in the scores' own unit; p-values are in 0 to 1; null "
    + "means unknown or not applicable.")]
internal sealed record RatingContract
{
    /// <summary>The version that is written now. It changes when a name goes or changes its meaning; new names come at the end of an object.</summary>
    public const int Version = 1;

    [JsonPropertyName("schema_version"), AllowedValues(Version), Description("Version of this contract.")]
    public required int SchemaVersion { get; init; }

    [JsonPropertyName("by"), Description("The column that names the groups.")]
    public required string By { get; init; }

    [JsonPropertyName("cluster_by"), Description("The column that names the clusters; null where rows count as independent.")]
    public required string? ClusterBy { get; init; }

    [JsonPropertyName("clusters"), Description("Number of clusters over all rows; null without clusters.")]
    public required int? Clusters { get; init; }

    [JsonPropertyName("confidence"), Description("Nominal level of every interval, between 0 and 1.")]
    public required double Confidence { get; init; }

    [JsonPropertyName("seed"), Description("Seed of the permutation tests.")]
    public required ulong Seed { get; init; }

    [JsonPropertyName("n_rows"), Description("Rows that were read.")]
    public required int NRows { get; init; }

    [JsonPropertyName("means"), Description("Mean of every group on every score: by score as asked for, then by group.")]
    public required IReadOnlyList<RatingMeanContract> Means { get; init; }

    [JsonPropertyName("tests"), Description("Tests of every pair of groups on every score; adjusted p-values count all tests of the same kind in this list.")]
    public required IReadOnlyList<RatingTestContract> Tests { get; init; }

    [JsonPropertyName("notes"), Description("What a reader must know, in sentences.")]
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>A group's mean on one score.</summary>
internal sealed record RatingMeanContract
{
    [JsonPropertyName("score"), Description("Name of the score.")]
    public required string Score { get; init; }

    [JsonPropertyName("group"), Description("Name of the group.")]
    public required string Group { get; init; }

    [JsonPropertyName("n"), Description("Rows with the score.")]
    public required int N { get; init; }

    [JsonPropertyName("n_missing"), Description("Rows without the score; left out.")]
    public required int NMissing { get; init; }

    [JsonPropertyName("mean"), Description("Mean; null where no row has the score.")]
    public required double? Mean { get; init; }

    [JsonPropertyName("standard_error"), Description("Standard error of mean with independent rows; null where unknown.")]
    public required double? StandardError { get; init; }

    [JsonPropertyName("interval"), Description("Student's t interval of mean with independent rows: lower and upper end; null where unknown.")]
    public required Interval<double>? Interval { get; init; }

    [JsonPropertyName("clusters"), Description("Clusters G among these rows; null without clusters.")]
    public required int? Clusters { get; init; }

    [JsonPropertyName("clustered_standard_error"), Description("Cluster-robust standard error of mean; null without clusters or where unknown.")]
    public required double? ClusteredStandardError { get; init; }

    [JsonPropertyName("clustered_interval")]
    [Description("Interval of mean with the clustered standard error and t of G - 1 degrees of freedom; null where unknown.")]
    public required Interval<double>? ClusteredInterval { get; init; }
}

/// <summary>Two groups on one score.</summary>
internal sealed record RatingTestContract
{
    [JsonPropertyName("score"), Description("Name of the score.")]
    public required string Score { get; init; }

    [JsonPropertyName("group_1"), Description("Name of the first group; differences are first minus second.")]
    public required string Group1 { get; init; }

    [JsonPropertyName("group_2"), Description("Name of the second group.")]
    public required string Group2 { get; init; }

    [JsonPropertyName("difference"), Description("Difference of the means; null where a group has no score.")]
    public required double? Difference { get; init; }

    [JsonPropertyName("standard_error"), Description("Welch's standard error of difference, rows independent; null where unknown.")]
    public required double? StandardError { get; init; }

    [JsonPropertyName("interval"), Description("Welch's interval of difference: lower and upper end; null where unknown.")]
    public required Interval<double>? Interval { get; init; }

    [JsonPropertyName("welch_t"), Description("Welch's t; null where unknown.")]
    public required double? WelchT { get; init; }

    [JsonPropertyName("welch_degrees_of_freedom"), Description("Satterthwaite's degrees of freedom; null where unknown.")]
    public required double? WelchDegreesOfFreedom { get; init; }

    [JsonPropertyName("welch_p_value"), Description("Two-sided p-value of Welch's test; null where unknown.")]
    public required double? WelchPValue { get; init; }

    [JsonPropertyName("welch_holm_p_value"), Description("welch_p_value adjusted by Holm's method; null where unknown.")]
    public required double? WelchHolmPValue { get; init; }

    [JsonPropertyName("welch_bh_p_value"), Description("welch_p_value adjusted by Benjamini and Hochberg's method; null where unknown.")]
    public required double? WelchBhPValue { get; init; }

    [JsonPropertyName("clusters"), Description("Clusters G of both groups together; null without clusters.")]
    public required int? Clusters { get; init; }

    [JsonPropertyName("clustered_standard_error"), Description("Cluster-robust standard error of difference; null without clusters or where unknown.")]
    public required double? ClusteredStandardError { get; init; }

    [JsonPropertyName("clustered_interval")]
    [Description("Interval of difference with the clustered standard error and t of G - 1 degrees of freedom; null where unknown.")]
    public required Interval<double>? ClusteredInterval { get; init; }

    [JsonPropertyName("clustered_p_value"), Description("Two-sided p-value of the clustered test; null without clusters or where unknown.")]
    public required double? ClusteredPValue { get; init; }

    [JsonPropertyName("clustered_holm_p_value"), Description("clustered_p_value adjusted by Holm's method; null where unknown.")]
    public required double? ClusteredHolmPValue { get; init; }

    [JsonPropertyName("clustered_bh_p_value"), Description("clustered_p_value adjusted by Benjamini and Hochberg's method; null where unknown.")]
    public required double? ClusteredBhPValue { get; init; }

    [JsonPropertyName("permutation_p_value"), Description("Two-sided p-value of the permutation test; null where unknown.")]
    public required double? PermutationPValue { get; init; }

    [JsonPropertyName("permutation_holm_p_value"), Description("permutation_p_value adjusted by Holm's method; null where unknown.")]
    public required double? PermutationHolmPValue { get; init; }

    [JsonPropertyName("permutation_bh_p_value"), Description("permutation_p_value adjusted by Benjamini and Hochberg's method; null where unknown.")]
    public required double? PermutationBhPValue { get; init; }

    [JsonPropertyName("permutation_scheme"), AllowedValues("observations", "whole_clusters", "within_clusters", null)]
    [Description("What the permutation test exchanges: single rows, whole clusters, or rows inside clusters; null where a group has no score.")]
    public required string? PermutationScheme { get; init; }
}
