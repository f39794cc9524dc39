using Assay.Statistics.Correlation;
using Assay.Statistics.Distributions;
using Assay.Statistics.Estimation;

namespace Assay.Statistics.Calibration;

/// <summary>The area under the receiver operating characteristic with its uncertainty.</summary>
public static class RocAreaEstimate
{
    /// <summary>
    /// The area; its standard error by the placements of each class in the other (DeLong, DeLong and Clarke-Pearson 1988); the interval on the scale of
    /// log-odds, so that it stays in (0, 1) (Pepe 2003, section 5.2).
    /// </summary>
    /// <param name="scores">One for each item, none NaN.</param>
    /// <param name="outcomes">As many: whether it is positive.</param>
    /// <param name="confidence">Nominal coverage, strictly between 0 and 1.</param>
    /// <returns>
    /// Null where all items are of one class. With one item in a class, or an area of 0 or 1, a value alone: no spread was seen, which is not no spread.
    /// </returns>
    /// <exception cref="ArgumentException">The lengths differ, or a score is NaN.</exception>
    public static Estimate? Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> outcomes, double confidence)
    {
        ConfidenceLevel.Check(confidence);
        if (Discrimination.AreaUnderRoc(scores, outcomes) is not { } area) return null;
        double[] all = Ranks.Mean(scores);
        double variance = 0;
        foreach (bool side in (ReadOnlySpan<bool>)[true, false])
        {
            double[] own = Of(scores, outcomes, side), ofAll = Of(all, outcomes, side), within = Ranks.Mean(own);
            if (own.Length < 2) return new Estimate(area, null, null, scores.Length);
            double others = scores.Length - own.Length;
            // Share of the other class that lies below an item, ties half.
            double[] placements = [.. ofAll.Select((rank, i) => (rank - within[i]) / others)];
            double deviation = SampleDeviation.Of(placements);
            variance += deviation * deviation / own.Length;
        }
        if (!(variance > 0) || area is <= 0 or >= 1) return new Estimate(area, null, null, scores.Length);
        double error = Math.Sqrt(variance), logit = Math.Log(area / (1 - area));
        double margin = Normal.Quantile(0.5 + 0.5 * confidence) * error / (area * (1 - area));
        ConfidenceInterval interval = new(Regression.Logit.Probability(logit - margin), Regression.Logit.Probability(logit + margin), confidence);
        return new Estimate(area, error, interval, scores.Length);
    }

    private static double[] Of(ReadOnlySpan<double> values, ReadOnlySpan<bool> outcomes, bool side)
    {
        List<double> own = [];
        for (int i = 0; i < values.Length; i++)
        {
            if (outcomes[i] == side) own.Add(values[i]);
        }
        return [.. own];
    }
}
