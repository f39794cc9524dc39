using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Assay.Reporting.Contracts;

/// <summary>A benchmark table as the JSON contract writes it.</summary>
[Description("Scenarios x models x metrics. Metrics that are proportions are in percent, 0 to 100, the others as they are; null means unknown.")]
internal sealed record BenchmarkContract
{
    /// <summary>The version that is written now. It changes when a name goes or changes its meaning; new names come at the end of an object.</summary>
    public const int Version = 1;

    [JsonPropertyName("schema_version"), AllowedValues(Version), Description("Version of this contract.")]
    public required int SchemaVersion { get; init; }

    [JsonPropertyName("confidence"), Description("Nominal level of every interval, between 0 and 1.")]
    public required double Confidence { get; init; }

    [JsonPropertyName("models"), Description("Names of the models.")]
    public required IReadOnlyList<string> Models { get; init; }

    [JsonPropertyName("cells"), Description("By scenario, then metric, then group, then model.")]
    public required IReadOnlyList<BenchmarkCellContract> Cells { get; init; }

    [JsonPropertyName("means"), Description("Unweighted means of main metrics over the scenarios of a family, and over all.")]
    public required IReadOnlyList<ScenarioMeanContract> Means { get; init; }

    [JsonPropertyName("mean_win_rates"), Description("By model; empty for one model.")]
    public required IReadOnlyList<MeanWinRateContract> MeanWinRates { get; init; }

    [JsonPropertyName("resamples"), Description("Resamples of the instances behind bootstrap intervals.")]
    public required int Resamples { get; init; }

    [JsonPropertyName("seed"), Description("Seed of the resampling.")]
    public required ulong Seed { get; init; }

    [JsonPropertyName("notes"), Description("What a reader must know about the whole table, in sentences.")]
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>One metric of one model on one scenario or group.</summary>
internal sealed record BenchmarkCellContract
{
    [JsonPropertyName("scenario"), Description("Name of the scenario.")]
    public required string Scenario { get; init; }

    [JsonPropertyName("model"), Description("Name of the model.")]
    public required string Model { get; init; }

    [JsonPropertyName("metric"), Description("Name of the metric.")]
    public required string Metric { get; init; }

    [JsonPropertyName("kind"), AllowedValues("accuracy", "calibration", "robustness", "fairness", "bias", "toxicity", "efficiency"), Description("Kind of the metric.")]
    public required string Kind { get; init; }

    [JsonPropertyName("is_percent"), Description("Whether the figures are percent; otherwise they are in the metric's own unit.")]
    public required bool IsPercent { get; init; }

    [JsonPropertyName("grouping"), Description("Name of the grouping where the cell is of a group; null where it is of all instances.")]
    public required string? Grouping { get; init; }

    [JsonPropertyName("group"), Description("Name of the group; null where the cell is of all instances.")]
    public required string? Group { get; init; }

    [JsonPropertyName("value"), Description("The metric; null where unknown, and reason says why.")]
    public required double? Value { get; init; }

    [JsonPropertyName("standard_error"), Description("Standard error in the unit of value; null where unknown.")]
    public required double? StandardError { get; init; }

    [JsonPropertyName("interval"), Description("Confidence interval in the unit of value: lower and upper end; null where unknown.")]
    public required Interval<double>? Interval { get; init; }

    [JsonPropertyName("interval_method"), AllowedValues("wilson", "student_t", "clustered", "bootstrap", null), Description("How error and interval were made; null where there are none.")]
    public required string? IntervalMethod { get; init; }

    [JsonPropertyName("n"), Description("Instances behind the value.")]
    public required int N { get; init; }

    [JsonPropertyName("n_clusters"), Description("Clusters behind the standard error; null where instances are independent.")]
    public required int? NClusters { get; init; }

    [JsonPropertyName("n_scored"), Description("Instances with an answer.")]
    public required int NScored { get; init; }

    [JsonPropertyName("n_unread"), Description("Instances with a completion in which no answer was found.")]
    public required int NUnread { get; init; }

    [JsonPropertyName("n_refused"), Description("Instances that the model refused or a filter withheld.")]
    public required int NRefused { get; init; }

    [JsonPropertyName("n_failed"), Description("Instances without a completion.")]
    public required int NFailed { get; init; }

    [JsonPropertyName("n_skipped"), Description("Instances that were not asked.")]
    public required int NSkipped { get; init; }

    [JsonPropertyName("reason"), Description("Why there is no value or no error, a sentence; null where there are both.")]
    public required string? Reason { get; init; }
}

/// <summary>A mean over scenarios.</summary>
internal sealed record ScenarioMeanContract
{
    [JsonPropertyName("family"), Description("What the names of its scenarios have before their last part; null for all scenarios.")]
    public required string? Family { get; init; }

    [JsonPropertyName("model"), Description("Name of the model.")]
    public required string Model { get; init; }

    [JsonPropertyName("metric"), Description("Name of the metric.")]
    public required string Metric { get; init; }

    [JsonPropertyName("value"), Description("The mean, in percent for proportions.")]
    public required double? Value { get; init; }

    [JsonPropertyName("standard_error"), Description("Standard error under resampling of instances; null where unknown.")]
    public required double? StandardError { get; init; }

    [JsonPropertyName("interval"), Description("Bootstrap interval: lower and upper end; null where unknown.")]
    public required Interval<double>? Interval { get; init; }

    [JsonPropertyName("n_scenarios"), Description("Scenarios behind it.")]
    public required int NScenarios { get; init; }
}

/// <summary>A model's mean win rate.</summary>
internal sealed record MeanWinRateContract
{
    [JsonPropertyName("model"), Description("Name of the model.")]
    public required string Model { get; init; }

    [JsonPropertyName("mean_win_rate"), Description("Mean over scenarios of the share of other models it beats, ties a half, in percent; null where unknown.")]
    public required double? MeanWinRate { get; init; }

    [JsonPropertyName("standard_error"), Description("Standard error under resampling of instances, in percentage points; null where unknown.")]
    public required double? StandardError { get; init; }

    [JsonPropertyName("interval"), Description("Bootstrap interval in percent: lower and upper end; null where unknown.")]
    public required Interval<double>? Interval { get; init; }

    [JsonPropertyName("n_scenarios"), Description("Scenarios behind it.")]
    public required int NScenarios { get; init; }
}
