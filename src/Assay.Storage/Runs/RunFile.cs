using Assay.Core.Judging;
using Assay.Core.Runs;
using Assay.Core.Scenarios;

namespace Assay.Storage.Runs;

/// <summary>The content of <c>run.json</c>.</summary>
internal sealed record RunFile
{
    public required int SchemaVersion { get; init; }

    public required RunKind Kind { get; init; }

    public required string AssayVersion { get; init; }

    public required string RuntimeVersion { get; init; }

    public required DateTimeOffset Began { get; init; }

    public required ulong Seed { get; init; }

    public required InputEntry[] Inputs { get; init; }

    public required ModelEntry[] Models { get; init; }

    public JudgeEntry? Judge { get; init; }

    public ScenarioEntry[]? Scenarios { get; init; }

    public RecordedEntry[]? Recorded { get; init; }

    public required OrderPolicy Orders { get; init; }

    public required int Repeats { get; init; }

    public required int AskAgain { get; init; }

    public int? Limit { get; init; }

    public ulong? SampleSeed { get; init; }

    public static RunFile Of(RunDescription description) => new()
    {
        SchemaVersion = RunDescription.CurrentSchemaVersion,
        Kind = description.Kind,
        AssayVersion = description.AssayVersion,
        RuntimeVersion = description.RuntimeVersion,
        Began = description.Began,
        Seed = description.Seed,
        Inputs = [.. description.Inputs.Select(static input => new InputEntry(input.Role, input.Path, input.Sha256, input.Rows))],
        Models = [.. description.Models.Select(ModelEntry.Of)],
        Judge = description.Judge is { } judge ? JudgeEntry.Of(judge) : null,
        Scenarios = description.Scenarios.IsEmpty ? null : [.. description.Scenarios.Select(static source => new ScenarioEntry(source.Name, [.. source.Scenarios], source.Text))],
        Recorded = description.Recorded.IsEmpty ? null : [.. description.Recorded.Select(static model => new RecordedEntry(model.Name, model.Path, model.Column))],
        Orders = description.Orders,
        Repeats = description.Repeats,
        AskAgain = description.AskAgain,
        Limit = description.Limit,
        SampleSeed = description.SampleSeed,
    };

    public RunDescription ToDescription() => new()
    {
        SchemaVersion = SchemaVersion,
        Kind = Kind,
        AssayVersion = AssayVersion,
        RuntimeVersion = RuntimeVersion,
        Began = Began,
        Seed = Seed,
        Inputs = [.. Inputs.Select(static input => new RunInput(input.Role, input.Path, input.Sha256, input.Rows))],
        Models = [.. Models.Select(static model => model.ToModel())],
        Judge = Judge?.ToJudge(),
        Scenarios = [.. (Scenarios ?? []).Select(static source => new ScenarioSource(source.Name, source.Text, [.. source.Scenarios]))],
        Recorded = [.. (Recorded ?? []).Select(static model => new RecordedModel(model.Name, model.Path, model.Column))],
        Orders = Orders,
        Repeats = Repeats,
        AskAgain = AskAgain,
        Limit = Limit,
        SampleSeed = SampleSeed,
    };
}

/// <summary>A file the run read.</summary>
internal sealed record InputEntry(string Role, string Path, string Sha256, int Rows);

/// <summary>A scenario file of a benchmark.</summary>
internal sealed record ScenarioEntry(string Name, string[] Scenarios, string Text);

/// <summary>A model of a benchmark whose completions somebody saved.</summary>
internal sealed record RecordedEntry(string Name, string Path, string? Column);
