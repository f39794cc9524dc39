namespace Assay.Core.Scenarios;

/// <summary>How a table is made.</summary>
public sealed record BenchmarkTableOptions
{
    /// <summary>Metrics to show, by name; empty: all.</summary>
    public IReadOnlyList<string> Metrics { get; init; } = [];

    /// <summary>Nominal level of every interval, in (0, 1).</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Resamples of the instances behind intervals of win rates, of means over scenarios, and of metrics that are no mean; at least 100.</summary>
    public int Resamples { get; init; } = 1000;

    /// <summary>Seed of the resampling.</summary>
    public ulong Seed { get; init; }

    /// <summary>Whether groups have cells of their own.</summary>
    public bool WithGroups { get; init; } = true;
}
