using Assay.Statistics.Clustering;
using Assay.Statistics.Estimation;

namespace Assay.Statistics.Comparison;

/// <summary>The test that two groups of observations have one mean where observations of a cluster depend on each other, in one group or across both.</summary>
/// <param name="Difference">Mean of the first minus mean of the second, with cluster-robust standard error and t(G - 1) interval.</param>
/// <param name="Clusters">G, over both groups.</param>
/// <param name="PValue">Two-sided probability against t(G - 1), in [0, 1]; null where the standard error is unknown.</param>
public sealed record ClusteredDifference(Estimate Difference, int Clusters, double? PValue)
{
    /// <summary>The test. Each observation's influence is its deviation from its group's mean over the group's size, negative in the second group.</summary>
    /// <param name="values">The values of both groups, finite.</param>
    /// <param name="isFirst">Whether each value is of the first group.</param>
    /// <param name="design">The clusters of the values.</param>
    /// <param name="confidence">Nominal coverage of the interval, strictly between 0 and 1.</param>
    /// <returns>Null where a group is empty; without error where all of a group lies in one cluster, whose own part of the error nobody saw, or where clusters
    /// do not differ.</returns>
    /// <exception cref="ArgumentException">A value is not finite, or the lengths differ.</exception>
    public static ClusteredDifference? Of(ReadOnlySpan<double> values, ReadOnlySpan<bool> isFirst, ClusterDesign design, double confidence)
    {
        ArgumentNullException.ThrowIfNull(design);
        if (isFirst.Length != values.Length || design.Length != values.Length) throw new ArgumentException(
            "Values, groups and clusters are of unlike lengths.", nameof(isFirst));
        double firstSum = 0, secondSum = 0;
        int firstCount = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i])) throw new ArgumentException("A mean needs finite values.", nameof(values));
            if (isFirst[i]) (firstSum, firstCount) = (firstSum + values[i], firstCount + 1);
            else secondSum += values[i];
        }
        int secondCount = values.Length - firstCount;
        if (firstCount == 0 || secondCount == 0) return null;
        double firstMean = firstSum / firstCount, secondMean = secondSum / secondCount;
        if (!IsSpread(isFirst, design, true) || !IsSpread(isFirst, design, false))
            return new ClusteredDifference(new Estimate(firstMean - secondMean, null, null, values.Length), design.Clusters, null);
        double[] influences = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
            influences[i] = isFirst[i] ? (values[i] - firstMean) / firstCount : (secondMean - values[i]) / secondCount;
        Estimate difference = ClusteredMean.Around(firstMean - secondMean, influences, design, confidence, values.Length);
        return new ClusteredDifference(difference, design.Clusters, ClusteredMean.PValue(difference, design));
    }

    /// <summary>True if a group has observations in two clusters at least, of each kind of label.</summary>
    private static bool IsSpread(ReadOnlySpan<bool> isFirst, ClusterDesign design, bool group) =>
        IsSpread(isFirst, design.First, group) && (design.Second is null || IsSpread(isFirst, design.Second, group));

    private static bool IsSpread(ReadOnlySpan<bool> isFirst, ClusterLabels labels, bool group)
    {
        int seen = -1;
        for (int i = 0; i < isFirst.Length; i++)
        {
            if (isFirst[i] != group) continue;
            if (seen >= 0 && labels.Numbers[i] != seen) return true;
            seen = labels.Numbers[i];
        }
        return false;
    }
}
