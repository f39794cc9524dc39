using System.Text;
using Assay.Core.Responses;

namespace Assay.Core.Models;

/// <summary>How many tokens a request can have at most, and how many it will have about, without the model's tokenizer.</summary>
/// <remarks>
/// A byte-level tokenizer makes at most one token of a byte of UTF-8, so the bytes of the prompt bound its tokens; chat formats put some tokens around a
/// message. The usual number is about a quarter of the bytes in English (and more elsewhere).
/// </remarks>
public static class TokenBound
{
    private const int AroundMessage = 16;
    private const int AroundRequest = 64;
    private const int UsualBytesPerToken = 4;

    /// <summary>No endpoint counts more input tokens than this for the request (its schema included).</summary>
    public static long MostInput(ModelRequest request) => Bytes(request) + AroundRequest + AroundMessage * (long)request.Messages.Length;

    /// <summary>About as many input tokens as this; for forecasts, never for budgets.</summary>
    public static long UsualInput(ModelRequest request) => Bytes(request) / UsualBytesPerToken + 4L * request.Messages.Length;

    /// <summary>No call of this request costs more, in US dollars; null where the price or the most output tokens are unknown.</summary>
    /// <remarks>Retries are not counted: an endpoint charges for answers.</remarks>
    public static decimal? MostCost(ModelRequest request, ModelPrice? price)
    {
        if (price is null || request.Parameters.MaxOutputTokens is not { } output) return null;
        TokenUsage most = new(MostInput(request), 0, output * Choices(request), 0);
        decimal dearest = Math.Max(price.Input, price.CachedInput ?? 0);
        return (price with { Input = dearest, CachedInput = null }).CostOf(most);
    }

    // Every one of n answers may have max_tokens; best_of is the same of plain completions.
    private static long Choices(ModelRequest request) =>
        Math.Max(1, Math.Max(request.Parameters.WholeNumber("n") ?? 1, request.Parameters.WholeNumber("best_of") ?? 1));

    private static long Bytes(ModelRequest request)
    {
        long bytes = request.ResponseFormat is { } format ? Encoding.UTF8.GetByteCount(format.Schema?.GetRawText() ?? "") : 0;
        foreach (PromptMessage message in request.Messages) bytes += Encoding.UTF8.GetByteCount(message.Text);
        return bytes;
    }
}
