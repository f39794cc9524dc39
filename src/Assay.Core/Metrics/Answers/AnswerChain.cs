using System.Collections.Immutable;

namespace Assay.Core.Metrics.Answers;

/// <summary>Rules one after the other: each reads what the one before it read. The last number after the last "A:" is such a chain.</summary>
public sealed record AnswerChain : AnswerRule
{
    /// <param name="rules">One rule or more.</param>
    /// <exception cref="ArgumentException">There are no rules.</exception>
    public AnswerChain(params ImmutableArray<AnswerRule> rules)
    {
        if (rules.IsDefaultOrEmpty) throw new ArgumentException("A chain needs a rule.", nameof(rules));
        Rules = rules;
    }

    /// <summary>The rules, in their order.</summary>
    public ImmutableArray<AnswerRule> Rules { get; }

    /// <inheritdoc/>
    public override AnswerReading Read(string completion, IReadOnlyList<string> choices)
    {
        AnswerReading reading = Rules[0].Read(completion, choices);
        for (int i = 1; i < Rules.Length && reading.IsRead; i++) reading = Rules[i].Read(reading.Text, choices);
        return reading;
    }

    /// <summary>Equal to a chain of equal rules.</summary>
    public bool Equals(AnswerChain? other) => other is not null && Rules.SequenceEqual(other.Rules);

    /// <inheritdoc/>
    public override int GetHashCode() => Rules.Aggregate(Rules.Length, HashCode.Combine);
}
