using System.Collections.Immutable;

namespace Assay.Core.Audits.Overlap;

/// <summary>Finds the items whose n-gram sets are similar to a passage's: bands of MinHash give candidates, the sets themselves decide.</summary>
internal sealed class NearIndex
{
    private readonly OverlapOptions _options;
    private readonly ShingleSet[] _sets;
    private readonly Dictionary<ulong, List<int>> _bands = [];
    private readonly HashFilter _filter;
    private readonly int _leastNGrams;

    /// <param name="items">The items.</param>
    /// <param name="options">N-grams and threshold.</param>
    public NearIndex(ImmutableArray<NormalizedText> items, OverlapOptions options)
    {
        _options = options;
        Banding = MinHashBanding.For(options.Similarity);
        _sets = [.. items.Select(item => ShingleSet.Of([.. item.Words.Select(static word => word.Hash)], options.Shingle))];
        _filter = new HashFilter((int)Math.Min(int.MaxValue / 32, _sets.Sum(static set => (long)set.Count)));
        int longest = 0, least = int.MaxValue;
        for (int item = 0; item < _sets.Length; item++)
        {
            if (_sets[item].Count == 0) continue;
            (longest, least) = (Math.Max(longest, items[item].Words.Length), Math.Min(least, _sets[item].Count));
            foreach (ulong hash in _sets[item].Hashes) _filter.Add(hash);
            foreach (ulong key in Banding.Keys(_sets[item]))
            {
                if (!_bands.TryGetValue(key, out List<int>? band)) _bands[key] = band = [];
                band.Add(item);
            }
        }
        MostWords = longest == 0 ? 0 : (int)Math.Min(1 << 24, (2 * longest / options.Similarity) + options.Shingle);
        _leastNGrams = longest == 0 ? int.MaxValue : (int)Math.Ceiling((least * options.Similarity) - 1e-9);
    }

    /// <summary>How candidates are found.</summary>
    public MinHashBanding Banding { get; }

    /// <summary>Words of the longest passage that is compared: twice what the longest item can be similar to, which leaves room for repeated n-grams.</summary>
    public int MostWords { get; }

    /// <summary>The items that a passage is a near duplicate of, and how similar they are.</summary>
    /// <param name="words">Hashes of the passage's words.</param>
    public IReadOnlyList<(int Item, double Similarity)> Find(ReadOnlySpan<ulong> words)
    {
        if (words.Length - _options.Shingle + 1 < _leastNGrams || !SharesAny(words)) return [];
        ShingleSet set = ShingleSet.Of(words, _options.Shingle);
        if (!MayReach(set)) return [];
        HashSet<int> seen = [];
        List<(int Item, double Similarity)> found = [];
        foreach (ulong key in Banding.Keys(set))
        {
            if (!_bands.TryGetValue(key, out List<int>? band)) continue;
            foreach (int item in band)
            {
                if (!seen.Add(item)) continue;
                double similarity = set.Jaccard(_sets[item]);
                if (similarity >= _options.Similarity) found.Add((item, similarity));
            }
        }
        return found;
    }

    private bool SharesAny(ReadOnlySpan<ulong> words)
    {
        for (int i = 0; i + _options.Shingle <= words.Length; i++)
        {
            if (_filter.MayHold(ShingleSet.Hash(words.Slice(i, _options.Shingle)))) return true;
        }
        return false;
    }

    // A Jaccard similarity of t needs t of the passage's n-grams in the item, hence in some item.
    private bool MayReach(ShingleSet set)
    {
        int shared = 0;
        foreach (ulong hash in set.Hashes)
        {
            if (_filter.MayHold(hash)) shared++;
        }
        return shared >= (_options.Similarity * set.Count) - 1e-9;
    }
}
