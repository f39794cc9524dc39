using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Core.Runs;
using Assay.Core.Texts;
using Assay.Evaluation.Runs;
using Assay.Evaluation.Verdicts;
using Microsoft.Extensions.AI;

namespace Assay.Evaluation.Calls;

/// <summary>Asks the models of a run and writes every call into its log before anybody sees the answer.</summary>
internal sealed class ModelCaller : IDisposable
{
    private readonly RunSetting _setting;
    private readonly CallTally _tally;
    private readonly CancellationToken _abort;
    private readonly SemaphoreSlim _inFlight;
    private readonly Dictionary<string, FirstCalls> _first;

    /// <param name="setting">The models, the log, the clock, and how many calls may be in flight.</param>
    /// <param name="tally">Counts.</param>
    /// <param name="abort">Gives calls up.</param>
    public ModelCaller(RunSetting setting, CallTally tally, CancellationToken abort)
    {
        (_setting, _tally, _abort) = (setting, tally, abort);
        _inFlight = new SemaphoreSlim(setting.InFlight);
        _first = setting.Models.Keys.ToDictionary(static name => name, name => new FirstCalls(name, abort), StringComparer.Ordinal);
    }

    /// <summary>Asks, and logs how it went.</summary>
    /// <param name="question">What to ask.</param>
    /// <param name="before">The item's answers of earlier sessions by key: what is there is not asked again.</param>
    /// <exception cref="ModelCallException">No call of this model will succeed; it is in the log.</exception>
    public async Task<CallAnswer> AskAsync(Question question, IReadOnlyDictionary<ResponseKey, CallRecord> before)
    {
        IChatClient client = _setting.Models[question.Model];
        FirstCalls first = _first[question.Model];
        if (before.Count > 0 && before.TryGetValue(ResponseKey.Of(ForeignCalls.RequestOf(question, client)), out CallRecord? earlier))
        {
            JudgeAnswer logged = JudgeAnswer.Of(earlier.Response!, stripThinking: false);
            first.Answered(question, logged, isSent: false);
            return new CallAnswer(earlier.Key, logged, null) { Response = earlier.Response, IsFromStore = earlier.IsFromStore };
        }
        await _inFlight.WaitAsync(_abort).ConfigureAwait(false);
        bool holdsPlace = false;
        try
        {
            holdsPlace = await first.EnterAsync().ConfigureAwait(false);
            return await CallAsync(client, question, first).ConfigureAwait(false);
        }
        finally
        {
            if (holdsPlace) first.Leave();
            _inFlight.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _inFlight.Dispose();
        foreach (FirstCalls first in _first.Values) first.Dispose();
    }

    private async Task<CallAnswer> CallAsync(IChatClient client, Question question, FirstCalls first)
    {
        long began = _setting.Time.GetTimestamp();
        ChatResponse response;
        try
        {
            response = await client.GetResponseAsync(CallOptions.MessagesOf(question), CallOptions.Of(question), first.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (first.IsStopped && !_abort.IsCancellationRequested)
        {
            throw first.Failure();
        }
        catch (Exception error) when (ForeignFailure.Of(error, question.Model, _abort) is { } failure)
        {
            return await FailAsync(client, question, failure, first).ConfigureAwait(false);
        }
        AnsweredCall call = response.AdditionalProperties?.TryGetValue(AnsweredCall.PropertyName, out AnsweredCall? told) == true && told is not null
            ? told
            : ForeignCalls.AnsweredCallOf(ForeignCalls.RequestOf(question, client), response, _setting.Time.GetElapsedTime(began));
        CallRecord record = Record(question, call.Request, call.Response.Key) with { Response = call.Response, IsFromStore = call.IsFromStore };
        await LogAsync(record).ConfigureAwait(false);
        JudgeAnswer answer = JudgeAnswer.Of(call.Response, stripThinking: false) with
        {
            // A client of our own has replaced them already; with another the count is that of the whole answer.
            Text = WellFormedText.Of(response.Text, out _),
            IsThinkingStripped = response.Text.Length != call.Response.Text.Length,
        };
        first.Answered(question, answer, isSent: !call.IsFromStore);
        return new CallAnswer(call.Response.Key, answer, null) { Response = call.Response, IsFromStore = call.IsFromStore };
    }

    private async Task<CallAnswer> FailAsync(IChatClient client, Question question, ModelCallException failure, FirstCalls first)
    {
        ModelRequest request = failure.Request ?? ForeignCalls.RequestOf(question, client);
        ResponseKey key = ResponseKey.Of(request);
        CallRecord record = Record(question, request, key) with
        {
            Failure = new CallFailure(failure.Failure, failure.Message, failure.StatusCode, failure.Attempts),
        };
        await LogAsync(record).ConfigureAwait(false);
        first.Failed(failure);
        if (failure.ConcernsEveryCall) throw failure;
        if (first.IsStopped) throw first.Failure();
        return new CallAnswer(key, null, record.Failure);
    }

    private CallRecord Record(Question question, ModelRequest request, ResponseKey key) => new()
    {
        At = _setting.Time.GetUtcNow(),
        Item = question.Item,
        Model = question.Model,
        Request = request,
        Key = key,
        Order = question.Order,
    };

    // Not to be cancelled: what was answered may have been paid for.
    private async Task LogAsync(CallRecord record)
    {
        await _setting.Log.AppendAsync(record, CancellationToken.None).ConfigureAwait(false);
        _tally.Add(record);
    }
}
