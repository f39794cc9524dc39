using System.Collections.Immutable;
using Assay.Core.Runs;
using Assay.Core.Scenarios;
using Assay.Evaluation.Benchmarks;

namespace Assay.Cli.Benchmarks;

/// <summary>All that a benchmark asks, read from its files.</summary>
internal sealed record BenchmarkPlan
{
    /// <summary>What the run keeps of the scenario files.</summary>
    public required ImmutableArray<ScenarioSource> Sources { get; init; }

    /// <summary>The scenarios with their instances.</summary>
    public required IReadOnlyList<ScenarioToRun> Scenarios { get; init; }

    /// <summary>The completions of recorded models, by the model's name.</summary>
    public required IReadOnlyDictionary<string, RecordedAnswers> Recorded { get; init; }

    /// <summary>The files that were read.</summary>
    public required ImmutableArray<RunInput> Inputs { get; init; }

    /// <summary>What people should know about them.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
