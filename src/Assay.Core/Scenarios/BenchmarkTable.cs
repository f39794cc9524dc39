using System.Collections.Immutable;

namespace Assay.Core.Scenarios;

/// <summary>Scenarios x models x metrics.</summary>
public sealed record BenchmarkTable
{
    /// <summary>Scenarios, in ordinal order of their names.</summary>
    public required ImmutableArray<Scenario> Scenarios { get; init; }

    /// <summary>Names of the models, in the order in which they were asked for.</summary>
    public required ImmutableArray<string> Models { get; init; }

    /// <summary>Every cell: by scenario, then metric, then group, then model.</summary>
    public required ImmutableArray<BenchmarkCell> Cells { get; init; }

    /// <summary>The mean of each model's main metrics over scenarios, by model and metric.</summary>
    public required ImmutableArray<ScenarioMeanRow> Means { get; init; }

    /// <summary>Mean win rates, by model; empty for one model.</summary>
    public required ImmutableArray<MeanWinRateRow> WinRates { get; init; }

    /// <summary>Nominal level of every interval, in (0, 1).</summary>
    public required double Confidence { get; init; }

    /// <summary>Resamples of the instances behind intervals of win rates, and of metrics that are no mean.</summary>
    public required int Resamples { get; init; }

    /// <summary>Seed of the resampling.</summary>
    public required ulong Seed { get; init; }

    /// <summary>What a reader must know, sentences.</summary>
    public required ImmutableArray<string> Notes { get; init; }
}

/// <summary>A model's mean over scenarios whose main metric has one name.</summary>
/// <param name="Model">The model.</param>
/// <param name="Metric">The main metric's name.</param>
/// <param name="Mean">The unweighted mean over scenarios, in the metric's unit; its standard error treats scenarios as given and instances as drawn.</param>
/// <param name="Scenarios">Scenarios behind it.</param>
public sealed record ScenarioMeanRow(string Model, ScenarioMetric Metric, Statistics.Estimation.Estimate Mean, int Scenarios);
