namespace Assay.Core.Audits.Overlap;

/// <summary>What was found in one file. Grows with what is found, up to the size of the index, and not with the file.</summary>
internal sealed class FileFindings(OverlapIndex index)
{
    // An n-gram found more often adds no place: all its items have as many as are kept by then, but for text that repeats itself word by word.
    private const int MostTracedHits = 16;

    private readonly Dictionary<int, int> _hits = [];
    private readonly Dictionary<int, ItemFindings> _items = [];

    /// <summary>The n-grams that were found.</summary>
    public IEnumerable<int> NGrams => _hits.Keys;

    /// <summary>The items something was found of.</summary>
    public IReadOnlyDictionary<int, ItemFindings> Items => _items;

    /// <summary>What was read.</summary>
    public CorpusSize Size { get; set; }

    /// <summary>An n-gram was found.</summary>
    /// <param name="ngram">Its number.</param>
    /// <param name="word">The number of its last word in the file; words of different documents are no neighbours.</param>
    /// <param name="place">Where it begins.</param>
    public void AddNGram(int ngram, long word, (long? Row, long Offset) place)
    {
        int hits = _hits[ngram] = Math.Min(MostTracedHits + 1, _hits.GetValueOrDefault(ngram) + 1);
        if (hits > MostTracedHits) return;
        foreach (int item in index.Owners[ngram])
        {
            ItemFindings findings = Of(item);
            if (findings.LastWord != word - 1) Add(findings.Partial, place);
            findings.LastWord = word;
        }
    }

    /// <summary>An item was found whole.</summary>
    public void AddExact(int item, (long? Row, long Offset) place) => Add(Of(item).Exact, place);

    /// <summary>A passage is a near duplicate of an item.</summary>
    public void AddNear(int item, double similarity, (long? Row, long Offset) place)
    {
        ItemFindings findings = Of(item);
        findings.Similarity = Math.Max(findings.Similarity ?? 0, similarity);
        Add(findings.Near, place);
    }

    private ItemFindings Of(int item)
    {
        if (!_items.TryGetValue(item, out ItemFindings? findings)) _items[item] = findings = new ItemFindings();
        return findings;
    }

    private void Add(List<(long? Row, long Offset)> places, (long? Row, long Offset) place)
    {
        if (places.Count < index.Options.Places) places.Add(place);
    }
}

/// <summary>What was found of one item in one file; places in the file's order.</summary>
internal sealed class ItemFindings
{
    public List<(long? Row, long Offset)> Exact { get; } = [];

    public List<(long? Row, long Offset)> Near { get; } = [];

    public List<(long? Row, long Offset)> Partial { get; } = [];

    public double? Similarity { get; set; }

    public long LastWord { get; set; } = -2;
}
