using Assay.Statistics.Clustering;
using Assay.Statistics.Resampling;

namespace Assay.Statistics.Comparison;

/// <summary>What a permutation test exchanges.</summary>
public enum PermutationScheme
{
    /// <summary>Single observations change groups.</summary>
    Observations,

    /// <summary>Whole clusters change groups: every cluster lies in one group.</summary>
    WholeClusters,

    /// <summary>Observations change groups inside their cluster: some cluster has both groups.</summary>
    WithinClusters,
}

/// <summary>
/// Fisher's permutation test (1935) that two groups come from one distribution: the share of the rearrangements of the group labels whose statistic is at least
/// as far from 0 as the data's. Clusters stay as they are: whole ones change groups where each lies in one group, and otherwise labels are exchanged inside
/// clusters, those of one group contributing nothing.
/// </summary>
/// <remarks>
/// The statistic is the difference of the means over its (cluster-robust) standard error, so that unequal spreads do not make the test reject (Janssen, Stat.
/// Prob. Lett. 36, 1997); inside clusters, where the numbers of each group are fixed, the difference itself. All rearrangements are gone through where
/// there are
/// no more than <c>draws</c>; otherwise <c>draws</c> random ones, and p = (1 + as far) / (1 + draws), which is never 0 (Phipson and Smyth 2010).
/// </remarks>
/// <param name="PValue">Two-sided, in (0, 1]; null where nothing can be exchanged or all values are equal.</param>
/// <param name="Scheme">What was exchanged.</param>
/// <param name="IsExact">True if all rearrangements were gone through.</param>
public sealed record GroupPermutationTest(double? PValue, PermutationScheme Scheme, bool IsExact)
{
    private const double Rounding = 1e-9;

    /// <summary>The test.</summary>
    /// <param name="values">The values of both groups, finite.</param>
    /// <param name="isFirst">Whether each value is of the first group.</param>
    /// <param name="labels">Clusters of the values; null: every value stands alone.</param>
    /// <param name="draws">Random rearrangements at most, at least 99.</param>
    /// <param name="seed">Draw number d uses the stream d + 1.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Null where a group is empty.</returns>
    /// <exception cref="ArgumentException">A value is not finite, or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 99 draws.</exception>
    public static GroupPermutationTest? Of(
        ReadOnlySpan<double> values, ReadOnlySpan<bool> isFirst, ClusterLabels? labels, int draws, ulong seed, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 99);
        if (isFirst.Length != values.Length || (labels is not null && labels.Length != values.Length))
            throw new ArgumentException("Values, groups and clusters are of unlike lengths.", nameof(isFirst));
        foreach (double value in values)
        {
            if (!double.IsFinite(value)) throw new ArgumentException("A permutation test needs finite values.", nameof(values));
        }
        int firstCount = isFirst.Count(true);
        if (firstCount == 0 || firstCount == values.Length) return null;
        ClusterLabels units = labels ?? ClusterLabels.Of(Enumerable.Range(0, values.Length));
        bool[]? groups = WholeClusterGroups(units, isFirst);
        if (groups is null) return Within(values, isFirst, units, draws, seed, cancellation);
        PermutationScheme scheme = labels is null ? PermutationScheme.Observations : PermutationScheme.WholeClusters;
        PermutedClusters clusters = new(units.Sums(values), units.Sizes());
        (double? p, bool exact) = Whole(clusters, groups, draws, seed, cancellation);
        return new GroupPermutationTest(p, scheme, exact);
    }

    /// <summary>The group of each cluster; null where a cluster has both.</summary>
    private static bool[]? WholeClusterGroups(ClusterLabels labels, ReadOnlySpan<bool> isFirst)
    {
        bool?[] groups = new bool?[labels.Count];
        for (int i = 0; i < isFirst.Length; i++)
        {
            ref bool? group = ref groups[labels.Numbers[i]];
            if (group is bool known && known != isFirst[i]) return null;
            group = isFirst[i];
        }
        return [.. groups.Select(group => group!.Value)];
    }

    private static (double? P, bool Exact) Whole(PermutedClusters clusters, bool[] groups, int draws, ulong seed, CancellationToken cancellation)
    {
        if (clusters.Statistic(groups) is not double observed) return (null, false);
        double bound = observed * (1 - Rounding);
        int chosen = groups.Count(group => group);
        if (Combinations.Count(groups.Length, chosen) <= draws)
        {
            int all = 0, asFar = 0;
            foreach (bool[] arrangement in Combinations.All(groups.Length, chosen))
            {
                cancellation.ThrowIfCancellationRequested();
                all++;
                if (!(clusters.Statistic(arrangement) < bound)) asFar++;
            }
            return ((double)asFar / all, true);
        }
        int[] far = new int[draws];
        Parallel.For(0, draws, new ParallelOptions { CancellationToken = cancellation }, draw =>
        {
            bool[] arrangement = [.. groups];
            new RandomStream(seed, (ulong)draw + 1).Shuffle(arrangement.AsSpan());
            if (!(clusters.Statistic(arrangement) < bound)) far[draw] = 1;
        });
        return ((1.0 + far.Sum()) / (1 + draws), false);
    }

    private static GroupPermutationTest Within(
        ReadOnlySpan<double> values, ReadOnlySpan<bool> isFirst, ClusterLabels labels, int draws, ulong seed, CancellationToken cancellation)
    {
        List<(double[] Values, int First)> mixed = MixedClusters(values, isFirst, labels, out double expected, out double observed);
        double distance = Math.Abs(observed - expected);
        if (mixed.All(cluster => cluster.Values.Distinct().Count() == 1)) return new GroupPermutationTest(null, PermutationScheme.WithinClusters, false);
        double bound = distance * (1 - Rounding) - Rounding * mixed.Sum(cluster => cluster.Values.Sum(Math.Abs));
        int[] far = new int[draws];
        Parallel.For(0, draws, new ParallelOptions { CancellationToken = cancellation }, draw =>
        {
            RandomStream random = new(seed, (ulong)draw + 1);
            double sum = 0;
            foreach ((double[] ofCluster, int first) in mixed)
            {
                double[] shuffled = [.. ofCluster];
                random.Shuffle(shuffled.AsSpan());
                for (int i = 0; i < first; i++) sum += shuffled[i];
            }
            if (Math.Abs(sum - expected) >= bound) far[draw] = 1;
        });
        return new GroupPermutationTest((1.0 + far.Sum()) / (1 + draws), PermutationScheme.WithinClusters, false);
    }

    /// <summary>The clusters with both groups; the first group's sum in them, and what it is on average over all exchanges.</summary>
    private static List<(double[] Values, int First)> MixedClusters(
        ReadOnlySpan<double> values, ReadOnlySpan<bool> isFirst, ClusterLabels labels, out double expected, out double observed)
    {
        List<double>[] first = [.. Enumerable.Range(0, labels.Count).Select(_ => new List<double>())], second = [.. first.Select(_ => new List<double>())];
        for (int i = 0; i < values.Length; i++) (isFirst[i] ? first : second)[labels.Numbers[i]].Add(values[i]);
        List<(double[], int)> mixed = [];
        (expected, observed) = (0, 0);
        for (int g = 0; g < labels.Count; g++)
        {
            if (first[g].Count == 0 || second[g].Count == 0) continue;
            double[] together = [.. first[g], .. second[g]];
            mixed.Add((together, first[g].Count));
            observed += first[g].Sum();
            expected += together.Average() * first[g].Count;
        }
        return mixed;
    }
}
