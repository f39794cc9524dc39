using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Core.Scenarios;
using Assay.Storage.Files;

namespace Assay.Storage.Runs;

/// <summary>A line of <c>instances.jsonl</c>: an instance of a scenario for one model and repeat, with all that is needed to score it again.</summary>
internal sealed record InstanceLine
{
    public required string Id { get; init; }

    public required InstanceOutcome Outcome { get; init; }

    public required string Scenario { get; init; }

    public required string Model { get; init; }

    public required string Instance { get; init; }

    public string? Form { get; init; }

    public required int Repeat { get; init; }

    public string? Answer { get; init; }

    public string? ReadBy { get; init; }

    public string? Reason { get; init; }

    public required IReadOnlyDictionary<string, double> Scores { get; init; }

    public double[]? ChoiceScores { get; init; }

    public double? TextLogProbability { get; init; }

    public int? TextBytes { get; init; }

    public required string Input { get; init; }

    public string[]? References { get; init; }

    public string[]? Choices { get; init; }

    public int[]? Right { get; init; }

    public IReadOnlyDictionary<string, string>? Groups { get; init; }

    public IReadOnlyDictionary<string, string>? Fields { get; init; }

    public string? Cluster { get; init; }

    public string[]? Keys { get; init; }

    public EffortLine? Effort { get; init; }

    public static InstanceLine Of(ScoredInstance scored) => new()
    {
        Id = scored.Id.ToString(),
        Outcome = scored.Outcome,
        Scenario = scored.Scenario,
        Model = scored.Model,
        Instance = scored.Instance.Id,
        Form = scored.Instance.Form,
        Repeat = scored.Repeat,
        Answer = scored.Answer,
        ReadBy = scored.AnswerRule,
        Reason = scored.Reason,
        Scores = scored.Scores,
        ChoiceScores = scored.Choices is { } choices ? [.. choices.Scores] : null,
        TextLogProbability = scored.TextScore?.LogProbability,
        TextBytes = scored.TextScore?.Bytes,
        Input = scored.Instance.Input,
        References = NullIfEmpty(scored.Instance.References),
        Choices = NullIfEmpty(scored.Instance.Choices),
        Right = NullIfEmpty(scored.Instance.Right),
        Groups = scored.Instance.Groups.IsEmpty ? null : scored.Instance.Groups,
        Fields = scored.Instance.Fields.IsEmpty ? null : scored.Instance.Fields,
        Cluster = scored.Instance.Cluster,
        Keys = scored.Keys.IsEmpty ? null : [.. scored.Keys.Select(static key => key.Id)],
        Effort = scored.Effort == Core.Scenarios.Effort.Unknown ? null : EffortLine.Of(scored.Effort),
    };

    public ScoredInstance ToInstance() => new()
    {
        Id = ItemId.TryParse(Id, out ItemId id) ? id : throw new InputException($"\"{InputErrors.Quote(Id)}\" is no item's identity."),
        Scenario = Scenario,
        Model = Model,
        Instance = new Instance
        {
            Id = Instance,
            Form = Form,
            Input = Input,
            References = [.. References ?? []],
            Choices = [.. Choices ?? []],
            Right = [.. Right ?? []],
            Groups = Sorted(Groups),
            Fields = Sorted(Fields),
            Cluster = Cluster,
        },
        Repeat = Repeat,
        Outcome = Outcome,
        Answer = Answer,
        AnswerRule = ReadBy,
        Reason = Reason,
        Keys = [.. (Keys ?? []).Select(static key => new ResponseKey(key))],
        Scores = Sorted(Scores),
        Choices = ChoiceScores is { Length: > 0 } scores ? new ChoiceLikelihoods([.. scores]) : null,
        TextScore = TextLogProbability is { } sum && TextBytes is { } bytes ? new TextScore(sum, bytes) : null,
        Effort = Effort?.ToEffort() ?? Core.Scenarios.Effort.Unknown,
    };

    private static T[]? NullIfEmpty<T>(ImmutableArray<T> values) => values.IsEmpty ? null : [.. values];

    private static ImmutableSortedDictionary<string, T> Sorted<T>(IReadOnlyDictionary<string, T>? values)
    {
        ImmutableSortedDictionary<string, T> none = ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
        return values is null ? none : none.AddRange(values);
    }
}

/// <summary>What an instance took.</summary>
internal sealed record EffortLine(double? LatencyMs, long? Input, long? CachedInput, long? Output, long? Reasoning, decimal? CostUsd, int Calls, int FromStore)
{
    public static EffortLine Of(Effort effort) => new(
        effort.Latency?.TotalMilliseconds, effort.Tokens.Input, effort.Tokens.CachedInput, effort.Tokens.Output, effort.Tokens.Reasoning, effort.Cost,
        effort.Calls, effort.FromStore);

    public Effort ToEffort() => new(
        LatencyMs is { } latency ? TimeSpan.FromMilliseconds(latency) : null, new TokenUsage(Input, CachedInput, Output, Reasoning), CostUsd, Calls, FromStore);
}
