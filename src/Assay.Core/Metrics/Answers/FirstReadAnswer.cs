using System.Collections.Immutable;

namespace Assay.Core.Metrics.Answers;

/// <summary>The first of several rules that reads something: a box, else the last number.</summary>
public sealed record FirstReadAnswer : AnswerRule
{
    /// <param name="rules">One rule or more, the preferred one first.</param>
    /// <exception cref="ArgumentException">There are no rules.</exception>
    public FirstReadAnswer(params ImmutableArray<AnswerRule> rules)
    {
        if (rules.IsDefaultOrEmpty) throw new ArgumentException("A choice of rules needs a rule.", nameof(rules));
        Rules = rules;
    }

    /// <summary>The rules, the preferred one first.</summary>
    public ImmutableArray<AnswerRule> Rules { get; }

    /// <inheritdoc/>
    /// <returns>The first answer read; where there is none, the preferred rule's reason.</returns>
    public override AnswerReading Read(string completion, IReadOnlyList<string> choices)
    {
        AnswerReading? first = null;
        foreach (AnswerRule rule in Rules)
        {
            AnswerReading reading = rule.Read(completion, choices);
            if (reading.IsRead) return reading;
            first ??= reading;
        }
        return first!;
    }

    /// <summary>Equal to a choice of equal rules in equal order.</summary>
    public bool Equals(FirstReadAnswer? other) => other is not null && Rules.SequenceEqual(other.Rules);

    /// <inheritdoc/>
    public override int GetHashCode() => Rules.Aggregate(Rules.Length, HashCode.Combine);
}
