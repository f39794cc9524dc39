namespace Assay.Statistics.Calibration;

/// <summary>
/// How far forecast probabilities lie from what came true, bin by bin (Naeini, Cooper and Hauskrecht 2015; Guo, Pleiss, Sun and Weinberger 2017). For the
/// calibration of a classifier the forecast is the probability of its answer, and it comes true where the answer is right.
/// </summary>
/// <remarks>It depends on the bins, and is above 0 for a perfect forecaster with few items: compare only equal bins and about as many items.</remarks>
/// <param name="Expected">Expected calibration error: the gaps' mean, weighted by the bins' items; in [0, 1].</param>
/// <param name="Maximum">Maximum calibration error: the widest gap; in [0, 1].</param>
/// <param name="Bins">The bins that hold items, in rising order: the reliability diagram.</param>
public sealed record CalibrationError(double Expected, double Maximum, IReadOnlyList<CalibrationBin> Bins)
{
    /// <summary>With bins of equal width.</summary>
    /// <param name="probabilities">One forecast in [0, 1] for each item.</param>
    /// <param name="outcomes">As many: whether it came true.</param>
    /// <param name="bins">How many bins [0, 1] is cut into, at least 1; 10 and 15 are usual.</param>
    /// <param name="edge">Where a probability on a border goes. Borders are the numbers k / bins.</param>
    /// <returns>Null for no items.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a probability is outside [0, 1].</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than one bin.</exception>
    public static CalibrationError? EqualWidth(
        ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes, int bins, BinEdge edge = BinEdge.RightClosed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        Forecasts.CheckProbabilities(probabilities, outcomes);
        (int Count, double Sum, int True)[] sums = new (int, double, int)[bins];
        for (int i = 0; i < probabilities.Length; i++)
        {
            ref (int Count, double Sum, int True) bin = ref sums[Place(probabilities[i], bins, edge)];
            bin = (bin.Count + 1, bin.Sum + probabilities[i], bin.True + (outcomes[i] ? 1 : 0));
        }
        return Of(sums.Select(static (bin, index) => new CalibrationBin(index, bin.Count, bin.Sum / bin.Count, (double)bin.True / bin.Count)),
            probabilities.Length);
    }

    /// <summary>
    /// With bins of equally many items in the order of their probabilities; where the items do not divide, the first bins have one more. Items of one
    /// probability
    /// that lie in several bins are spread over them evenly.
    /// </summary>
    /// <inheritdoc cref="EqualWidth"/>
    public static CalibrationError? EqualCount(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes, int bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        Forecasts.CheckProbabilities(probabilities, outcomes);
        (double[] sorted, double[] shares) = Forecasts.Sorted(probabilities, outcomes);
        CalibrationBin[] parts = new CalibrationBin[bins];
        for (int bin = 0, start = 0; bin < bins; bin++)
        {
            int count = sorted.Length / bins + (bin < sorted.Length % bins ? 1 : 0);
            parts[bin] = new CalibrationBin(bin, count, sorted.AsSpan(start, count).ToArray().Sum() / count,
                shares.AsSpan(start, count).ToArray().Sum() / count);
            start += count;
        }
        return Of(parts, sorted.Length);
    }

    private static CalibrationError? Of(IEnumerable<CalibrationBin> bins, int items)
    {
        CalibrationBin[] filled = [.. bins.Where(static bin => bin.Count > 0)];
        return filled.Length == 0 ? null : new CalibrationError(filled.Sum(bin => bin.Gap * bin.Count / items), filled.Max(static bin => bin.Gap), filled);
    }

    // The product only guesses: 0.6 times 5 is not 3.
    private static int Place(double probability, int bins, BinEdge edge)
    {
        int bin = Math.Min((int)(probability * bins), bins - 1);
        if (edge == BinEdge.LeftClosed)
        {
            while (bin > 0 && probability < (double)bin / bins) bin--;
            while (bin < bins - 1 && probability >= (double)(bin + 1) / bins) bin++;
            return bin;
        }
        while (bin > 0 && probability <= (double)bin / bins) bin--;
        while (bin < bins - 1 && probability > (double)(bin + 1) / bins) bin++;
        return bin;
    }
}
