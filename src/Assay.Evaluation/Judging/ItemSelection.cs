using System.Globalization;
using System.Runtime.CompilerServices;
using Assay.Core.Judging;

namespace Assay.Evaluation.Judging;

/// <summary>Which items of a run are judged when it is limited: the first ones, or a seeded sample. Holds 16 bytes for each item that is.</summary>
public sealed class ItemSelection
{
    private readonly HashSet<ItemId>? _chosen;
    private readonly int _of;

    private ItemSelection(HashSet<ItemId>? chosen, int of) => (_chosen, _of) = (chosen, of);

    /// <summary>Every item.</summary>
    public static ItemSelection All { get; } = new(null, 0);

    /// <summary>Chooses by reading all items once.</summary>
    /// <param name="items">All items; only pairs count.</param>
    /// <param name="limit">Pairs to judge, at least 1; where there are fewer, all.</param>
    /// <param name="sampleSeed">
    /// Null: the first ones. Otherwise those whose instruction has the smallest random number under this seed: the same instructions for every candidate,
    /// whatever
    /// the order of the files, and a smaller limit chooses a part of what a larger one does.
    /// </param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task<ItemSelection> DrawAsync(
        IAsyncEnumerable<JoinedItem> items, int limit, ulong? sampleSeed, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        PriorityQueue<ItemId, UInt128> kept = new(Comparer<UInt128>.Create(static (first, second) => second.CompareTo(first)));
        int count = 0;
        await foreach (JoinedItem item in items.WithCancellation(cancellation).ConfigureAwait(false))
        {
            if (item.Pair is not { } pair) continue;
            UInt128 rank = sampleSeed is { } seed
                ? ItemId.Of("sample", seed.ToString(CultureInfo.InvariantCulture), pair.Instruction).Value
                : (UInt128)count;
            count++;
            if (kept.Count < limit) kept.Enqueue(pair.Id, rank);
            else kept.EnqueueDequeue(pair.Id, rank);
        }
        return new ItemSelection([.. kept.UnorderedItems.Select(static entry => entry.Element)], count);
    }

    /// <summary>The items with the others skipped, in their own order.</summary>
    public async IAsyncEnumerable<JoinedItem> ApplyAsync(IAsyncEnumerable<JoinedItem> items, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (JoinedItem item in items.WithCancellation(cancellation).ConfigureAwait(false))
        {
            if (_chosen is null || item.Pair is not { } pair || _chosen.Contains(pair.Id))
            {
                yield return item;
                continue;
            }
            string reason = $"The run was limited to {_chosen.Count} of {_of} pairs.";
            yield return JoinedItem.Of(new SkippedItem(pair.Candidate.Generator, pair.Instruction, pair.Dataset, reason));
        }
    }
}
