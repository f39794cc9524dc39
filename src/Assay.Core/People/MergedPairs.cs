namespace Assay.Core.People;

/// <summary>Makes one pair of those that are the same but for what some file did not say.</summary>
internal static class MergedPairs
{
    /// <param name="pairs">Pairs as files named them, their numbers in ordinal order of the texts.</param>
    /// <returns>The pairs, by instruction, models and outputs; and for each one given, which of them it stands for.</returns>
    public static (JudgedPair[] Pairs, int[][] Targets) From(IReadOnlyList<JudgedPair> pairs)
    {
        int[][] targets = new int[pairs.Count][];
        List<JudgedPair> merged = [];
        int[] order = [.. Enumerable.Range(0, pairs.Count)];
        Array.Sort(order, (x, y) => Compare(pairs[x], pairs[y]));
        for (int start = 0, end; start < order.Length; start = end)
        {
            JudgedPair first = pairs[order[start]];
            end = start + 1;
            while (end < order.Length && HasSameTexts(first, pairs[order[end]])) end++;
            Merge(pairs, order.AsSpan(start, end - start), merged, targets);
        }
        return Arranged(merged, targets);
    }

    // Pairs of the same texts: those of the same models are one, and one without models stands for all.
    private static void Merge(IReadOnlyList<JudgedPair> pairs, ReadOnlySpan<int> group, List<JudgedPair> merged, int[][] targets)
    {
        int begin = merged.Count;
        foreach (int i in group)
        {
            JudgedPair pair = pairs[i];
            if (!pair.HasGenerators) continue;
            bool isNew = merged.Count == begin || merged[^1].Generator1 != pair.Generator1 || merged[^1].Generator2 != pair.Generator2;
            if (isNew) merged.Add(pair);
            else if (merged[^1].Dataset < 0) merged[^1] = merged[^1] with { Dataset = pair.Dataset };
            targets[i] = [merged.Count - 1];
        }
        if (merged.Count == begin) merged.Add(pairs[group[0]]);
        int[] all = [.. Enumerable.Range(begin, merged.Count - begin)];
        foreach (int i in group)
        {
            if (!pairs[i].HasGenerators && merged[begin].Dataset < 0) merged[begin] = merged[begin] with { Dataset = pairs[i].Dataset };
            targets[i] ??= all;
        }
    }

    private static (JudgedPair[] Pairs, int[][] Targets) Arranged(List<JudgedPair> merged, int[][] targets)
    {
        int[] order = [.. Enumerable.Range(0, merged.Count)];
        Array.Sort(order, (x, y) => ByModels(merged[x], merged[y]));
        int[] places = new int[order.Length];
        for (int i = 0; i < order.Length; i++) places[order[i]] = i;
        return ([.. order.Select(i => merged[i])], [.. targets.Select(target => Array.ConvertAll(target, i => places[i]))]);
    }

    private static bool HasSameTexts(in JudgedPair x, in JudgedPair y) =>
        x.Instruction == y.Instruction && x.Output1Hash == y.Output1Hash && x.Output2Hash == y.Output2Hash
        && (x.HasOutputs || (x.Generator1 == y.Generator1 && x.Generator2 == y.Generator2));

    private static int Compare(JudgedPair x, JudgedPair y)
    {
        int order = x.Instruction.CompareTo(y.Instruction);
        if (order == 0) order = x.Output1Hash.CompareTo(y.Output1Hash);
        if (order == 0) order = x.Output2Hash.CompareTo(y.Output2Hash);
        if (order == 0) order = x.Generator1.CompareTo(y.Generator1);
        if (order == 0) order = x.Generator2.CompareTo(y.Generator2);
        return order == 0 ? x.Dataset.CompareTo(y.Dataset) : order;
    }

    private static int ByModels(JudgedPair x, JudgedPair y)
    {
        int order = x.Instruction.CompareTo(y.Instruction);
        if (order == 0) order = x.Generator1.CompareTo(y.Generator1);
        if (order == 0) order = x.Generator2.CompareTo(y.Generator2);
        if (order == 0) order = x.Output1Hash.CompareTo(y.Output1Hash);
        return order == 0 ? x.Output2Hash.CompareTo(y.Output2Hash) : order;
    }
}
