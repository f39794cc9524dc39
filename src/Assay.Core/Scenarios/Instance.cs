using System.Collections.Immutable;

namespace Assay.Core.Scenarios;

/// <summary>One question of a scenario with what a right answer is: a row of its data file.</summary>
public sealed record Instance
{
    /// <summary>Its identity within the scenario: the identity column's text, or the row's number from 1.</summary>
    public required string Id { get; init; }

    /// <summary>The question, or for a language-modeling scenario the text that is scored.</summary>
    public required string Input { get; init; }

    /// <summary>Right answers, each as good as the others; empty where a metric needs none, or where there are choices.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>Answers to choose from, in the order shown; empty where there are none.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Places of the right ones in <see cref="Choices"/>, from 0; at least one where there are choices.</summary>
    public ImmutableArray<int> Right { get; init; } = [];

    /// <summary>What it belongs to, by the name of the grouping: <c>subject</c> is <c>anatomy</c>.</summary>
    public ImmutableSortedDictionary<string, string> Groups { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>What else of its row prompts and metrics use, by name; a value that is no text is JSON.</summary>
    public ImmutableSortedDictionary<string, string> Fields { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Instances of one cluster are not independent (questions about one text); null: it stands alone.</summary>
    public string? Cluster { get; init; }

    /// <summary>The perturbation its texts went through; null: none, it is the original.</summary>
    public string? Form { get; init; }

    /// <summary>The right answers as texts: the references, or where there are none, the right choices.</summary>
    public IEnumerable<string> RightAnswers => References.IsEmpty ? Right.Select(place => Choices[place]) : References;
}
