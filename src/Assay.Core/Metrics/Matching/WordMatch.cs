namespace Assay.Core.Metrics.Matching;

/// <summary>Matches over <see cref="WordNormaliser"/> words and several targets, of which the best counts. Blank targets are passed over.</summary>
public static class WordMatch
{
    /// <summary>
    /// F1 of the two sets of words, in [0, 1], the best over the targets. A side without words has precision or recall 1 on it and shares nothing, so it
    /// scores 0, unless both have none (1). Not rounded: inspect rounds to two decimals.
    /// </summary>
    /// <returns>0 where all targets are blank.</returns>
    public static double F1(string answer, IEnumerable<string> targets, IReadOnlyCollection<string>? stopWords = null)
    {
        HashSet<string> said = [.. WordNormaliser.Words(answer, stopWords)];
        double best = 0;
        foreach (string target in targets)
        {
            if (string.IsNullOrWhiteSpace(target)) continue;
            HashSet<string> wanted = [.. WordNormaliser.Words(target, stopWords)];
            if (said.Count + wanted.Count == 0) return 1;
            best = Math.Max(best, 2.0 * said.Count(wanted.Contains) / (said.Count + wanted.Count));
        }
        return best;
    }

    /// <summary>Whether the words of the answer are those of a target, in their order and number.</summary>
    public static bool Exact(string answer, IEnumerable<string> targets)
    {
        IReadOnlyList<string> said = WordNormaliser.Words(answer);
        return targets.Any(target => !string.IsNullOrWhiteSpace(target) && WordNormaliser.Words(target).SequenceEqual(said, StringComparer.Ordinal));
    }
}
