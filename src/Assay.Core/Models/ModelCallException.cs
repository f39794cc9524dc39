using Assay.Core.Responses;

namespace Assay.Core.Models;

/// <summary>
/// A call of a model gave no answer. The message is one sentence for people, with the model and what to do; keys and other secrets are taken out of what
/// the endpoint wrote.
/// </summary>
public sealed class ModelCallException : Exception
{
    /// <param name="failure">Why.</param>
    /// <param name="message">One sentence, without secrets.</param>
    /// <param name="innerException">What caused it; must not carry secrets either, so an endpoint's own exception is not passed on.</param>
    public ModelCallException(ModelFailure failure, string message, Exception? innerException = null) : base(message, innerException) => Failure = failure;

    /// <summary>Why.</summary>
    public ModelFailure Failure { get; }

    /// <summary>The HTTP status, where there was one.</summary>
    public int? StatusCode { get; init; }

    /// <summary>How long the endpoint asked to wait (<c>Retry-After</c>), where it did.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Attempts made, the first included.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>What was asked, every parameter included; null where the client does not tell.</summary>
    public ModelRequest? Request { get; init; }

    /// <summary>Whether another attempt may succeed.</summary>
    public bool IsWorthRetrying => Failure is ModelFailure.RateLimited or ModelFailure.Timeout or ModelFailure.ServerError or ModelFailure.Connection
        or ModelFailure.BrokenAnswer or ModelFailure.UnexpectedAnswer;

    /// <summary>Whether the endpoint may have made (and charged for) an answer that did not arrive whole or in time.</summary>
    public bool MayHaveCost => Failure is ModelFailure.Timeout or ModelFailure.Connection or ModelFailure.BrokenAnswer or ModelFailure.UnexpectedAnswer;

    /// <summary>Whether every other call of this model will fail in the same way, so that a run should stop and say so.</summary>
    public bool ConcernsEveryCall => Failure is ModelFailure.Unauthorized or ModelFailure.NotFound or ModelFailure.Certificate or ModelFailure.QuotaExhausted;
}
