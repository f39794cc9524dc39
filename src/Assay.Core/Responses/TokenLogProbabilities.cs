using System.Collections.Immutable;

namespace Assay.Core.Responses;

/// <summary>The tokens of an answer with their log-probabilities.</summary>
/// <param name="Tokens">In the order of the answer.</param>
public sealed record TokenLogProbabilities(ImmutableArray<TokenLogProbability> Tokens)
{
    /// <summary>The name under which they travel in <c>ChatResponse.AdditionalProperties</c>; any <c>IChatClient</c> can put them there.</summary>
    public const string PropertyName = "assay.logprobs";
}

/// <summary>One token of an answer.</summary>
/// <param name="Token">The token's text as the endpoint writes it.</param>
/// <param name="LogProbability">Natural logarithm of its probability, at full precision; null for the first token of an echoed text, which nothing comes
/// before.</param>
/// <param name="Top">The most probable tokens at this place, the most probable first; the token itself is usually among them. Empty where not asked
/// for.</param>
public readonly record struct TokenLogProbability(string Token, double? LogProbability, ImmutableArray<TokenAlternative> Top);

/// <summary>A token that could have stood at some place of an answer.</summary>
/// <param name="Token">The token's text as the endpoint writes it.</param>
/// <param name="LogProbability">Natural logarithm of its probability, at full precision.</param>
public readonly record struct TokenAlternative(string Token, double LogProbability);
