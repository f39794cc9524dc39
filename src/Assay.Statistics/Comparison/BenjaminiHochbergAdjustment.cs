namespace Assay.Statistics.Comparison;

/// <summary>
/// The step-up adjustment of Benjamini and Hochberg ("Controlling the false discovery rate", J. R. Statist. Soc. B 57, 1995): rejecting where the adjusted
/// p-value is at most q holds the expected share of false rejections among all rejections at q, for independent or positively dependent tests (Benjamini and
/// Yekutieli 2001).
/// </summary>
public static class BenjaminiHochbergAdjustment
{
    /// <summary>Adjusted p-values in the order given: with p sorted, the running minimum from the largest of m p_i / i for i from 1, at most 1.</summary>
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
        double smallest = 1;
        for (int i = sorted.Length - 1; i >= 0; i--)
        {
            // Never below the plain value, which m p / m may miss by a rounding.
            smallest = Math.Min(smallest, Math.Max(sorted[i], sorted.Length * sorted[i] / (i + 1)));
            adjusted[order[i]] = smallest;
        }
        return adjusted;
    }
}
