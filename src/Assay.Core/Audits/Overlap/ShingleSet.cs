namespace Assay.Core.Audits.Overlap;

/// <summary>
/// The set of word n-grams of a passage, as 64-bit hashes in ascending order. Two different n-grams share a hash with a probability of about 2^-64.
/// </summary>
internal sealed class ShingleSet
{
    private readonly ulong[] _hashes;

    private ShingleSet(ulong[] hashes) => _hashes = hashes;

    /// <summary>The hashes, ascending, each once.</summary>
    public ReadOnlySpan<ulong> Hashes => _hashes;

    /// <summary>Distinct n-grams.</summary>
    public int Count => _hashes.Length;

    /// <summary>The n-grams of a sequence of words; empty where it is shorter than n.</summary>
    /// <param name="words">Hashes of the words, in their order.</param>
    /// <param name="n">Words in an n-gram, at least 1.</param>
    public static ShingleSet Of(ReadOnlySpan<ulong> words, int n)
    {
        if (words.Length < n) return new ShingleSet([]);
        ulong[] hashes = new ulong[words.Length - n + 1];
        for (int i = 0; i < hashes.Length; i++) hashes[i] = Hash(words.Slice(i, n));
        Array.Sort(hashes);
        int kept = 0;
        for (int i = 0; i < hashes.Length; i++)
        {
            if (i == 0 || hashes[i] != hashes[i - 1]) hashes[kept++] = hashes[i];
        }
        return new ShingleSet(hashes[..kept]);
    }

    /// <summary>The hash of one n-gram.</summary>
    public static ulong Hash(ReadOnlySpan<ulong> words)
    {
        ulong hash = 0;
        foreach (ulong word in words) hash = (hash * WordHash.Base) + word;
        return WordHash.Mix(hash);
    }

    /// <summary>Jaccard similarity, the shared n-grams over those of both together, in [0, 1]; 0 where both are empty.</summary>
    public double Jaccard(ShingleSet other)
    {
        int shared = Shared(other);
        int union = Count + other.Count - shared;
        return union == 0 ? 0 : (double)shared / union;
    }

    /// <summary>The share of these n-grams that another set holds too, in [0, 1]; 0 where there are none.</summary>
    public double ContainmentIn(ShingleSet other) => Count == 0 ? 0 : (double)Shared(other) / Count;

    private int Shared(ShingleSet other)
    {
        int shared = 0, i = 0, j = 0;
        while (i < Count && j < other.Count)
        {
            int order = _hashes[i].CompareTo(other._hashes[j]);
            if (order == 0) shared++;
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
        return shared;
    }
}
