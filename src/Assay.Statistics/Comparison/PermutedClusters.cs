namespace Assay.Statistics.Comparison;

/// <summary>Sums and sizes of clusters, whose statistic is asked for under many assignments to two groups.</summary>
internal sealed class PermutedClusters(double[] sums, int[] sizes)
{
    /// <summary>
    /// |difference of the means| over its cluster-robust standard error; infinite where the means differ and no cluster within a group does, null where nothing
    /// varies at all.
    /// </summary>
    public double? Statistic(ReadOnlySpan<bool> isFirst)
    {
        double firstSum = 0, secondSum = 0, scale = 0;
        int firstSize = 0, secondSize = 0;
        for (int g = 0; g < sums.Length; g++)
        {
            scale += sums[g] * sums[g];
            if (isFirst[g]) (firstSum, firstSize) = (firstSum + sums[g], firstSize + sizes[g]);
            else (secondSum, secondSize) = (secondSum + sums[g], secondSize + sizes[g]);
        }
        double firstMean = firstSum / firstSize, secondMean = secondSum / secondSize, variance = 0;
        for (int g = 0; g < sums.Length; g++)
        {
            double influence = isFirst[g] ? (sums[g] - sizes[g] * firstMean) / firstSize : (sums[g] - sizes[g] * secondMean) / secondSize;
            variance += influence * influence;
        }
        double difference = Math.Abs(firstMean - secondMean), least = Math.Min(firstSize, secondSize);
        // Rounding of equal sums is no spread.
        if (variance * least * least > 1e-24 * scale) return difference / Math.Sqrt(variance);
        return difference * least > 1e-12 * Math.Sqrt(scale) ? double.PositiveInfinity : null;
    }
}
