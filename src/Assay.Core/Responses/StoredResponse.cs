using Assay.Core.Models;

namespace Assay.Core.Responses;

/// <summary>An answer as it came, complete enough that nothing needs to be asked again. Only answers are stored, never failures.</summary>
public sealed record StoredResponse
{
    /// <summary>The key of the request it answers.</summary>
    public required ResponseKey Key { get; init; }

    /// <summary>The answer's text as it came, thinking included; empty where the model said nothing.</summary>
    public required string Text { get; init; }

    /// <summary>Lone surrogates of the answer that were replaced by U+FFFD in <see cref="Text"/>.</summary>
    public int ReplacedSurrogates { get; init; }

    /// <summary>
    /// Why the answer ends, in the endpoint's own word (<c>stop</c>, <c>length</c>, <c>content_filter</c>, or any other); null where it does not say.
    /// </summary>
    public string? FinishReason { get; init; }

    /// <summary>The model's refusal in its own words, where the endpoint marks one; null otherwise.</summary>
    public string? Refusal { get; init; }

    /// <summary>Thinking that the endpoint sends beside the text (<c>reasoning_content</c>); null where it sends none.</summary>
    public string? Reasoning { get; init; }

    /// <summary>Log-probabilities of the answer's tokens; null where not asked for or not given.</summary>
    public TokenLogProbabilities? LogProbabilities { get; init; }

    /// <summary>The tokens, as the endpoint counted them.</summary>
    public TokenUsage Usage { get; init; } = TokenUsage.Unknown;

    /// <summary>The cost in US dollars when it was paid; null where unknown.</summary>
    public decimal? Cost { get; init; }

    /// <summary>
    /// The model that answered, in the endpoint's own word (<c>gpt-4o-2024-08-06</c> where <c>gpt-4o</c> was asked); null where it does not say.
    /// </summary>
    public string? AnsweredBy { get; init; }

    /// <summary>From sending the attempt that succeeded to the whole answer; waiting before it is not counted.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Attempts made, the one that succeeded included.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>Whether the endpoint withheld (some of) the answer.</summary>
    public bool IsFiltered => string.Equals(FinishReason, "content_filter", StringComparison.Ordinal);
}
