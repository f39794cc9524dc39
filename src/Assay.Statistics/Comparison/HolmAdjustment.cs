namespace Assay.Statistics.Comparison;

/// <summary>
/// Holm's step-down adjustment ("A simple sequentially rejective multiple test procedure", Scand. J. Statist. 6, 1979): rejecting where the adjusted
/// p-value is at most alpha holds the probability of any false rejection at alpha, whatever the dependence between the tests.
/// </summary>
public static class HolmAdjustment
{
    /// <summary>Adjusted p-values in the order given: with p sorted, the running maximum of (m - i) p_i for i from 0, at most 1.</summary>
    /// <param name="pValues">Numbers in [0, 1]; none gives none. A test without a p-value is not part of the family: leave it out.</param>
    /// <exception cref="ArgumentOutOfRangeException">A p-value is outside [0, 1] or NaN.</exception>
    public static double[] Adjust(ReadOnlySpan<double> pValues)
    {
        foreach (double p in pValues)
        {
            if (!(p >= 0 && p <= 1)) throw new ArgumentOutOfRangeException(nameof(pValues), p, "A p-value must lie between 0 and 1.");
        }
        double[] sorted = pValues.ToArray();
        int[] order = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, order);
        double[] adjusted = new double[sorted.Length];
        double largest = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            largest = Math.Max(largest, Math.Min(1, (sorted.Length - i) * sorted[i]));
            adjusted[order[i]] = largest;
        }
        return adjusted;
    }
}
