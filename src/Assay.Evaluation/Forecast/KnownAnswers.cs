using Assay.Core.Judging;
using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Core.Runs;
using Assay.Evaluation.Calls;
using Assay.Evaluation.Runs;

namespace Assay.Evaluation.Forecast;

/// <summary>Which questions are answered already: in the run's log, or in the response store.</summary>
internal sealed class KnownAnswers
{
    private readonly ForecastSources _sources;
    private readonly RunHistory? _history;

    private KnownAnswers(ForecastSources sources, RunHistory? history) => (_sources, _history) = (sources, history);

    public static async Task<KnownAnswers> ReadAsync(ForecastSources sources, CancellationToken cancellation) =>
        new(sources, sources.Log is { } log ? await RunHistory.ReadAsync(log, cancellation).ConfigureAwait(false) : null);

    /// <summary>Whether an item ended in an earlier session.</summary>
    public bool HasEnded(ItemId item) => _history?.HasEnded(item) == true;

    /// <summary>The answers an item has in the log, by key.</summary>
    public async ValueTask<IReadOnlyDictionary<ResponseKey, StoredResponse>> LoggedAsync(ItemId item, CancellationToken cancellation)
    {
        Dictionary<ResponseKey, StoredResponse> logged = [];
        if (_history?.IsResumed != true) return logged;
        await foreach (CallRecord call in _sources.Log!.ReadCallsAsync(item, cancellation).ConfigureAwait(false))
        {
            if (call.Response is { } response) logged.TryAdd(call.Key, response);
        }
        return logged;
    }

    /// <summary>The request of a question, and its answer where there is one.</summary>
    public async ValueTask<(ModelRequest Request, StoredResponse? Answer)> FindAsync(
        Question question, IReadOnlyDictionary<ResponseKey, StoredResponse> logged, CancellationToken cancellation)
    {
        ModelSpecification model = _sources.Models[question.Model];
        ModelRequest request = _sources.RequestOf(model, CallOptions.MessagesOf(question), CallOptions.Of(question));
        ResponseKey key = ResponseKey.Of(request);
        if (logged.TryGetValue(key, out StoredResponse? answer) || _sources.Store is not { } store) return (request, answer);
        return (request, await store.FindAsync(key, cancellation).ConfigureAwait(false));
    }
}
