namespace Assay.Core.Metrics.Reduction;

/// <summary>The mean over tasks whose means and sizes are known.</summary>
public static class MeanOfMeans
{
    /// <summary>Each task once, whatever its size (BIG-Bench Hard's overall score).</summary>
    /// <returns>Null for no tasks.</returns>
    /// <exception cref="ArgumentException">A mean is not finite.</exception>
    public static double? ByTask(ReadOnlySpan<double> means)
    {
        double sum = 0;
        foreach (double mean in means) sum += Finite(mean);
        return means.IsEmpty ? null : sum / means.Length;
    }

    /// <summary>Each item once, so that a large task counts more (lm-evaluation-harness' <c>weight_by_size</c>).</summary>
    /// <param name="means">One for each task.</param>
    /// <param name="sizes">As many: the items behind it, 0 or more.</param>
    /// <returns>Null where there are no items.</returns>
    /// <exception cref="ArgumentException">The lengths differ, a mean is not finite, or a size is negative.</exception>
    public static double? ByItem(ReadOnlySpan<double> means, ReadOnlySpan<int> sizes)
    {
        if (means.Length != sizes.Length) throw new ArgumentException($"There are {means.Length} means, but {sizes.Length} sizes.", nameof(sizes));
        double sum = 0;
        long items = 0;
        for (int i = 0; i < means.Length; i++)
        {
            if (sizes[i] < 0) throw new ArgumentException("A size is negative.", nameof(sizes));
            sum += Finite(means[i]) * sizes[i];
            items += sizes[i];
        }
        return items == 0 ? null : sum / items;
    }

    private static double Finite(double mean) => double.IsFinite(mean) ? mean : throw new ArgumentException("A mean is not finite.", nameof(mean));
}
