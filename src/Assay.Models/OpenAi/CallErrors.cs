using System.ClientModel;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using Assay.Core.Models;
using Assay.Models.Secrets;

namespace Assay.Models.OpenAi;

/// <summary>Says what went wrong with a call: the kind, for those who try again, and a sentence for people, without secrets.</summary>
internal sealed class CallErrors(ModelSpecification model, SecretText redaction)
{
    private readonly string _who = $"{model.Name} at {model.Endpoint.Authority}";

    /// <summary>The endpoint answered with a status that is no success, or with an error in a success.</summary>
    public ModelCallException Status(int status, ErrorBody error, TimeSpan? retryAfter)
    {
        ModelFailure failure = Kind(status, error.Code);
        string said = error.Message.Length == 0 ? "." : $": {error.Message}";
        string message = failure switch
        {
            ModelFailure.RateLimited => $"{_who} refuses more calls for now ({status}){said}",
            ModelFailure.Timeout => $"{_who} took too long by its own measure ({status}){said}",
            ModelFailure.ServerError => $"{_who} failed ({status}){said}",
            ModelFailure.Unauthorized => $"{_who} does not accept {Key()} ({status}){said}",
            ModelFailure.NotFound => $"{_who} knows no model \"{model.Model}\", or not at this address ({status}); check model and endpoint{said}",
            ModelFailure.QuotaExhausted => $"{_who} has no money or quota left for {Key()} ({status}){said}",
            _ when status is >= 300 and < 400 => $"{_who} sends elsewhere ({status}), which is not followed; set endpoint to the address itself{said}",
            _ => $"{_who} does not take the request ({status}){said}",
        };
        return new ModelCallException(failure, message) { StatusCode = status, RetryAfter = retryAfter };
    }

    /// <summary>The answer is no JSON.</summary>
    public ModelCallException Broken(int status) =>
        new(ModelFailure.BrokenAnswer, $"{_who} sent an answer that is cut short or no JSON.") { StatusCode = status };

    /// <summary>The answer is JSON of another kind.</summary>
    public ModelCallException Unexpected(int status, string what) =>
        new(ModelFailure.UnexpectedAnswer, $"{_who} sent something else than an answer: {what}.") { StatusCode = status };

    /// <summary>No answer within the time allowed.</summary>
    public ModelCallException TimedOut(TimeSpan timeout) =>
        new(ModelFailure.Timeout, string.Create(CultureInfo.InvariantCulture, $"{_who} gave no answer within {timeout.TotalSeconds:0.###} seconds."));

    /// <summary>The connection failed. The cause is told by kind and not passed on: its texts are not ours.</summary>
    public ModelCallException Connection(Exception error)
    {
        Exception[] causes = [.. Causes(error)];
        HttpRequestException? http = causes.OfType<HttpRequestException>().FirstOrDefault();
        if (causes.OfType<AuthenticationException>().FirstOrDefault() is { } secure)
        {
            return secure.Message.Contains("certificate", StringComparison.OrdinalIgnoreCase)
                ? new ModelCallException(ModelFailure.Certificate,
                    $"The certificate of {_who} is not trusted ({Clean(secure.Message)}); set SSL_CERT_FILE to a PEM file with its authority, "
                    + "or correct the endpoint.")
                : new ModelCallException(ModelFailure.Certificate, $"{_who} does not speak TLS as https wants it; is it an http address?");
        }
        SocketError? socket = causes.OfType<SocketException>().FirstOrDefault()?.SocketErrorCode;
        string what = http?.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => "its name cannot be found; check the endpoint",
            HttpRequestError.ProxyTunnelError => "the proxy does not let the call through; check HTTPS_PROXY and NO_PROXY",
            HttpRequestError.ResponseEnded => "it ended the connection within its answer",
            _ => socket is { } code ? Socket(code) : "the connection broke",
        };
        return new ModelCallException(ModelFailure.Connection, $"{_who} cannot be reached: {what}.")
        {
            IsUnreachable = http?.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ProxyTunnelError
                || socket is SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.NoData or SocketError.HostUnreachable
                    or SocketError.NetworkUnreachable,
        };
    }

    private static string Socket(SocketError error) => error switch
    {
        SocketError.ConnectionRefused => "nothing listens there; start the server, or correct the endpoint",
        SocketError.ConnectionReset => "it reset the connection",
        SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData => "its name cannot be found; check the endpoint",
        SocketError.HostUnreachable or SocketError.NetworkUnreachable => "there is no way to it on the network",
        _ => $"the connection broke ({error})",
    };

    private static ModelFailure Kind(int status, string code) => status switch
    {
        402 => ModelFailure.QuotaExhausted,
        429 when code is "insufficient_quota" or "billing_hard_limit_reached" => ModelFailure.QuotaExhausted,
        429 => ModelFailure.RateLimited,
        408 => ModelFailure.Timeout,
        401 or 403 => ModelFailure.Unauthorized,
        404 => ModelFailure.NotFound,
        >= 500 => ModelFailure.ServerError,
        _ when code == "model_not_found" => ModelFailure.NotFound,
        _ => ModelFailure.BadRequest,
    };

    private string Key() => model.ApiKeyVariable is { } name ? $"the key in {name}" : "a call without a key";

    private string Clean(string text) => redaction.RemoveFromError(text).TrimEnd('.');

    private static IEnumerable<Exception> Causes(Exception error)
    {
        for (Exception? cause = error; cause is not null; cause = cause.InnerException)
        {
            if (cause is AggregateException { InnerExceptions: { Count: > 0 } several }) cause = several[0];
            yield return cause;
        }
    }

    /// <summary>Whether an exception of the transport is about the connection.</summary>
    public static bool IsConnection(Exception error) =>
        error is ClientResultException or HttpRequestException or IOException or SocketException or AggregateException;
}
