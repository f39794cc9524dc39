namespace Assay.Core.Responses;

/// <summary>Asks for the log-probabilities of the answer's tokens.</summary>
public sealed record LogProbabilityRequest
{
    /// <summary>The name under which it travels in <c>ChatOptions.AdditionalProperties</c>.</summary>
    public const string PropertyName = "assay.logprobs.request";

    /// <param name="top">Alternatives wanted for each token, 0 to 20.</param>
    public LogProbabilityRequest(int top)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(top);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(top, 20);
        Top = top;
    }

    /// <summary>Alternatives wanted for each token, 0 to 20. Endpoints may give fewer.</summary>
    public int Top { get; }
}
