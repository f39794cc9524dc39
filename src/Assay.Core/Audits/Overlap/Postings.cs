namespace Assay.Core.Audits.Overlap;

/// <summary>For each key from 0 the items that were added to it, in the order in which they were.</summary>
internal sealed class Postings
{
    private readonly int[] _starts;
    private readonly int[] _items;

    /// <param name="pairs">Keys and items.</param>
    /// <param name="keys">How many keys there are.</param>
    public Postings(List<(int Key, int Item)> pairs, int keys)
    {
        _starts = new int[keys + 1];
        _items = new int[pairs.Count];
        foreach ((int key, _) in pairs) _starts[key + 1]++;
        for (int key = 0; key < keys; key++) _starts[key + 1] += _starts[key];
        int[] next = _starts[..keys];
        foreach ((int key, int item) in pairs) _items[next[key]++] = item;
    }

    /// <summary>The items of a key.</summary>
    public ReadOnlySpan<int> this[int key] => _items.AsSpan(_starts[key].._starts[key + 1]);
}
