using System.Collections.Immutable;
using System.Globalization;
using Assay.Core.Judging;
using Assay.Core.Responses;

namespace Assay.Core.Scenarios;

/// <summary>What became of one instance for one model and repeat: one line of <c>instances.jsonl</c>. Holds all that is needed to score it again.</summary>
public sealed record ScoredInstance
{
    /// <summary>The identity of scenario, model, instance, form and repeat.</summary>
    public required ItemId Id { get; init; }

    /// <summary>The scenario's name.</summary>
    public required string Scenario { get; init; }

    /// <summary>The model's name in the run.</summary>
    public required string Model { get; init; }

    /// <summary>The instance as it was asked.</summary>
    public required Instance Instance { get; init; }

    /// <summary>The repeat, from 0.</summary>
    public int Repeat { get; init; }

    /// <summary>How it ended.</summary>
    public required InstanceOutcome Outcome { get; init; }

    /// <summary>The answer that was read; null where none was.</summary>
    public string? Answer { get; init; }

    /// <summary>The name of the rule that read it, or read nothing; null where no completion was read.</summary>
    public string? AnswerRule { get; init; }

    /// <summary>Why there is no answer, one sentence; null where there is one.</summary>
    public string? Reason { get; init; }

    /// <summary>The keys of the calls it was made of, in the order of the choices where each has one.</summary>
    public ImmutableArray<ResponseKey> Keys { get; init; } = [];

    /// <summary>Values of the scenario's instance metrics, by name, and what its corpus metrics keep; one that does not apply is absent.</summary>
    public ImmutableSortedDictionary<string, double> Scores { get; init; } = ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    /// <summary>How likely the model holds each choice; null where it was not asked for that.</summary>
    public ChoiceLikelihoods? Choices { get; init; }

    /// <summary>How likely the model holds the instance's text; null where it was not asked for that.</summary>
    public TextScore? TextScore { get; init; }

    /// <summary>What it took.</summary>
    public Effort Effort { get; init; } = Effort.Unknown;

    /// <summary>The identity of an instance for a model.</summary>
    public static ItemId IdOf(string scenario, string model, Instance instance, int repeat)
    {
        ArgumentNullException.ThrowIfNull(instance);
        return ItemId.Of("benchmark", scenario, model, instance.Id, instance.Form, repeat.ToString(CultureInfo.InvariantCulture));
    }
}
