using System.Collections.Immutable;

namespace Assay.Core.Models;

/// <summary>A text's tokens with their log-probabilities.</summary>
/// <param name="Tokens">In the order of the text; together they cover it.</param>
public sealed record ScoredText(ImmutableArray<ScoredToken> Tokens)
{
    /// <summary>Sum of the known log-probabilities, natural logarithm.</summary>
    public double TotalLogProbability => Tokens.Sum(token => token.LogProbability ?? 0);
}

/// <summary>One token of a text.</summary>
/// <param name="Text">The token as the endpoint writes it; not always a part of the text (half a character becomes a replacement sign).</param>
/// <param name="Offset">Where it starts in the text, in Unicode code points; null where the tokens as written do not add up to the text.</param>
/// <param name="LogProbability">Natural logarithm, at most 0; null for the first token, which nothing comes before.</param>
public readonly record struct ScoredToken(string Text, int? Offset, double? LogProbability);
