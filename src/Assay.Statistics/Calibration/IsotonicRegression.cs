namespace Assay.Statistics.Calibration;

/// <summary>The best non-decreasing fit (Ayer and others 1955; Barlow and others 1972), by pooling adjacent violators.</summary>
public static class IsotonicRegression
{
    /// <summary>Fitted values that do not fall with x and have the smallest weighted sum of squared distances from y; items of one x share theirs.</summary>
    /// <param name="x">What orders the items; no NaN.</param>
    /// <param name="y">As many finite values.</param>
    /// <param name="weights">As many positive weights; empty for ones.</param>
    /// <returns>One fitted value for each item, in the order given.</returns>
    /// <exception cref="ArgumentException">The lengths differ, a value is not finite, or a weight is not positive.</exception>
    public static double[] Fit(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> weights = default)
    {
        if (y.Length != x.Length || (!weights.IsEmpty && weights.Length != x.Length))
            throw new ArgumentException("x, y and the weights have unlike lengths.", nameof(y));
        if (x.IndexOf(double.NaN) >= 0) throw new ArgumentException("A value of x is not a number.", nameof(x));
        double[] sorted = x.ToArray();
        int[] order = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, order);
        List<(double Sum, double Weight, int End)> blocks = [];
        for (int i = 0; i < order.Length; i++)
        {
            double weight = weights.IsEmpty ? 1 : weights[order[i]];
            if (!double.IsFinite(y[order[i]]) || !(weight > 0 && double.IsFinite(weight)))
                throw new ArgumentException("A value of y is not finite, or a weight is not positive.", nameof(y));
            (double Sum, double Weight, int End) block = (weight * y[order[i]], weight, i + 1);
            // Items of one x are one item; after them, a block below the one before it joins it.
            bool isTied = i > 0 && sorted[i] == sorted[i - 1];
            while (blocks.Count > 0 && (isTied || block.Sum / block.Weight <= blocks[^1].Sum / blocks[^1].Weight))
            {
                block = (block.Sum + blocks[^1].Sum, block.Weight + blocks[^1].Weight, block.End);
                blocks.RemoveAt(blocks.Count - 1);
                isTied = false;
            }
            blocks.Add(block);
        }
        double[] fitted = new double[order.Length];
        int start = 0;
        foreach ((double sum, double weight, int end) in blocks)
        {
            for (; start < end; start++) fitted[order[start]] = sum / weight;
        }
        return fitted;
    }
}
