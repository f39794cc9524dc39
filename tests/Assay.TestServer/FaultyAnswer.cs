using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Assay.TestServer;

/// <summary>Sends a reply, right or with a fault.</summary>
internal static class FaultyAnswer
{
    private const int Megabyte = 1 << 20;

    public static Task SendAsync(HttpContext context, ModelQuestion question, ModelReply reply, Fault fault, string retryAfter)
    {
        switch (fault)
        {
            case Fault.None: return SendJsonAsync(context, 200, ReplyBody.Write(question, reply));
            case Fault.TooManyRequests: return SendErrorAsync(context, 429, "Rate limit reached.", "rate_limit_exceeded");
            case Fault.TooManyRequestsRetryAfter:
                context.Response.Headers.RetryAfter = retryAfter;
                return SendErrorAsync(context, 429, "Rate limit reached.", "rate_limit_exceeded");
            case Fault.QuotaExhausted: return SendErrorAsync(context, 429, "You exceeded your current quota.", "insufficient_quota");
            case Fault.ServerError: return SendErrorAsync(context, 500, "The server had an error.", "server_error");
            case Fault.Unavailable: return SendAsync(context, 503, "text/html", "<html><body>Service Unavailable</body></html>");
            case Fault.BadRequest: return SendErrorAsync(context, 400, "This model's maximum context length is 10 tokens.", "context_length_exceeded");
            case Fault.UnknownModel: return SendErrorAsync(context, 404, "The model `x` does not exist.", "model_not_found");
            case Fault.Hang: return Task.Delay(Timeout.Infinite, context.RequestAborted);
            case Fault.Reset:
                context.Abort();
                return Task.CompletedTask;
            case Fault.BrokenOff: return BreakOffAsync(context, ReplyBody.Write(question, reply));
            case Fault.TruncatedJson: return SendJsonAsync(context, 200, Half(ReplyBody.Write(question, reply)));
            case Fault.WrongJson: return SendJsonAsync(context, 200, """{"status": "ok"}""");
            case Fault.ErrorInside: return SendJsonAsync(context, 200, """{"error": {"message": "Upstream is overloaded.", "code": 503}}""");
            case Fault.EmptyContent: return SendJsonAsync(context, 200, ReplyBody.Write(question, new ModelReply("") { Tokens = [] }));
            case Fault.ContentFilter:
                return SendJsonAsync(context, 200, ReplyBody.Write(question, new ModelReply(null) { FinishReason = "content_filter", Tokens = [] }));
            case Fault.MissingLogProbabilities: return SendJsonAsync(context, 200, ReplyBody.Write(question, reply, withLogProbabilities: false));
            case Fault.HugeAnswer: return SendJsonAsync(context, 200, ReplyBody.Write(question, new ModelReply(new string('x', Megabyte)) { Tokens = [] }));
            case Fault.EchoKey: return EchoKeyAsync(context);
            default: throw new ArgumentOutOfRangeException(nameof(fault), fault, "There is no such fault.");
        }
    }

    private static Task EchoKeyAsync(HttpContext context)
    {
        string sent = string.Join(", ", context.Request.Headers.Select(static header => $"{header.Key}: {header.Value}"));
        string key = context.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);
        string part = key.Length > 12 ? key[..12] : key;
        return SendErrorAsync(context, 401, $"Incorrect API key provided: {key}; it starts with {part}. You sent {sent}.", "invalid_api_key");
    }

    private static async Task BreakOffAsync(HttpContext context, string body)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = Encoding.UTF8.GetByteCount(body);
        await context.Response.WriteAsync(Half(body));
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    private static string Half(string body) => body[..(body.Length / 2)];

    private static Task SendErrorAsync(HttpContext context, int status, string message, string code) =>
        SendJsonAsync(context, status, JsonSerializer.Serialize(new { error = new { message, type = code, code } }));

    private static Task SendJsonAsync(HttpContext context, int status, string body) => SendAsync(context, status, "application/json", body);

    private static Task SendAsync(HttpContext context, int status, string type, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body);
    }
}
