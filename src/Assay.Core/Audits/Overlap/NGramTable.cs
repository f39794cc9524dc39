using System.Numerics;

namespace Assay.Core.Audits.Overlap;

/// <summary>
/// The distinct n-grams of all test items: an open-addressing table from hashes to their texts. A hit of a hash is compared byte by byte, so that an n-gram is
/// found where it is and nowhere else.
/// </summary>
internal sealed class NGramTable
{
    private readonly ReadOnlyMemory<byte> _texts;
    private readonly List<(ulong Hash, int Start, int Length)> _grams = [];
    private readonly int[] _slots;
    private readonly int _shift;
    private readonly HashFilter _filter;

    /// <param name="texts">The normalised texts of all items, one after another.</param>
    /// <param name="most">As many n-grams as there can be.</param>
    public NGramTable(ReadOnlyMemory<byte> texts, int most)
    {
        _texts = texts;
        int slots = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 2L * most));
        _slots = new int[slots];
        _shift = 64 - BitOperations.Log2((uint)slots);
        _filter = new HashFilter(most);
    }

    /// <summary>Distinct n-grams.</summary>
    public int Count => _grams.Count;

    /// <summary>The number of an n-gram, which is added where it is new.</summary>
    /// <param name="mixed">Its hash, mixed.</param>
    /// <param name="start">Its first byte in the texts.</param>
    /// <param name="length">Its bytes.</param>
    public int Add(ulong mixed, int start, int length)
    {
        int slot = (int)(mixed >> _shift);
        for (; _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            (ulong hash, int otherStart, int otherLength) = _grams[_slots[slot] - 1];
            if (hash == mixed && Text(otherStart, otherLength).SequenceEqual(Text(start, length))) return _slots[slot] - 1;
        }
        _grams.Add((mixed, start, length));
        _filter.Add(mixed);
        _slots[slot] = _grams.Count;
        return _grams.Count - 1;
    }

    /// <summary>False where no n-gram has this hash.</summary>
    public bool MayHold(ulong mixed) => _filter.MayHold(mixed);

    /// <summary>The n-gram of this hash at the end of a window, from the beginning of a word on; -1 where there is none.</summary>
    public int Find(ulong mixed, ReadOnlySpan<byte> window)
    {
        for (int slot = (int)(mixed >> _shift); _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            (ulong hash, int start, int length) = _grams[_slots[slot] - 1];
            if (hash == mixed && EndsWithWords(window, Text(start, length))) return _slots[slot] - 1;
        }
        return -1;
    }

    /// <summary>Whether a window ends with whole words.</summary>
    /// <param name="window">Normalised words with a space between them, a boundary before the first of a document.</param>
    /// <param name="words">Normalised words.</param>
    public static bool EndsWithWords(ReadOnlySpan<byte> window, ReadOnlySpan<byte> words) =>
        window.Length > words.Length && window[^(words.Length + 1)] is (byte)' ' or ByteClass.Boundary && window.EndsWith(words);

    private ReadOnlySpan<byte> Text(int start, int length) => _texts.Span.Slice(start, length);
}
