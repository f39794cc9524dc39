using System.Net;
using Assay.Core.Errors;
using Assay.Core.Models;
using Assay.Core.Responses;

namespace Assay.Evaluation.Calls;

/// <summary>What the exceptions of clients that are not ours mean.</summary>
internal static class ForeignFailure
{
    /// <summary>
    /// The exception as a failed call; null for those that are none: ours, a cancellation somebody asked for, and errors that no program should go on after.
    /// </summary>
    /// <remarks>The exception's own text is not taken over: a client that is not ours may have put a key into it.</remarks>
    public static ModelCallException? Of(Exception error, string model, CancellationToken abort) => error switch
    {
        ModelCallException own => own,
        BudgetReachedException or NotStoredException or InputException or OutOfMemoryException => null,
        OperationCanceledException => abort.IsCancellationRequested ? null : new ModelCallException(ModelFailure.Timeout, $"{model} gave no answer in time."),
        TimeoutException => new ModelCallException(ModelFailure.Timeout, $"{model} gave no answer in time."),
        HttpRequestException { StatusCode: { } status } => Status(model, status),
        HttpRequestException or IOException => new ModelCallException(ModelFailure.Connection, $"The connection to {model} failed ({error.GetType().Name})."),
        _ => new ModelCallException(
            ModelFailure.UnexpectedAnswer, $"The client of {model} failed with {error.GetType().Name}; its text is not shown because it may hold a key."),
    };

    private static ModelCallException Status(string model, HttpStatusCode status)
    {
        ModelFailure failure = status switch
        {
            HttpStatusCode.TooManyRequests => ModelFailure.RateLimited,
            HttpStatusCode.RequestTimeout => ModelFailure.Timeout,
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => ModelFailure.Unauthorized,
            HttpStatusCode.NotFound => ModelFailure.NotFound,
            HttpStatusCode.PaymentRequired => ModelFailure.QuotaExhausted,
            >= HttpStatusCode.InternalServerError => ModelFailure.ServerError,
            _ => ModelFailure.BadRequest,
        };
        return new ModelCallException(failure, $"{model} answered with the status {(int)status}.") { StatusCode = (int)status };
    }
}
