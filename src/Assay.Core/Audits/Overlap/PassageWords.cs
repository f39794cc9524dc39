namespace Assay.Core.Audits.Overlap;

/// <summary>The hashes of a passage's words, kept up to the length from which no item can be similar.</summary>
/// <param name="most">Words that are kept.</param>
internal sealed class PassageWords(int most)
{
    private readonly ulong[] _hashes = new ulong[most];

    /// <summary>Words, also those that were not kept.</summary>
    public long Count { get; private set; }

    /// <summary>Whether words were not kept.</summary>
    public bool IsTooLong => Count > most;

    /// <summary>The words that were kept.</summary>
    public ReadOnlySpan<ulong> Hashes => _hashes.AsSpan(0, (int)Math.Min(Count, most));

    /// <summary>Adds a word.</summary>
    public void Add(ulong hash)
    {
        if (Count < _hashes.Length) _hashes[Count] = hash;
        Count++;
    }

    /// <summary>Begins a new passage.</summary>
    public void Clear() => Count = 0;
}
