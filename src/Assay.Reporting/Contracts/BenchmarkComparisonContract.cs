using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Assay.Core.Scenarios;

namespace Assay.Reporting.Contracts;

/// <summary>A comparison of two models on benchmarks as the JSON contract writes it.</summary>
[Description("Two models on the instances both answered. Differences are first minus second, in percentage points for proportions; null means unknown.")]
internal sealed record BenchmarkComparisonContract
{
    /// <summary>The version that is written now. It changes when a name goes or changes its meaning; new names come at the end of an object.</summary>
    public const int Version = 1;

    [JsonPropertyName("schema_version"), AllowedValues(Version), Description("Version of this contract.")]
    public required int SchemaVersion { get; init; }

    [JsonPropertyName("model_1"), Description("The first model.")]
    public required string Model1 { get; init; }

    [JsonPropertyName("model_2"), Description("The second model.")]
    public required string Model2 { get; init; }

    [JsonPropertyName("confidence"), Description("Nominal level of every interval, between 0 and 1.")]
    public required double Confidence { get; init; }

    [JsonPropertyName("scenarios"), Description("Every scenario, in ordinal order of the names.")]
    public required IReadOnlyList<ScenarioDifferenceContract> Scenarios { get; init; }

    [JsonPropertyName("difference"), Description("Unweighted mean of the scenarios' differences; null for one scenario, or where metrics differ.")]
    public required double? Difference { get; init; }

    [JsonPropertyName("difference_standard_error"), Description("Its standard error: instances drawn anew, scenarios as they are; null where unknown.")]
    public required double? DifferenceStandardError { get; init; }

    [JsonPropertyName("difference_interval"), Description("Its interval: lower and upper end; null where unknown.")]
    public required Interval<double>? DifferenceInterval { get; init; }

    [JsonPropertyName("p_value"), Description("Two-sided p-value of a mean difference of 0; null where unknown.")]
    public required double? PValue { get; init; }

    [JsonPropertyName("notes"), Description("What a reader must know, in sentences.")]
    public required IReadOnlyList<string> Notes { get; init; }

    public static BenchmarkComparisonContract Of(BenchmarkComparison comparison)
    {
        ScenarioMetric? metric = comparison.Scenarios.IsEmpty ? null : comparison.Scenarios[0].Metric;
        return new BenchmarkComparisonContract
        {
            SchemaVersion = Version,
            Model1 = comparison.First,
            Model2 = comparison.Second,
            Confidence = comparison.Confidence,
            Scenarios = [.. comparison.Scenarios.Select(ScenarioDifferenceContract.Of)],
            Difference = metric is null ? null : BenchmarkMapping.InUnit(comparison.Overall?.Value, metric),
            DifferenceStandardError = metric is null ? null : BenchmarkMapping.InUnit(comparison.Overall?.StandardError, metric),
            DifferenceInterval = metric is null ? null : BenchmarkMapping.InUnit(comparison.Overall?.Interval, metric),
            PValue = ContractUnits.Finite(comparison.OverallPValue),
            Notes = comparison.Notes,
        };
    }
}

/// <summary>Two models on one scenario.</summary>
internal sealed record ScenarioDifferenceContract
{
    [JsonPropertyName("scenario"), Description("Name of the scenario.")]
    public required string Scenario { get; init; }

    [JsonPropertyName("metric"), Description("Name of the metric.")]
    public required string Metric { get; init; }

    [JsonPropertyName("is_percent"), Description("Whether differences are percentage points; otherwise they are in the metric's own unit.")]
    public required bool IsPercent { get; init; }

    [JsonPropertyName("difference"), Description("First minus second; null where unknown.")]
    public required double? Difference { get; init; }

    [JsonPropertyName("standard_error"), Description("Standard error of the difference; null where unknown.")]
    public required double? StandardError { get; init; }

    [JsonPropertyName("interval"), Description("Confidence interval: lower and upper end; null where unknown.")]
    public required Interval<double>? Interval { get; init; }

    [JsonPropertyName("p_value"), Description("Two-sided p-value of a difference of 0; null where unknown.")]
    public required double? PValue { get; init; }

    [JsonPropertyName("holm_p_value"), Description("The p-value adjusted by Holm's method over the scenarios; null where unknown.")]
    public required double? HolmPValue { get; init; }

    [JsonPropertyName("detectable_difference"), Description("Smallest true difference that would have been found with probability 0.8; null where unknown.")]
    public required double? DetectableDifference { get; init; }

    [JsonPropertyName("n_shared"), Description("Instances both have a score for.")]
    public required int NShared { get; init; }

    [JsonPropertyName("n_only_1"), Description("Instances only the first model has a score for.")]
    public required int NOnly1 { get; init; }

    [JsonPropertyName("n_only_2"), Description("Instances only the second model has a score for.")]
    public required int NOnly2 { get; init; }

    [JsonPropertyName("n_clusters"), Description("Clusters behind the standard error; null where instances are independent.")]
    public required int? NClusters { get; init; }

    public static ScenarioDifferenceContract Of(ScenarioDifference scenario) => new()
    {
        Scenario = scenario.Scenario,
        Metric = scenario.Metric.Name,
        IsPercent = scenario.Metric.IsProportion,
        Difference = BenchmarkMapping.InUnit(scenario.Difference?.Value, scenario.Metric),
        StandardError = BenchmarkMapping.InUnit(scenario.Difference?.StandardError, scenario.Metric),
        Interval = BenchmarkMapping.InUnit(scenario.Difference?.Interval, scenario.Metric),
        PValue = ContractUnits.Finite(scenario.PValue),
        HolmPValue = ContractUnits.Finite(scenario.HolmPValue),
        DetectableDifference = BenchmarkMapping.InUnit(scenario.DetectableDifference, scenario.Metric),
        NShared = scenario.Shared,
        NOnly1 = scenario.OnlyFirst,
        NOnly2 = scenario.OnlySecond,
        NClusters = scenario.Clusters,
    };
}
