namespace Assay.TestServer;

/// <summary>What the server does wrong.</summary>
public enum Fault
{
    /// <summary>Nothing: the right answer.</summary>
    None,

    /// <summary>429 without saying how long to wait.</summary>
    TooManyRequests,

    /// <summary>429 with <c>Retry-After</c>.</summary>
    TooManyRequestsRetryAfter,

    /// <summary>429 with the code <c>insufficient_quota</c>.</summary>
    QuotaExhausted,

    /// <summary>500 with a JSON error.</summary>
    ServerError,

    /// <summary>503 with a page of HTML.</summary>
    Unavailable,

    /// <summary>400 with a JSON error.</summary>
    BadRequest,

    /// <summary>404 as for a model that does not exist.</summary>
    UnknownModel,

    /// <summary>No answer until the client leaves.</summary>
    Hang,

    /// <summary>The connection is reset before any answer.</summary>
    Reset,

    /// <summary>The connection breaks in the middle of the answer.</summary>
    BrokenOff,

    /// <summary>The first half of the JSON as a complete body.</summary>
    TruncatedJson,

    /// <summary>Whole JSON that is no answer.</summary>
    WrongJson,

    /// <summary>Status 200 with an error in it.</summary>
    ErrorInside,

    /// <summary>An answer with no text.</summary>
    EmptyContent,

    /// <summary>An answer with <c>content</c> null and finish reason <c>content_filter</c>.</summary>
    ContentFilter,

    /// <summary>An answer without the log-probabilities that were asked for.</summary>
    MissingLogProbabilities,

    /// <summary>An answer of one megabyte.</summary>
    HugeAnswer,

    /// <summary>401 that repeats the key it was sent, whole and in part.</summary>
    EchoKey,
}
