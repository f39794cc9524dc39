namespace Assay.Models.NGrams;

/// <summary>Counts all n-grams of texts, up to an order, in a tree: a node for each n-gram, a child of the node of all its tokens but the last.</summary>
internal sealed class NGramCounter
{
    private readonly Dictionary<ulong, int> _children = [];
    private readonly List<int> _parents = [-1];
    private readonly List<int> _tokens = [-1];
    private readonly List<long> _counts = [0];
    private readonly int[] _context;

    /// <param name="order">Longest n-grams, at least 1.</param>
    public NGramCounter(int order)
    {
        Order = order;
        _context = new int[order];
    }

    /// <summary>Longest n-grams.</summary>
    public int Order { get; }

    /// <summary>Nodes, the root among them.</summary>
    public int Count => _parents.Count;

    /// <summary>The parent of a node, its last token, and how often its n-gram occurred.</summary>
    public (int Parent, int Token, long Count) this[int node] => (_parents[node], _tokens[node], _counts[node]);

    /// <summary>Counts a text that is cut into tokens: between <see cref="NGramVocabulary.Start"/> and <see cref="NGramVocabulary.End"/>.</summary>
    public void Add(IEnumerable<int> text)
    {
        int length = 0;
        Append(NGramVocabulary.Start, ref length);
        foreach (int token in text) Append(token, ref length);
        Append(NGramVocabulary.End, ref length);
    }

    // _context[k] is the node of the last k tokens; the node of the last k + 1 is a child of the former _context[k].
    private void Append(int token, ref int length)
    {
        for (int k = Math.Min(length, Order - 1); k >= 0; k--)
        {
            int node = Child(k == 0 ? 0 : _context[k], token);
            _counts[node]++;
            if (k + 1 < Order) _context[k + 1] = node;
        }
        length++;
    }

    private int Child(int parent, int token)
    {
        ulong key = ((ulong)(uint)parent << 32) | (uint)token;
        ref int node = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_children, key, out bool exists);
        if (exists) return node;
        node = _parents.Count;
        _parents.Add(parent);
        _tokens.Add(token);
        _counts.Add(0);
        return node;
    }
}
