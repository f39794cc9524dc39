using System.Globalization;
using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Models.Requests;
using Assay.Statistics.Resampling;
using Microsoft.Extensions.AI;

namespace Assay.Models.Retries;

/// <summary>
/// Tries a call again where that is worth it: refused for now, too slow, the server's fault, a broken connection or answer. The jitter comes from the run's
/// seed and the call's key, so it
/// does not depend on which call came first.
/// </summary>
internal sealed class RetryChatClient(IChatClient inner, RetryPolicy policy, ulong seed, TimeProvider time) : CallDecorator(inner)
{
    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        RandomStream? jitter = null;
        int broken = 0;
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                ChatResponse response = await base.InnerClient.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
                AnsweredCall call = response.Answered();
                return attempt == 1 ? response : response.With(call with { Response = call.Response with { Attempts = attempt } });
            }
            catch (ModelCallException error)
            {
                if (error.Failure is ModelFailure.BrokenAnswer or ModelFailure.UnexpectedAnswer) broken++;
                if (!IsWorthAnother(error, attempt, broken)) throw Final(error, attempt, options.Prepared().Request);
                jitter ??= new RandomStream(seed, Stream(options.Prepared().Key));
                await Task.Delay(RetryDelay.After(policy, attempt, error.RetryAfter, jitter.NextDouble()), time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private bool IsWorthAnother(ModelCallException error, int attempt, int broken) =>
        error.IsWorthRetrying && attempt < policy.MostAttempts && broken < policy.MostBrokenAnswers && !(error.RetryAfter > policy.LongestRetryAfter);

    private ModelCallException Final(ModelCallException error, int attempts, ModelRequest request)
    {
        string message = error.RetryAfter > policy.LongestRetryAfter
            ? string.Create(CultureInfo.InvariantCulture, $"{error.Message} It asks to wait {error.RetryAfter.Value.TotalMinutes:0} minutes; go on after that.")
            : attempts == 1 ? error.Message : $"{error.Message} Tried {attempts} times.";
        return new ModelCallException(error.Failure, message)
        {
            StatusCode = error.StatusCode,
            RetryAfter = error.RetryAfter,
            Attempts = attempts,
            Request = request,
        };
    }

    private static ulong Stream(ResponseKey key) => ulong.Parse(key.Id.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
