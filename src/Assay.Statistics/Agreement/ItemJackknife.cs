using Assay.Statistics.Distributions;
using Assay.Statistics.Estimation;

namespace Assay.Statistics.Agreement;

/// <summary>
/// The delete-one jackknife over items (Quenouille 1956, Tukey 1958): sound for smooth functions of means over items, which kappas, alphas and the figures of
/// a confusion table are (Shao and Tu, "The Jackknife and Bootstrap", 1995, theorem 2.1), and not for ranks and medians.
/// </summary>
public static class ItemJackknife
{
    /// <summary>The interval's name in results.</summary>
    public const string IntervalMethod = "jackknife_t";

    /// <summary>
    /// Standard error sqrt((n - 1) / n * sum of (value without item i - their mean)^2); interval value +- t(n - 1) times it, cut at the statistic's bounds.
    /// </summary>
    /// <param name="value">The statistic of all items, within its bounds.</param>
    /// <param name="withoutItem">The statistic without the items of one kind, and how many items are of that kind; NaN where it is not defined.</param>
    /// <param name="confidence">Nominal coverage, strictly between 0 and 1.</param>
    /// <param name="lowest">The statistic's lower bound; may be infinite.</param>
    /// <param name="highest">The statistic's upper bound; may be infinite.</param>
    /// <returns>Without error and interval for fewer than two items, where a value without an item is not defined, or where all are equal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is outside (0, 1).</exception>
    public static Estimate Describe(
        double value, ReadOnlySpan<(double Value, int Items)> withoutItem, double confidence, double lowest = double.NegativeInfinity,
        double highest = double.PositiveInfinity)
    {
        ConfidenceLevel.Check(confidence);
        int count = 0;
        double sum = 0;
        foreach ((double without, int items) in withoutItem)
        {
            count += items;
            sum += items * without;
        }
        if (count < 2 || !double.IsFinite(sum)) return new Estimate(value, null, null, count);
        double mean = sum / count, squares = 0, largest = 0;
        foreach ((double without, int items) in withoutItem)
        {
            squares += items * (without - mean) * (without - mean);
            largest = Math.Max(largest, Math.Abs(without - mean));
        }
        // What is left of equal values is rounding.
        if (largest <= 1e-13 * Math.Max(1, Math.Abs(mean))) return new Estimate(value, null, null, count);
        double error = Math.Sqrt((count - 1) * squares / count);
        double margin = StudentT.Quantile(0.5 + 0.5 * confidence, count - 1) * error;
        ConfidenceInterval interval = new(Math.Clamp(value - margin, lowest, value), Math.Clamp(value + margin, value, highest), confidence);
        return new Estimate(value, error, interval, count);
    }
}
