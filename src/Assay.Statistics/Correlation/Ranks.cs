namespace Assay.Statistics.Correlation;

/// <summary>Ranks of numbers.</summary>
public static class Ranks
{
    /// <summary>Ranks from 1 for the smallest, in the order given; equal values share the mean of the ranks they take up together.</summary>
    /// <param name="values">Any numbers but NaN; infinities rank at the ends. None gives none.</param>
    /// <exception cref="ArgumentException">A value is NaN, which has no rank.</exception>
    public static double[] Mean(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        if (sorted.AsSpan().IndexOf(double.NaN) >= 0) throw new ArgumentException("A value that is not a number has no rank.", nameof(values));
        int[] order = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, order);
        double[] ranks = new double[sorted.Length];
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            for (end = start + 1; end < sorted.Length && sorted[end] == sorted[start]; end++) { }
            for (int i = start; i < end; i++) ranks[order[i]] = 0.5 * (start + 1 + end);
        }
        return ranks;
    }
}
