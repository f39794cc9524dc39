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

    /// <summary>Means over the scenarios of each family with several, and over all where there are several families; by family, then model.</summary>
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

/// <summary>A model's mean over the scenarios of a family.</summary>
/// <param name="Family">What the names of its scenarios have before their last part (<c>bbh/cot</c>); null: all scenarios.</param>
/// <param name="Model">The model.</param>
/// <param name="Metric">The metric, the main one of all of them.</param>
/// <param name="Mean">
/// The unweighted mean over scenarios, in the metric's unit. Its error is that of drawing instances (or clusters) anew in every scenario: the scenarios are
/// these. The count is that of instances.
/// </param>
/// <param name="Scenarios">Scenarios behind it.</param>
public sealed record ScenarioMeanRow(string? Family, string Model, ScenarioMetric Metric, Statistics.Estimation.Estimate Mean, int Scenarios);
