using Assay.Core.Judging;
using Assay.Core.Runs;

namespace Assay.Evaluation.Runs;

/// <summary>What earlier sessions of a run left: 16 bytes for each item.</summary>
internal sealed class RunHistory
{
    private readonly HashSet<ItemId> _ended = [];
    private readonly HashSet<ItemId> _skipped = [];

    private RunHistory() { }

    /// <summary>Whether the log held anything.</summary>
    public bool IsResumed { get; private set; }

    /// <summary>Whether an item has come to an end that is final.</summary>
    public bool HasEnded(ItemId item) => _ended.Contains(item);

    /// <summary>Whether this was said to be skipped before; from now on it was.</summary>
    public bool IsSkippedAlready(SkippedItem item) => !_skipped.Add(IdOf(item));

    public static async Task<RunHistory> ReadAsync(IRunLog log, CancellationToken cancellation)
    {
        RunHistory history = new();
        await foreach (EndedItem item in log.ReadEndedAsync(cancellation).ConfigureAwait(false))
        {
            history.IsResumed = true;
            if (!item.HasFailed) history._ended.Add(item.Id);
        }
        await foreach (SkippedItem item in log.ReadSkippedAsync(cancellation).ConfigureAwait(false))
        {
            history.IsResumed = true;
            history._skipped.Add(IdOf(item));
        }
        if (!history.IsResumed) history.IsResumed = await log.ReadCallsAsync(cancellation).AnyAsync(cancellation).ConfigureAwait(false);
        return history;
    }

    private static ItemId IdOf(SkippedItem item) => ItemId.Of(item.Generator, item.Instruction, item.Dataset, item.Reason);
}
