using System.Collections.Immutable;

namespace Assay.Core.Audits.Overlap;

/// <summary>The test items, ready to be looked for; its size depends on them alone. Safe for use from several threads.</summary>
public sealed class OverlapIndex
{
    private readonly byte[] _texts;
    private readonly int[] _starts;
    private readonly ImmutableArray<NormalizedText> _items;

    /// <summary>Prepares the items.</summary>
    /// <param name="items">The test set in its order; items may repeat and may be empty.</param>
    /// <param name="options">How they are looked for.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public OverlapIndex(IReadOnlyList<string> items, OverlapOptions options)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(options);
        foreach (int words in new[] { options.NGram, options.Shingle })
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(words, nameof(options));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(words, OverlapOptions.MostWords, nameof(options));
        }
        if (options.Similarity is not (>= 0.1 and <= 1)) throw new ArgumentOutOfRangeException(nameof(options), "The similarity is outside [0.1, 1].");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Places, nameof(options));
        Options = options;
        Items = [.. items];
        _items = [.. items.Select(NormalizedText.Of)];
        _starts = new int[_items.Length + 1];
        for (int item = 0; item < _items.Length; item++) _starts[item + 1] = checked(_starts[item] + _items[item].Utf8.Length);
        _texts = new byte[_starts[^1]];
        for (int item = 0; item < _items.Length; item++) _items[item].Utf8.CopyTo(_texts.AsSpan(_starts[item]));
        Near = new NearIndex(_items, options);
        NGrams = new NGramTable(_texts, _items.Sum(item => Math.Max(1, item.Words.Length - options.NGram + 1)));
        (Owners, Lasts, Lengths) = AddNGrams();
    }

    /// <summary>The items' texts.</summary>
    public ImmutableArray<string> Items { get; }

    /// <summary>How they are looked for.</summary>
    public OverlapOptions Options { get; }

    internal NearIndex Near { get; }

    internal NGramTable NGrams { get; }

    /// <summary>By n-gram: the items that hold it, each once.</summary>
    internal Postings Owners { get; }

    /// <summary>By n-gram: the items that end with it.</summary>
    internal Postings Lasts { get; }

    /// <summary>Words of the n-grams, ascending: the option's, and those of the shorter items.</summary>
    internal ImmutableArray<int> Lengths { get; }

    /// <summary>Bytes of the longest item, normalised.</summary>
    internal int LongestItem => _items.Length == 0 ? 0 : _items.Max(static item => item.Utf8.Length);

    /// <summary>An item, normalised.</summary>
    internal ReadOnlySpan<byte> Text(int item) => _texts.AsSpan(_starts[item].._starts[item + 1]);

    /// <summary>Words of an item.</summary>
    internal int Words(int item) => _items[item].Words.Length;

    private (Postings Owners, Postings Lasts, ImmutableArray<int> Lengths) AddNGrams()
    {
        List<(int NGram, int Item)> owners = [], lasts = [];
        SortedSet<int> lengths = [];
        HashSet<int> own = [];
        for (int item = 0; item < _items.Length; item++)
        {
            NormalizedText text = _items[item];
            if (text.Words.IsEmpty) continue;
            int words = Math.Min(Options.NGram, text.Words.Length), ngram = -1;
            lengths.Add(words);
            own.Clear();
            ulong hash = 0, power = WordHash.Power(words);
            for (int i = 0; i < text.Words.Length; i++)
            {
                hash = (hash * WordHash.Base) + text.Words[i].Hash - (i >= words ? text.Words[i - words].Hash * power : 0);
                if (i + 1 < words) continue;
                (int start, int length) = text.NGram(i + 1 - words, words).GetOffsetAndLength(text.Utf8.Length);
                ngram = NGrams.Add(WordHash.Mix(hash), _starts[item] + start, length);
                if (own.Add(ngram)) owners.Add((ngram, item));
            }
            lasts.Add((ngram, item));
        }
        return (new Postings(owners, NGrams.Count), new Postings(lasts, NGrams.Count), [.. lengths]);
    }
}
