namespace Assay.Core.Models;

/// <summary>The tokens of one call, as the endpoint counted them. Null is unknown, which is not zero.</summary>
/// <param name="Input">Tokens of the prompt, cached ones included.</param>
/// <param name="CachedInput">Those of <paramref name="Input"/> that the endpoint had cached.</param>
/// <param name="Output">Tokens of the answer, reasoning included.</param>
/// <param name="Reasoning">Those of <paramref name="Output"/> that the answer does not show.</param>
public sealed record TokenUsage(long? Input, long? CachedInput, long? Output, long? Reasoning)
{
    /// <summary>The endpoint said nothing.</summary>
    public static TokenUsage Unknown { get; } = new(null, null, null, null);

    /// <summary>Input and output together; null where either is unknown.</summary>
    public long? Total => Input + Output;

    /// <summary>Sum of two calls; a count is unknown where either call's is.</summary>
    public TokenUsage Add(TokenUsage other) =>
        new(Input + other.Input, CachedInput + other.CachedInput, Output + other.Output, Reasoning + other.Reasoning);
}
