using System.Collections.Immutable;
using Assay.Statistics.Estimation;

namespace Assay.Core.Scenarios;

/// <summary>Two models on the instances they share.</summary>
public sealed record BenchmarkComparison
{
    /// <summary>The first model.</summary>
    public required string First { get; init; }

    /// <summary>The second model.</summary>
    public required string Second { get; init; }

    /// <summary>One for each scenario that both have, in ordinal order of the names.</summary>
    public required ImmutableArray<ScenarioDifference> Scenarios { get; init; }

    /// <summary>
    /// Unweighted mean of the scenarios' differences, of those with one metric; its error is that of drawing instances (or clusters) anew in every scenario,
    /// which are independent of each other. Null where the scenarios have unlike metrics, or there is one.
    /// </summary>
    public Estimate? Overall { get; init; }

    /// <summary>Two-sided p-value of an overall difference of 0, against the normal distribution; null where unknown.</summary>
    public double? OverallPValue { get; init; }

    /// <summary>Nominal level of every interval, in (0, 1).</summary>
    public required double Confidence { get; init; }

    /// <summary>What a reader must know, sentences.</summary>
    public required ImmutableArray<string> Notes { get; init; }
}

/// <summary>Two models on one scenario.</summary>
public sealed record ScenarioDifference
{
    /// <summary>The scenario's name.</summary>
    public required string Scenario { get; init; }

    /// <summary>The metric.</summary>
    public required ScenarioMetric Metric { get; init; }

    /// <summary>First minus second over the instances both have a score for, in the metric's unit; null where there is none.</summary>
    public required Estimate? Difference { get; init; }

    /// <summary>Two-sided p-value of a difference of 0: Student's t, over clusters where the scenario has them; null where unknown.</summary>
    public required double? PValue { get; init; }

    /// <summary>The p-value adjusted by Holm's method over the scenarios.</summary>
    public double? HolmPValue { get; init; }

    /// <summary>The smallest true difference that such a test would have found with probability 0.8, in the metric's unit; null where unknown.</summary>
    public required double? DetectableDifference { get; init; }

    /// <summary>Instances both have a score for.</summary>
    public required int Shared { get; init; }

    /// <summary>Instances only the first has a score for.</summary>
    public required int OnlyFirst { get; init; }

    /// <summary>Instances only the second has a score for.</summary>
    public required int OnlySecond { get; init; }

    /// <summary>Clusters behind the standard error; null where instances are independent.</summary>
    public int? Clusters { get; init; }
}
