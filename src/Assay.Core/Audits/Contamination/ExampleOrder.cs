using System.Globalization;
using Assay.Statistics.Resampling;

namespace Assay.Core.Audits.Contamination;

/// <summary>
/// Whether the order of examples looks exchangeable. A sorted or grouped set is more probable in its order for any model, whether it saw the set or not, so
/// the tests prove nothing there.
/// </summary>
public static class ExampleOrder
{
    private const int Permutations = 199;
    private const double Suspicious = 0.01;

    /// <summary>What speaks against an exchangeable order, in sentences; none where nothing was found, which is no proof.</summary>
    /// <param name="examples">The examples in their published order.</param>
    /// <param name="seed">Seed of the permutations they are compared with.</param>
    /// <param name="cancellation">Stops between permutations.</param>
    public static IEnumerable<string> Problems(IReadOnlyList<string> examples, ulong seed, CancellationToken cancellation)
    {
        if (examples.Count < 4) yield break;
        foreach ((string name, double[] values) in Orderings(examples))
        {
            double p = PValue(examples.Count, order => Smoothness(values, order), seed, cancellation);
            if (p <= Suspicious) yield return Sentence($"neighbours are closer in {name} than chance brings them", p);
        }
        HashSet<string>[] words =
            [.. examples.Select(static text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase))];
        double similar = PValue(examples.Count, order => Likeness(words, order), seed, cancellation);
        if (similar <= Suspicious) yield return Sentence("neighbours share more words than chance brings together", similar);
    }

    private static IEnumerable<(string Name, double[] Values)> Orderings(IReadOnlyList<string> examples)
    {
        string[] sorted = [.. examples.Order(StringComparer.Ordinal)];
        yield return ("alphabetical order", [.. examples.Select(text => (double)Array.BinarySearch(sorted, text, StringComparer.Ordinal))]);
        double[] lengths = [.. examples.Select(static text => (double)text.Length)];
        double[] ascending = [.. lengths.Order()];
        yield return ("length", [.. lengths.Select(length => (double)Array.BinarySearch(ascending, length))]);
    }

    // Ranks next to each other differ little in a sorted or grouped set.
    private static double Smoothness(double[] values, int[] order)
    {
        double sum = 0;
        for (int i = 1; i < order.Length; i++) sum -= Math.Abs(values[order[i]] - values[order[i - 1]]);
        return sum;
    }

    private static double Likeness(HashSet<string>[] words, int[] order)
    {
        double sum = 0;
        for (int i = 1; i < order.Length; i++)
        {
            (HashSet<string> one, HashSet<string> other) = (words[order[i]], words[order[i - 1]]);
            int shared = one.Count < other.Count ? one.Count(other.Contains) : other.Count(one.Contains);
            int all = one.Count + other.Count - shared;
            if (all > 0) sum += (double)shared / all;
        }
        return sum;
    }

    private static double PValue(int count, Func<int[], double> statistic, ulong seed, CancellationToken cancellation)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        double observed = statistic(order);
        double[] permuted = new double[Permutations];
        for (int k = 0; k < Permutations; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            new RandomStream(seed, (ulong)k).Shuffle<int>(order);
            permuted[k] = statistic(order);
        }
        // Ties count against a warning: sets of equal examples are exchangeable.
        return (1.0 + permuted.Count(value => value >= observed)) / (1.0 + Permutations);
    }

    private static string Sentence(string what, double p) => string.Create(CultureInfo.InvariantCulture,
        $"The order is no random one: {what} (p = {p:0.###}). A model may prefer it without having seen it, so a small p-value proves no contamination here.");
}
