using Assay.Core.Judging;
using Assay.Core.Responses;
using Assay.Core.Runs;
using Assay.Evaluation.Calls;

namespace Assay.Evaluation.Runs;

/// <summary>Answers to the questions of one item: those its log has already, the others from the models.</summary>
internal sealed class RunAnswers : IAnswerSource
{
    private static readonly IReadOnlyDictionary<ResponseKey, CallRecord> Nothing = new Dictionary<ResponseKey, CallRecord>();
    private readonly ModelCaller _caller;
    private readonly IReadOnlyDictionary<ResponseKey, CallRecord> _before;

    private RunAnswers(ModelCaller caller, IReadOnlyDictionary<ResponseKey, CallRecord> before) => (_caller, _before) = (caller, before);

    /// <summary>For an item of a run that was interrupted: one look at the log, at this item's calls alone.</summary>
    /// <param name="caller">Asks the models.</param>
    /// <param name="log">The run's log; null for a run that begins, whose log holds nothing.</param>
    /// <param name="item">The item.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async ValueTask<RunAnswers> ForAsync(ModelCaller caller, IRunLog? log, ItemId item, CancellationToken cancellation)
    {
        if (log is null) return new RunAnswers(caller, Nothing);
        Dictionary<ResponseKey, CallRecord> before = [];
        await foreach (CallRecord call in log.ReadCallsAsync(item, cancellation).ConfigureAwait(false))
        {
            if (call.Response is not null) before.TryAdd(call.Key, call);
        }
        return new RunAnswers(caller, before);
    }

    /// <inheritdoc/>
    public async ValueTask<CallAnswer?> AskAsync(Question question, CancellationToken cancellation) =>
        await _caller.AskAsync(question, _before).ConfigureAwait(false);
}
