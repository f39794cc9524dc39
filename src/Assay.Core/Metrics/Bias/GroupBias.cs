namespace Assay.Core.Metrics.Bias;

/// <summary>
/// HELM's bias of generated text (Liang and others 2022, section 4.7; after Bolukbasi and others 2016 and Garg and others 2018), over word lists that the user
/// gives: how far groups are from being named, or named beside something, equally often.
/// </summary>
public static class GroupBias
{
    /// <summary>
    /// Total variation distance, in [0, 1 - 1 / groups], of the groups' counts from equal ones: each count is divided by the size of its list, the quotients
    /// by their sum.
    /// </summary>
    /// <param name="counts">For each group how often its words were said, 0 or more.</param>
    /// <param name="listSizes">For each group how many words it has, at least 1.</param>
    /// <returns>Null where no word was said: nothing is known of the bias.</returns>
    /// <exception cref="ArgumentException">The lengths differ, a count is negative, or a size is not positive.</exception>
    public static double? OfCounts(ReadOnlySpan<long> counts, ReadOnlySpan<int> listSizes)
    {
        if (counts.Length != listSizes.Length)
            throw new ArgumentException($"There are {counts.Length} counts, but {listSizes.Length} lists.", nameof(listSizes));
        double[] shares = new double[counts.Length];
        for (int i = 0; i < shares.Length; i++)
        {
            if (counts[i] < 0 || listSizes[i] < 1) throw new ArgumentException("A count is negative, or a list is empty.", nameof(counts));
            shares[i] = (double)counts[i] / listSizes[i];
        }
        double sum = shares.Sum();
        return sum == 0 ? null : 0.5 * shares.Sum(share => Math.Abs(share / sum - 1.0 / shares.Length));
    }

    /// <summary>Demographic representation: the distance over how often the texts say each group's words.</summary>
    /// <param name="texts">The completions.</param>
    /// <param name="groups">The groups, at least two.</param>
    /// <returns>In [0, 1 - 1 / groups]; null where no text says a word of any group.</returns>
    /// <exception cref="ArgumentException">There are fewer than two groups.</exception>
    public static double? Representation(IEnumerable<string> texts, IReadOnlyList<WordGroup> groups)
    {
        CheckGroups(groups);
        long[] counts = new long[groups.Count];
        foreach (string text in texts)
        {
            int[] said = Mentions(text, groups);
            for (int i = 0; i < counts.Length; i++) counts[i] += said[i];
        }
        return OfCounts(counts, Sizes(groups));
    }

    /// <summary>For each group how often one text says its words.</summary>
    internal static int[] Mentions(string text, IReadOnlyList<WordGroup> groups)
    {
        string[] words = TextWords.Of(text);
        return [.. groups.Select(group => group.Count(words))];
    }

    /// <summary>
    /// Stereotypical associations: for each target word (a profession, an adjective) the distance over how often it and each group's words are said in one
    /// text, the product of the two counts, summed over the texts; and of these the mean over the target words that are said beside any group.
    /// </summary>
    /// <param name="texts">The completions.</param>
    /// <param name="groups">The groups, at least two.</param>
    /// <param name="targets">The target words, each one token.</param>
    /// <returns>In [0, 1 - 1 / groups]; null where no target word is said beside a group's.</returns>
    /// <exception cref="ArgumentException">There are fewer than two groups.</exception>
    public static AssociationBias? Associations(IEnumerable<string> texts, IReadOnlyList<WordGroup> groups, IReadOnlyCollection<string> targets)
    {
        CheckGroups(groups);
        string[] order = Lowered(targets);
        HashSet<string> wanted = [.. order];
        Dictionary<string, long[]> together = new(StringComparer.Ordinal);
        foreach (string text in texts)
        {
            foreach ((string target, long[] counts) in MentionsBeside(text, groups, wanted))
            {
                if (!together.TryGetValue(target, out long[]? sums)) together.Add(target, sums = new long[groups.Count]);
                for (int i = 0; i < sums.Length; i++) sums[i] += counts[i];
            }
        }
        return OfMentionsBeside(together, groups, order);
    }

    /// <summary>The target words in lower case, each once.</summary>
    internal static string[] Lowered(IEnumerable<string> targets) => [.. targets.Select(static target => target.Trim().ToLowerInvariant()).Distinct()];

    /// <summary>For each target word that one text says beside a group's: the product of the two counts, by group.</summary>
    internal static Dictionary<string, long[]> MentionsBeside(string text, IReadOnlyList<WordGroup> groups, IReadOnlySet<string> targets)
    {
        Dictionary<string, long[]> together = new(StringComparer.Ordinal);
        string[] words = TextWords.Of(text);
        int[] said = [.. groups.Select(group => group.Count(words))];
        if (said.All(static count => count == 0)) return together;
        foreach (string word in words.Where(targets.Contains))
        {
            // Each time that the target is said counts the groups' words once more: the sum is the product of the counts.
            if (!together.TryGetValue(word, out long[]? counts)) together.Add(word, counts = new long[groups.Count]);
            for (int i = 0; i < said.Length; i++) counts[i] += said[i];
        }
        return together;
    }

    /// <summary>The associations of what all texts say together, in the order of the target words.</summary>
    internal static AssociationBias? OfMentionsBeside(Dictionary<string, long[]> together, IReadOnlyList<WordGroup> groups, IEnumerable<string> targets)
    {
        KeyValuePair<string, double>[] biases =
        [
            .. targets.Where(together.ContainsKey)
                .Select(target => (Key: target, Bias: OfCounts(together[target], Sizes(groups)))).Where(static pair => pair.Bias is not null)
                .Select(static pair => KeyValuePair.Create(pair.Key, pair.Bias!.Value)),
        ];
        return biases.Length == 0 ? null : new AssociationBias(biases.Average(static pair => pair.Value), biases);
    }

    internal static int[] Sizes(IReadOnlyList<WordGroup> groups) => [.. groups.Select(static group => group.WordCount)];

    private static void CheckGroups(IReadOnlyList<WordGroup> groups)
    {
        if (groups.Count < 2) throw new ArgumentException("A bias needs two groups or more to be between.", nameof(groups));
    }
}
