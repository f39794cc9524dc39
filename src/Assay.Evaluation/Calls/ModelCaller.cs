using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Core.Runs;
using Assay.Evaluation.Runs;
using Assay.Evaluation.Verdicts;
using Microsoft.Extensions.AI;

namespace Assay.Evaluation.Calls;

/// <summary>Asks the models of a run and writes every call into its log before anybody sees the answer.</summary>
/// <param name="models">Clients by the model's name in the run.</param>
/// <param name="log">The run's log.</param>
/// <param name="time">The clock.</param>
/// <param name="inFlight">Holds as many places as calls may be in flight.</param>
/// <param name="tally">Counts.</param>
internal sealed class ModelCaller(IReadOnlyDictionary<string, IChatClient> models, IRunLog log, TimeProvider time, SemaphoreSlim inFlight, CallTally tally)
{
    /// <summary>Asks, and logs how it went.</summary>
    /// <param name="question">What to ask.</param>
    /// <param name="before">The item's answers of earlier sessions by key: what is there is not asked again.</param>
    /// <param name="abort">Gives the call up.</param>
    /// <exception cref="ModelCallException">No call of this model will succeed; it is in the log.</exception>
    public async Task<CallAnswer> AskAsync(Question question, IReadOnlyDictionary<ResponseKey, CallRecord> before, CancellationToken abort)
    {
        IChatClient client = models[question.Model];
        if (before.Count > 0 && before.TryGetValue(ResponseKey.Of(ForeignCalls.RequestOf(question, client)), out CallRecord? earlier))
            return new CallAnswer(earlier.Key, JudgeAnswer.Of(earlier.Response!, stripThinking: false), null) { Response = earlier.Response, IsFromStore = earlier.IsFromStore };
        await inFlight.WaitAsync(abort).ConfigureAwait(false);
        try
        {
            return await CallAsync(client, question, abort).ConfigureAwait(false);
        }
        finally
        {
            inFlight.Release();
        }
    }

    private async Task<CallAnswer> CallAsync(IChatClient client, Question question, CancellationToken abort)
    {
        long began = time.GetTimestamp();
        ChatMessage[] messages = [.. question.Messages.Select(static message => new ChatMessage(new ChatRole(message.Role), message.Text))];
        ChatResponse response;
        try
        {
            response = await client.GetResponseAsync(messages, CallOptions.Of(question), abort).ConfigureAwait(false);
        }
        catch (Exception error) when (ForeignFailure.Of(error, question.Model, abort) is { } failure)
        {
            return await FailAsync(client, question, failure).ConfigureAwait(false);
        }
        AnsweredCall call = response.AdditionalProperties?.TryGetValue(AnsweredCall.PropertyName, out AnsweredCall? told) == true && told is not null
            ? told
            : ForeignCalls.AnsweredCallOf(ForeignCalls.RequestOf(question, client), response, time.GetElapsedTime(began));
        CallRecord record = Record(question, call.Request, call.Response.Key) with { Response = call.Response, IsFromStore = call.IsFromStore };
        await LogAsync(record).ConfigureAwait(false);
        JudgeAnswer answer = JudgeAnswer.Of(call.Response, stripThinking: false) with
        {
            Text = response.Text,
            IsThinkingStripped = response.Text.Length != call.Response.Text.Length,
        };
        return new CallAnswer(call.Response.Key, answer, null) { Response = call.Response, IsFromStore = call.IsFromStore };
    }

    private async Task<CallAnswer> FailAsync(IChatClient client, Question question, ModelCallException failure)
    {
        ModelRequest request = failure.Request ?? ForeignCalls.RequestOf(question, client);
        ResponseKey key = ResponseKey.Of(request);
        CallRecord record = Record(question, request, key) with
        {
            Failure = new CallFailure(failure.Failure, failure.Message, failure.StatusCode, failure.Attempts),
        };
        await LogAsync(record).ConfigureAwait(false);
        if (failure.ConcernsEveryCall) throw failure;
        return new CallAnswer(key, null, record.Failure);
    }

    private CallRecord Record(Question question, ModelRequest request, ResponseKey key) => new()
    {
        At = time.GetUtcNow(),
        Item = question.Item,
        Model = question.Model,
        Request = request,
        Key = key,
        Order = question.Order,
    };

    // Not to be cancelled: what was answered may have been paid for.
    private async Task LogAsync(CallRecord record)
    {
        await log.AppendAsync(record, CancellationToken.None).ConfigureAwait(false);
        tally.Add(record);
    }
}
