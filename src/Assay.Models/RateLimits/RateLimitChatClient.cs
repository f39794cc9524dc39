using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Models.Requests;
using Microsoft.Extensions.AI;

namespace Assay.Models.RateLimits;

/// <summary>Holds every attempt until the model's limits let it start, and learns from how it ends how many may be in flight.</summary>
internal sealed class RateLimitChatClient(IChatClient inner, AdmissionGate gate) : CallDecorator(inner)
{
    // An endpoint counts the most an answer may have; without a limit of the request this is a usual answer.
    private const long UsualOutput = 512;
    private const int SiteOverloaded = 529;

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        double expected = gate.CountsTokens ? Expected(options.Prepared().Request) : 0;
        int round = await gate.EnterAsync(expected, cancellationToken).ConfigureAwait(false);
        try
        {
            ChatResponse response = await base.InnerClient.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
            gate.LeaveAnswered(round, response.Answered().Response.Usage.Total is { } used && gate.CountsTokens ? used - expected : 0);
            return response;
        }
        catch (ModelCallException error) when (IsTooMany(error))
        {
            gate.LeaveRefused(round, error.RetryAfter);
            throw;
        }
        catch
        {
            gate.LeaveFailed();
            throw;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) gate.Dispose();
        base.Dispose(disposing);
    }

    private static double Expected(ModelRequest request) => TokenBound.UsualInput(request) + (request.Parameters.MaxOutputTokens ?? UsualOutput);

    private static bool IsTooMany(ModelCallException error) => error.Failure == ModelFailure.RateLimited || error.StatusCode is 503 or SiteOverloaded;
}
