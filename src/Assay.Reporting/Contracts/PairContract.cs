using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Assay.Reporting.Contracts;

/// <summary>Two models on the instructions both were judged on, as the JSON contract writes them.</summary>
internal sealed record PairContract
{
    [JsonPropertyName("model_1"), Description("Name of the first model; differences are first minus second.")]
    public required string Model1 { get; init; }

    [JsonPropertyName("model_2"), Description("Name of the second model.")]
    public required string Model2 { get; init; }

    [JsonPropertyName("annotator"), Description("Name of the judge; null where the files name none.")]
    public required string? Annotator { get; init; }

    [JsonPropertyName("n_shared"), Description("Instructions on which both were judged.")]
    public required int NShared { get; init; }

    [JsonPropertyName("n_only_1"), Description("Instructions only the first was judged on.")]
    public required int NOnly1 { get; init; }

    [JsonPropertyName("n_only_2"), Description("Instructions only the second was judged on.")]
    public required int NOnly2 { get; init; }

    [JsonPropertyName("n_ahead_1"), Description("Shared instructions on which the first's preference is higher.")]
    public required int NAhead1 { get; init; }

    [JsonPropertyName("n_ahead_2"), Description("Shared instructions on which the second's preference is higher.")]
    public required int NAhead2 { get; init; }

    [JsonPropertyName("n_equal"), Description("Shared instructions on which the preferences are equal.")]
    public required int NEqual { get; init; }

    [JsonPropertyName("win_rate_difference")]
    [Description("Difference of the win rates over the shared instructions in percentage points; null where there are none.")]
    public required double? WinRateDifference { get; init; }

    [JsonPropertyName("win_rate_difference_standard_error"), Description("Standard error of win_rate_difference in percentage points; null where unknown.")]
    public required double? WinRateDifferenceStandardError { get; init; }

    [JsonPropertyName("win_rate_difference_interval")]
    [Description("Confidence interval of win_rate_difference in percentage points: lower and upper end; null where unknown.")]
    public required Interval<double>? WinRateDifferenceInterval { get; init; }

    [JsonPropertyName("win_rate_p_value"), Description("Two-sided p-value, 0 to 1, of no difference of the win rates; null where unknown.")]
    public required double? WinRatePValue { get; init; }

    [JsonPropertyName("win_rate_holm_p_value")]
    [Description("win_rate_p_value adjusted by Holm's method over all pairs of the comparison, 0 to 1; null where unknown.")]
    public required double? WinRateHolmPValue { get; init; }

    [JsonPropertyName("win_rate_detectable_difference")]
    [Description("Smallest true difference in percentage points that a two-sided 5 % test finds with 80 % power; null where unknown.")]
    public required double? WinRateDetectableDifference { get; init; }

    [JsonPropertyName("length_controlled_difference")]
    [Description("Difference of the length-controlled win rates over the shared instructions in percentage points; null where one cannot be computed.")]
    public required double? LengthControlledDifference { get; init; }

    [JsonPropertyName("length_controlled_difference_standard_error")]
    [Description("Standard error of length_controlled_difference in percentage points; null where unknown.")]
    public required double? LengthControlledDifferenceStandardError { get; init; }

    [JsonPropertyName("length_controlled_difference_interval")]
    [Description("Confidence interval of length_controlled_difference in percentage points: lower and upper end; null where unknown.")]
    public required Interval<double>? LengthControlledDifferenceInterval { get; init; }

    [JsonPropertyName("length_controlled_p_value")]
    [Description("Two-sided p-value, 0 to 1, of no difference of the length-controlled win rates; null where unknown.")]
    public required double? LengthControlledPValue { get; init; }

    [JsonPropertyName("length_controlled_holm_p_value")]
    [Description("length_controlled_p_value adjusted by Holm's method over all pairs of the comparison, 0 to 1; null where unknown.")]
    public required double? LengthControlledHolmPValue { get; init; }

    [JsonPropertyName("length_controlled_detectable_difference")]
    [Description("Smallest true length-controlled difference in percentage points that a two-sided 5 % test finds with 80 % power; null where unknown.")]
    public required double? LengthControlledDetectableDifference { get; init; }

    [JsonPropertyName("notes"), Description("What a reader must know about this pair, in sentences.")]
    public required IReadOnlyList<string> Notes { get; init; }

    [JsonPropertyName("clusters")]
    [Description("Number G of clusters of shared items behind the differences' errors, the smaller of two ways; null where items are independent.")]
    public required int? Clusters { get; init; }

    [JsonPropertyName("interval_method"), AllowedValues("student_t", "clustered_t", "two_way_clustered_t", "wild_cluster_bootstrap", null)]
    [Description("How win_rate_difference_interval and its p-value were made; null where there is none.")]
    public required string? IntervalMethod { get; init; }
}
