namespace Assay.Statistics.Correlation;

/// <summary>Spearman's rank correlation (1904).</summary>
public static class SpearmanCorrelation
{
    /// <summary>Pearson's correlation of the mean ranks, and its p-value by Student's t with n - 2 degrees of freedom (an approximation).</summary>
    /// <param name="first">One value for each item; no NaN.</param>
    /// <param name="second">As many, in the same order of items.</param>
    /// <returns>Null for fewer than two items, or where all values of a sample are equal.</returns>
    /// <exception cref="ArgumentException">The samples have unlike lengths, or a value is NaN.</exception>
    public static CorrelationResult? Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second) =>
        PearsonCorrelation.Of(Ranks.Mean(first), Ranks.Mean(second));
}
