using System.Collections.Immutable;
using System.Text.Json;

namespace Assay.Core.Judging;

/// <summary>
/// How a judge's answer becomes a verdict: the probability in [0, 1] that the output shown second is the better one; 0.5 is a tie.
/// One of the records below.
/// </summary>
public abstract record VerdictReading
{
    // Only the records of this file: whoever reads verdicts can be sure to know all kinds.
    private protected VerdictReading() { }
}

/// <summary>
/// From the log-probabilities of one token: P(second labels) / (P(first labels) + P(second labels)) over the alternatives at that place. A label that is
/// not among the alternatives has probability 0; if none is, the verdict is unparsed.
/// </summary>
public sealed record LabelProbabilityReading : VerdictReading
{
    /// <summary>Tokens that name the output shown first.</summary>
    public required ImmutableArray<string> First { get; init; }

    /// <summary>Tokens that name the output shown second.</summary>
    public required ImmutableArray<string> Second { get; init; }

    /// <summary>Which token of the answer, from 0, after the thinking where that is stripped; -1 is the last one, -2 the one before it.</summary>
    public int TokenIndex { get; init; }

    /// <summary>Alternatives asked for, 1 to 20.</summary>
    public int Top { get; init; } = 5;

    /// <summary>Whether the probability is rounded to 0 or 1 (AlpacaEval's <c>is_binarize</c>).</summary>
    public bool IsBinarized { get; init; }
}

/// <summary>From a field of a JSON answer, or of the first JSON object in an answer that has text around it.</summary>
public sealed record JsonFieldReading : VerdictReading
{
    /// <summary>The field that holds the verdict.</summary>
    public required string Field { get; init; }

    /// <summary>What the field may say (a text, or a number written as one), and the probability each means.</summary>
    public required ImmutableArray<VerdictValue> Values { get; init; }

    /// <summary>The schema the answer is held to; null: the endpoint is asked for no schema.</summary>
    public JsonElement? Schema { get; init; }
}

/// <summary>From the pattern that matches first in the answer (AlpacaEval's <c>regex_parser</c>).</summary>
public sealed record PatternReading : VerdictReading
{
    /// <summary>Regular expressions, and the probability each means.</summary>
    public required ImmutableArray<VerdictValue> Patterns { get; init; }
}

/// <summary>From a ranking of the two: a list of objects with <c>model</c> and <c>rank</c>, in JSON or Python (AlpacaEval's <c>ranking_parser</c>).</summary>
public sealed record RankingReading : VerdictReading
{
    /// <summary>The field of an object in which the list may stand.</summary>
    public string Field { get; init; } = "ordered_models";

    /// <summary>The name the output shown first has in the ranking.</summary>
    public required string First { get; init; }

    /// <summary>The name the output shown second has in the ranking.</summary>
    public required string Second { get; init; }
}

/// <summary>From two scores in the first line, of the output shown first and of the other (AlpacaEval's <c>lmsys_parser</c>); equal scores are a tie.</summary>
public sealed record ScorePairReading : VerdictReading;

/// <summary>Something an answer may say, and what it means.</summary>
/// <param name="Text">A value or a regular expression.</param>
/// <param name="Preference">Probability, in [0, 1], that the output shown second is the better one.</param>
public readonly record struct VerdictValue(string Text, double Preference);
