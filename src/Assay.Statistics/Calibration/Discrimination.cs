using Assay.Statistics.Correlation;

namespace Assay.Statistics.Calibration;

/// <summary>How well scores tell positive items from negative ones, whatever their scale.</summary>
public static class Discrimination
{
    /// <summary>
    /// Area under the receiver operating characteristic: the chance that a positive item has a higher score than a negative one, ties half (Mann and
    /// Whitney 1947;
    /// Hanley and McNeil 1982). In [0, 1]; 0.5 is chance.
    /// </summary>
    /// <param name="scores">One for each item, none NaN.</param>
    /// <param name="outcomes">As many: whether it is positive.</param>
    /// <returns>Null where all items are of one class, or there are none.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a score is NaN.</exception>
    public static double? AreaUnderRoc(ReadOnlySpan<double> scores, ReadOnlySpan<bool> outcomes)
    {
        Forecasts.CheckScores(scores, outcomes);
        double[] ranks = Ranks.Mean(scores);
        double positives = 0, sum = 0;
        for (int i = 0; i < ranks.Length; i++)
        {
            if (!outcomes[i]) continue;
            positives++;
            sum += ranks[i];
        }
        double negatives = ranks.Length - positives;
        return positives == 0 || negatives == 0 ? null : (sum - 0.5 * positives * (positives + 1)) / (positives * negatives);
    }

    /// <summary>Average precision: over the distinct scores from the highest, the sum of each step of recall times the precision there. In [0, 1].</summary>
    /// <inheritdoc cref="AreaUnderRoc"/>
    /// <returns>Null where no item is positive.</returns>
    public static double? AveragePrecision(ReadOnlySpan<double> scores, ReadOnlySpan<bool> outcomes)
    {
        Forecasts.CheckScores(scores, outcomes);
        (double[] sorted, double[] shares) = Forecasts.Sorted(scores, outcomes);
        double positives = shares.Sum(), found = 0, precision = 0;
        if (positives == 0) return null;
        for (int end = sorted.Length, start; end > 0; end = start)
        {
            for (start = end - 1; start > 0 && sorted[start - 1] == sorted[end - 1]; start--) { }
            double here = shares[start] * (end - start);
            found += here;
            precision += here * found / (sorted.Length - start);
        }
        return precision / positives;
    }
}
