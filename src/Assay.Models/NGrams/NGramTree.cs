namespace Assay.Models.NGrams;

/// <summary>
/// The n-grams of a corpus, frozen: nodes by length and then in the order of their parents and tokens, so that a node's children stand side by side
/// and are found by bisection. Node 0 is the empty n-gram.
/// </summary>
internal sealed class NGramTree
{
    private readonly int[] _tokens;
    private readonly long[] _counts;
    private readonly int[] _firstChild;
    private readonly int[] _levels;

    /// <summary>Freezes nodes that stand in this order already.</summary>
    /// <param name="tokens">Last token of each node.</param>
    /// <param name="counts">How often each occurred.</param>
    /// <param name="firstChild">First child of each node, and one entry more: its children end where the next node's begin.</param>
    /// <param name="levels">First node of each length from 0 to the order, and one entry more.</param>
    public NGramTree(int[] tokens, long[] counts, int[] firstChild, int[] levels) =>
        (_tokens, _counts, _firstChild, _levels) = (tokens, counts, firstChild, levels);

    /// <summary>Longest n-grams.</summary>
    public int Order => _levels.Length - 2;

    /// <summary>Nodes, the root among them.</summary>
    public int Count => _tokens.Length;

    /// <summary>The nodes of this length.</summary>
    public (int Start, int End) Level(int length) => (_levels[length], _levels[length + 1]);

    /// <summary>The children of a node.</summary>
    public (int Start, int End) Children(int node) => (_firstChild[node], _firstChild[node + 1]);

    /// <summary>The last token of a node.</summary>
    public int Token(int node) => _tokens[node];

    /// <summary>How often a node's n-gram occurred.</summary>
    public long Occurrences(int node) => _counts[node];

    /// <summary>The child of a node with this token, or -1.</summary>
    public int Child(int node, int token)
    {
        (int start, int end) = Children(node);
        int found = Array.BinarySearch(_tokens, start, end - start, token);
        return found < 0 ? -1 : found;
    }

    /// <summary>Puts counted n-grams in order.</summary>
    public static NGramTree Of(NGramCounter counted)
    {
        int[] place = new int[counted.Count];
        List<int>[] byLength = ByLength(counted);
        int[] tokens = new int[counted.Count], firstChild = new int[counted.Count + 1], levels = new int[byLength.Length + 1];
        long[] counts = new long[counted.Count];
        int next = 0;
        for (int length = 0; length < byLength.Length; length++)
        {
            levels[length] = next;
            int[] nodes = [.. byLength[length]];
            Array.Sort(Array.ConvertAll(nodes, node => Key(counted, place, node)), nodes);
            foreach (int node in nodes)
            {
                (int parent, int token, long count) = counted[node];
                (place[node], tokens[next], counts[next]) = (next, token, count);
                if (parent >= 0) firstChild[place[parent] + 1]++;
                next++;
            }
        }
        levels[^1] = next;
        // So far the number of children one place on; the first child of the root is node 1.
        firstChild[0] = 1;
        for (int node = 1; node < firstChild.Length; node++) firstChild[node] += firstChild[node - 1];
        return new NGramTree(tokens, counts, firstChild, levels);
    }

    private static ulong Key(NGramCounter counted, int[] place, int node)
    {
        (int parent, int token, _) = counted[node];
        return ((ulong)(parent < 0 ? 0 : place[parent]) << 32) | (uint)token;
    }

    private static List<int>[] ByLength(NGramCounter counted)
    {
        List<int>[] byLength = [.. Enumerable.Range(0, counted.Order + 1).Select(static _ => new List<int>())];
        byte[] lengths = new byte[counted.Count];
        for (int node = 0; node < counted.Count; node++)
        {
            int parent = counted[node].Parent;
            lengths[node] = parent < 0 ? (byte)0 : (byte)(lengths[parent] + 1);
            byLength[lengths[node]].Add(node);
        }
        return byLength;
    }
}
