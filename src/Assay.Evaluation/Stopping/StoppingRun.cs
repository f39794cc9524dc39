using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Runs;
using Assay.Evaluation.Judging;
using Assay.Evaluation.Runs;
using Assay.Statistics.Sequential;

namespace Assay.Evaluation.Stopping;

/// <summary>
/// Lets a <see cref="JudgeRun"/> stop when it knows enough: gives it the items in random order and no more of a candidate whose interval meets the rule. The
/// run writes to <see cref="Log"/> and reads <see cref="ItemsAsync"/>; it knows of nothing else, and the same run goes on to the full set without this.
/// </summary>
/// <remarks>
/// Items under way when the rule is met come to their end and are kept. So that they are few, at most a quarter of the items that have ended, and at least
/// <see cref="LeastUnderWay"/>, are under way.
/// </remarks>
public sealed class StoppingRun
{
    /// <summary>Items that may always be under way at once.</summary>
    public const int LeastUnderWay = 8;

    private const int PairsHeld = 4096;

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly RandomItemOrder _order;
    private readonly SortedDictionary<string, CandidateSequence> _candidates = new(StringComparer.Ordinal);
    private readonly HashSet<ItemId> _underWay = [];
    private TaskCompletionSource _changed = NewChange();

    private StoppingRun(RandomItemOrder order, IRunLog log, StoppingRule rule, double confidence, TimeProvider time)
    {
        (_order, _time) = (order, time);
        foreach (IGrouping<string, string> places in order.Places.Values.Select(static place => place.Candidate).GroupBy(static name => name, StringComparer.Ordinal))
            _candidates.Add(places.Key, new CandidateSequence(places.Key, places.Count(), rule, confidence));
        Log = new ObservedRunLog(log, EndAsync);
    }

    /// <summary>The log the run writes to.</summary>
    public IRunLog Log { get; }

    /// <summary>The candidates that stopped before their last item, in ordinal order.</summary>
    public ImmutableArray<StoppedCandidate> Stopped
    {
        get
        {
            lock (_lock) return [.. _candidates.Values.Select(static candidate => candidate.Stopped).OfType<StoppedCandidate>()];
        }
    }

    /// <summary>Draws the order, and looks at what earlier sessions left in the log; items that failed are open, because they are asked again.</summary>
    /// <param name="read">Reads all items of the run; the same ones each time.</param>
    /// <param name="log">The run's log.</param>
    /// <param name="rule">When to stop.</param>
    /// <param name="confidence">Coverage of all intervals of a candidate together, in (0, 1).</param>
    /// <param name="seed">The seed of the order.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="InputException">The items could not be read.</exception>
    public static async Task<StoppingRun> BeginAsync(
        Func<IAsyncEnumerable<JoinedItem>> read,
        IRunLog log,
        StoppingRule rule,
        double confidence,
        ulong seed,
        TimeProvider time,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(rule);
        RandomItemOrder order = await RandomItemOrder.DrawAsync(read, seed, PairsHeld, cancellation).ConfigureAwait(false);
        StoppingRun run = new(order, log, rule, confidence, time);
        await foreach (JudgedItem item in log.ReadItemsAsync(cancellation).ConfigureAwait(false))
        {
            if (item.Outcome == Outcome.Failed || !order.Places.TryGetValue(item.Pair.Id, out (string Candidate, int Place) at)) continue;
            run._candidates[at.Candidate].End(at.Place, item);
        }
        return run;
    }

    /// <summary>The items to give to the run, in random order: those of candidates that are not done, as places become free.</summary>
    public async IAsyncEnumerable<JoinedItem> ItemsAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (JoinedItem item in _order.ReadAsync(cancellation).ConfigureAwait(false))
        {
            if (item.Pair is not { } pair)
            {
                yield return item;
                continue;
            }
            if (IsAllDone()) yield break;
            if (await BeginsAsync(pair.Id, cancellation).ConfigureAwait(false)) yield return item;
        }
    }

    private bool IsAllDone()
    {
        lock (_lock) return _candidates.Values.All(static candidate => candidate.IsDone);
    }

    /// <summary>Waits until a pair may be given to the run; false where its candidate is done by then.</summary>
    private async Task<bool> BeginsAsync(ItemId id, CancellationToken cancellation)
    {
        (string name, int place) = _order.Places[id];
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                CandidateSequence candidate = _candidates[name];
                if (candidate.Stopped is not null) return false;
                if (candidate.HasEnded(place)) return true; // of an earlier session: the run counts it and asks nothing
                if (_underWay.Count < Math.Max(LeastUnderWay, _candidates.Values.Sum(static other => other.Ended) / 4))
                {
                    _underWay.Add(id);
                    return true;
                }
                changed = _changed.Task;
            }
            await changed.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    private async ValueTask EndAsync(JudgedItem item)
    {
        StoppedCandidate? stopped = null;
        TaskCompletionSource changed;
        lock (_lock)
        {
            _underWay.Remove(item.Pair.Id);
            if (_order.Places.TryGetValue(item.Pair.Id, out (string Candidate, int Place) at))
            {
                CandidateSequence candidate = _candidates[at.Candidate];
                bool wasOpen = candidate.Stopped is null;
                candidate.End(at.Place, item);
                if (wasOpen) stopped = candidate.Stopped;
            }
            (changed, _changed) = (_changed, NewChange());
        }
        changed.SetResult();
        if (stopped is not null)
            await Log.AppendAsync(new RunEvent(_time.GetUtcNow(), "enough", $"{stopped.Candidate}: {stopped.Reason}"), CancellationToken.None).ConfigureAwait(false);
    }

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
