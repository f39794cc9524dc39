namespace Assay.Models.NGrams;

/// <summary>The tokens that come before a place, as far as the model looks back. Not for several threads.</summary>
internal sealed class NGramContext
{
    private readonly NGramTree _tree;
    private readonly int[] _nodes;

    /// <summary>The start of a text.</summary>
    public NGramContext(NGramTree tree)
    {
        _tree = tree;
        _nodes = new int[tree.Order];
        Append(NGramVocabulary.Start);
    }

    /// <summary>Nodes of the last 0, 1, 2, ... tokens, until the first that training did not see or the model's order ends.</summary>
    public ReadOnlySpan<int> Nodes => _nodes.AsSpan(0, _length + 1);

    private int _length;

    /// <summary>Goes on by one token.</summary>
    public void Append(int token)
    {
        int length = 0;
        // From the longest, since each new node is a child of the old one before it.
        Span<int> grown = stackalloc int[_nodes.Length];
        for (int k = 0; k <= _length && k + 1 < _nodes.Length; k++)
        {
            int child = _tree.Child(_nodes[k], token);
            if (child < 0) break;
            grown[++length] = child;
        }
        grown[1..(length + 1)].CopyTo(_nodes.AsSpan(1));
        _length = length;
    }
}
