using System.Collections.Immutable;
using Assay.Core.Judging;
using Assay.Core.Models;
using Assay.Core.Scenarios;

namespace Assay.Core.Runs;

/// <summary>What was asked of a run, with everything needed to do the same again: the content of <c>run.json</c>.</summary>
public sealed record RunDescription
{
    /// <summary>Version of the run folder's layout.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>Version of the layout it was written in.</summary>
    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>What the run makes.</summary>
    public required RunKind Kind { get; init; }

    /// <summary>Version of Assay that began the run.</summary>
    public required string AssayVersion { get; init; }

    /// <summary>Version of the runtime that began the run.</summary>
    public required string RuntimeVersion { get; init; }

    /// <summary>When the run began.</summary>
    public required DateTimeOffset Began { get; init; }

    /// <summary>The seed of everything random in it: orders, pool draws, flips, random controls.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The files it read.</summary>
    public required ImmutableArray<RunInput> Inputs { get; init; }

    /// <summary>The models it asks; without keys, as a specification never holds any.</summary>
    public required ImmutableArray<ModelSpecification> Models { get; init; }

    /// <summary>The judge; null when outputs are generated.</summary>
    public JudgeDefinition? Judge { get; init; }

    /// <summary>The scenario files of a benchmark; empty otherwise.</summary>
    public ImmutableArray<ScenarioSource> Scenarios { get; init; } = [];

    /// <summary>Where recorded models take their completions from; empty where all models are asked.</summary>
    public ImmutableArray<RecordedModel> Recorded { get; init; } = [];

    /// <summary>Orders shown.</summary>
    public OrderPolicy Orders { get; init; }

    /// <summary>Answers to each question, at least 1.</summary>
    public int Repeats { get; init; } = 1;

    /// <summary>Times a verdict that cannot be read is asked for again, at least 0.</summary>
    public int AskAgain { get; init; } = 2;

    /// <summary>Items at most; null: all.</summary>
    public int? Limit { get; init; }

    /// <summary>Seed by which the items of <see cref="Limit"/> were drawn; null: the first ones.</summary>
    public ulong? SampleSeed { get; init; }
}
