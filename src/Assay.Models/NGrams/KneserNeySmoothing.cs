namespace Assay.Models.NGrams;

/// <summary>
/// Interpolated modified Kneser-Ney (Chen and Goodman 1998, section 3): p(w | h) = (c(hw) - D(c(hw))) / c(h) + gamma(h) p(w | h'), where c counts
/// occurrences for the longest n-grams and those that begin a text, and the different tokens that precede an n-gram for the others; the shortest is
/// interpolated with the uniform distribution. Probabilities over the vocabulary sum to one in every context.
/// </summary>
internal sealed class KneserNeySmoothing
{
    private readonly double[] _shares;
    private readonly double[] _rests;

    private KneserNeySmoothing(double[] shares, double[] rests) => (_shares, _rests) = (shares, rests);

    /// <summary>The first term of a node: its discounted count over the sum of its siblings' and its own.</summary>
    public double Share(int node) => _shares[node];

    /// <summary>gamma(h) of a node as a context: what its children leave to the shorter context.</summary>
    public double Rest(int node) => _rests[node];

    /// <summary>Estimates from counts.</summary>
    public static KneserNeySmoothing Estimate(NGramTree tree)
    {
        long[] adjusted = AdjustedCounts(tree);
        KneserNeyDiscounts[] discounts = [.. Enumerable.Range(0, tree.Order + 1).Select(length => DiscountsOf(tree, adjusted, length))];
        double[] shares = new double[tree.Count], rests = new double[tree.Count];
        for (int length = 0; length < tree.Order; length++)
        {
            (int start, int end) = tree.Level(length);
            for (int node = start; node < end; node++) rests[node] = ShareOut(tree, node, adjusted, discounts[length + 1], shares);
        }
        return new KneserNeySmoothing(shares, rests);
    }

    private static double ShareOut(NGramTree tree, int context, long[] adjusted, KneserNeyDiscounts discounts, double[] shares)
    {
        (int start, int end) = tree.Children(context);
        long total = 0;
        for (int child = start; child < end; child++) total += adjusted[child];
        if (total == 0) return 1;
        double takenOff = 0;
        for (int child = start; child < end; child++)
        {
            double discount = discounts.Of(adjusted[child]);
            takenOff += discount;
            shares[child] = (adjusted[child] - discount) / total;
        }
        return takenOff / total;
    }

    private static long[] AdjustedCounts(NGramTree tree)
    {
        int[] suffixes = Suffixes(tree);
        bool[] beginsText = new bool[tree.Count];
        long[] adjusted = new long[tree.Count];
        for (int length = 1; length <= tree.Order; length++)
        {
            (int start, int end) = tree.Level(length - 1);
            for (int parent = start; parent < end; parent++)
            {
                (int first, int last) = tree.Children(parent);
                for (int node = first; node < last; node++)
                {
                    beginsText[node] = length == 1 ? tree.Token(node) == NGramVocabulary.Start : beginsText[parent];
                    if (length == tree.Order || beginsText[node]) adjusted[node] = tree.Occurrences(node);
                    // The n-gram without its first token has one more token that precedes it. One that begins a text has no predecessor at all.
                    if (length > 1 && !beginsText[suffixes[node]]) adjusted[suffixes[node]]++;
                }
            }
        }
        // The start of a text is a context and is never predicted.
        int startOfText = tree.Child(0, NGramVocabulary.Start);
        if (startOfText >= 0) adjusted[startOfText] = 0;
        return adjusted;
    }

    // The node of each n-gram without its first token.
    private static int[] Suffixes(NGramTree tree)
    {
        int[] suffixes = new int[tree.Count];
        for (int parent = 0; parent < tree.Count; parent++)
        {
            (int start, int end) = tree.Children(parent);
            for (int node = start; node < end; node++) suffixes[node] = parent == 0 ? 0 : tree.Child(suffixes[parent], tree.Token(node));
        }
        return suffixes;
    }

    private static KneserNeyDiscounts DiscountsOf(NGramTree tree, long[] adjusted, int length)
    {
        Span<long> withCount = stackalloc long[5];
        (int start, int end) = tree.Level(length);
        for (int node = start; node < end; node++)
        {
            if (adjusted[node] is > 0 and <= 4) withCount[(int)adjusted[node]]++;
        }
        return KneserNeyDiscounts.Estimate(withCount[1], withCount[2], withCount[3], withCount[4]);
    }
}
