using Assay.Statistics.Estimation;

namespace Assay.Core.Scenarios;

/// <summary>One metric of one model on one scenario, or on one group of its instances.</summary>
public sealed record BenchmarkCell
{
    /// <summary>The scenario's name.</summary>
    public required string Scenario { get; init; }

    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>The metric.</summary>
    public required ScenarioMetric Metric { get; init; }

    /// <summary>The group, where it is one of a group; null: all instances.</summary>
    public InstanceGroup? Group { get; init; }

    /// <summary>The value with its uncertainty, in the metric's unit (a proportion in [0, 1]); null where there is none.</summary>
    public Estimate? Estimate { get; init; }

    /// <summary>
    /// How the standard error was made: <c>wilson</c> for rights and wrongs, <c>student_t</c>, <c>clustered</c> or <c>bootstrap</c>; null where there is none.
    /// </summary>
    public string? Method { get; init; }

    /// <summary>Clusters behind the standard error; null where instances are independent.</summary>
    public int? Clusters { get; init; }

    /// <summary>How the instances ended. Each counts once, whatever the repeats: by the worst of them in the order of the outcomes.</summary>
    public required OutcomeTally Outcomes { get; init; }

    /// <summary>Why there is no value, or what to know about it, one sentence; null where nothing is.</summary>
    public string? Reason { get; init; }
}

/// <summary>Instances that belong together.</summary>
/// <param name="Grouping">The grouping's name.</param>
/// <param name="Name">The group's name.</param>
public readonly record struct InstanceGroup(string Grouping, string Name);

/// <summary>The mean win rate of a model over scenarios.</summary>
/// <param name="Model">The model.</param>
/// <param name="WinRate">The mean over scenarios of the share of other models it beats there, ties a half, in [0, 1]; its interval is that of resampling
/// instances. Null where no scenario has two models.</param>
/// <param name="Scenarios">Scenarios behind it.</param>
public sealed record MeanWinRateRow(string Model, Estimate? WinRate, int Scenarios);
