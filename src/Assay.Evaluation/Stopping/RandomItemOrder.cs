using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Assay.Core.Judging;
using Assay.Evaluation.Judging;
using Assay.Evaluation.Runs;

namespace Assay.Evaluation.Stopping;

/// <summary>
/// The pairs of a run in random order, from items that can be read as often as needed. The order is by a random number of each instruction under a seed: the
/// same for every candidate, whatever the order of the files, and the one by which <see cref="ItemSelection"/> draws. Memory: 50 bytes or so for each pair,
/// and the texts of a few thousand.
/// </summary>
internal sealed class RandomItemOrder
{
    private readonly Func<IAsyncEnumerable<JoinedItem>> _read;
    private readonly ImmutableArray<ItemId> _order;
    private readonly int _held;

    private RandomItemOrder(Func<IAsyncEnumerable<JoinedItem>> read, ImmutableArray<ItemId> order, int held) => (_read, _order, _held) = (read, order, held);

    /// <summary>The places of each candidate's pairs in the order of that candidate's own, from 0, by the pair's identity.</summary>
    public required IReadOnlyDictionary<ItemId, (string Candidate, int Place)> Places { get; init; }

    /// <summary>Reads all items once.</summary>
    /// <param name="read">Reads them; the same ones each time.</param>
    /// <param name="seed">The seed of the order.</param>
    /// <param name="held">Pairs whose texts are held at once; the items are read once more for every so many pairs.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task<RandomItemOrder> DrawAsync(
        Func<IAsyncEnumerable<JoinedItem>> read, ulong seed, int held, CancellationToken cancellation)
    {
        string seedText = seed.ToString(CultureInfo.InvariantCulture);
        Dictionary<ItemId, (UInt128 Rank, string Candidate)> ranks = [];
        await foreach (JoinedItem item in read().WithCancellation(cancellation).ConfigureAwait(false))
        {
            if (item.Pair is { } given && WellFormedPair.Of(given) is var pair)
                ranks.TryAdd(pair.Id, (ItemId.Of("sample", seedText, pair.Instruction).Value, pair.Candidate.Generator));
        }
        ImmutableArray<ItemId> order = [.. ranks.OrderBy(static entry => entry.Value.Rank).ThenBy(static entry => entry.Key.Value).Select(static entry => entry.Key)];
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        Dictionary<ItemId, (string, int)> places = [];
        foreach (ItemId id in order)
        {
            string candidate = ranks[id].Candidate;
            int place = counts.GetValueOrDefault(candidate);
            places.Add(id, (candidate, place));
            counts[candidate] = place + 1;
        }
        return new RandomItemOrder(read, order, held) { Places = places };
    }

    /// <summary>What is skipped, pairs given again included; then all pairs in random order.</summary>
    public async IAsyncEnumerable<JoinedItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        HashSet<ItemId> given = [];
        await foreach (JoinedItem item in _read().WithCancellation(cancellation).ConfigureAwait(false))
        {
            if (item.Pair is not { } pair) yield return item;
            else if (!given.Add(WellFormedPair.Of(pair).Id)) yield return JoinedItem.Of(JudgeRun.GivenAgain(pair));
        }
        foreach (ItemId[] part in _order.Chunk(_held))
        {
            Dictionary<ItemId, PairToJudge> texts = await TextsAsync([.. part], cancellation).ConfigureAwait(false);
            foreach (ItemId id in part) yield return JoinedItem.Of(texts[id]);
        }
    }

    private async Task<Dictionary<ItemId, PairToJudge>> TextsAsync(HashSet<ItemId> wanted, CancellationToken cancellation)
    {
        Dictionary<ItemId, PairToJudge> found = [];
        await foreach (JoinedItem item in _read().WithCancellation(cancellation).ConfigureAwait(false))
        {
            if (item.Pair is { } given && WellFormedPair.Of(given) is var pair && wanted.Contains(pair.Id)) found.TryAdd(pair.Id, pair);
            if (found.Count == wanted.Count) break;
        }
        return found;
    }
}
