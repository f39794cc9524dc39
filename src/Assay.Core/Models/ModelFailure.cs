namespace Assay.Core.Models;

/// <summary>Why a call gave no answer.</summary>
public enum ModelFailure
{
    /// <summary>429: asked too fast. Worth trying again.</summary>
    RateLimited,

    /// <summary>408, or no answer in time. Worth trying again.</summary>
    Timeout,

    /// <summary>5xx. Worth trying again.</summary>
    ServerError,

    /// <summary>The connection was refused, reset or broke. Worth trying again.</summary>
    Connection,

    /// <summary>The answer was cut short or is no JSON. Worth trying again: it was sent over a connection that broke.</summary>
    BrokenAnswer,

    /// <summary>The answer is JSON, but not of the kind that was asked for. Worth trying again, a few times.</summary>
    UnexpectedAnswer,

    /// <summary>4xx: the endpoint does not take this request (too long, a parameter it does not know).</summary>
    BadRequest,

    /// <summary>401 or 403: the key is wrong or not allowed. No call of this model will succeed.</summary>
    Unauthorized,

    /// <summary>404: no such model or path. No call of this model will succeed.</summary>
    NotFound,

    /// <summary>The endpoint's certificate is not trusted. No call to this endpoint will succeed.</summary>
    Certificate,

    /// <summary>402, or 429 with the code <c>insufficient_quota</c>: the account has no money left. No call will succeed before somebody pays.</summary>
    QuotaExhausted,
}
