using Assay.Statistics.Distributions;
using Assay.Statistics.Estimation;

namespace Assay.Statistics.Calibration;

/// <summary>
/// Root mean squared calibration error over bins, without the bias that noise inside the bins adds (Brocker 2012; Ferro and Fricker 2012; Kumar, Liang and
/// Ma 2019, section 5): the mean over bins, weighted by their items, of (p - y)^2 - y (1 - y) / (n - 1), with p and y the bin's mean forecast and rate.
/// </summary>
/// <param name="Squared">The debiased mean square; may be below 0 where forecasts are good.</param>
/// <param name="Interval">
/// Interval of the root, in [0, 1], given the forecasts: the mean square as a scaled noncentral chi-squared variable whose scale and degrees of freedom match
/// its first two moments. It covers the error of the bins' means, which is at most that of the forecasts themselves.
/// </param>
/// <param name="Bins">The bins it was made of, in rising order of their forecasts.</param>
/// <param name="Count">Items.</param>
public sealed record DebiasedCalibrationError(double Squared, ConfidenceInterval Interval, IReadOnlyList<CalibrationBin> Bins, int Count)
{
    /// <summary>The root of the debiased mean square, 0 where that is below 0; in [0, 1].</summary>
    public double Value => Math.Sqrt(Math.Max(0, Squared));

    /// <summary>Computes it with bins of about equally many items in which equal forecasts stay together.</summary>
    /// <param name="probabilities">One forecast in [0, 1] for each item.</param>
    /// <param name="outcomes">As many: whether it came true.</param>
    /// <param name="bins">The most bins, at least 1.</param>
    /// <param name="confidence">Nominal coverage of the interval, strictly between 0 and 1.</param>
    /// <returns>Null for fewer than two items: one item says nothing of noise.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a probability is outside [0, 1].</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than one bin, or the confidence is outside its range.</exception>
    public static DebiasedCalibrationError? Of(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes, int bins, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        ConfidenceLevel.Check(confidence);
        Forecasts.CheckProbabilities(probabilities, outcomes);
        if (probabilities.Length < 2) return null;
        List<CalibrationBin> parts = Parts(probabilities, outcomes, bins);
        double plain = 0, bias = 0, noise = 0, squaredNoise = 0;
        foreach ((_, int count, double probability, double rate) in parts)
        {
            double weight = (double)count / probabilities.Length, gap = probability - rate;
            plain += weight * gap * gap;
            bias += weight * rate * (1 - rate) / (count - 1);
            // A bin all right or all wrong still has noise: the rate is drawn towards a half by one item of each kind.
            double smooth = (rate * count + 1) / (count + 2), part = weight * smooth * (1 - smooth) / count;
            noise += part;
            squaredNoise += part * part;
        }
        double scale = squaredNoise / noise, degrees = noise / scale, statistic = plain / scale, tail = 0.5 * (1 - confidence);
        double lower = NoncentralChiSquared.Noncentrality(statistic, degrees, 1 - tail);
        // Bins that fit better than chance mostly does are luck: no upper end is below that of a perfect forecaster's usual luck (Cowan and others 2011).
        double upper = NoncentralChiSquared.Noncentrality(Math.Max(statistic, NoncentralChiSquared.CentralMedian(degrees)), degrees, tail);
        ConfidenceInterval interval = new(Root(scale * lower), Root(scale * upper), confidence);
        return new DebiasedCalibrationError(plain - bias, interval, parts, probabilities.Length);
    }

    private static double Root(double square) => Math.Min(1, Math.Sqrt(square));

    private static List<CalibrationBin> Parts(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes, int bins)
    {
        (double[] sorted, double[] shares) = Forecasts.Sorted(probabilities, outcomes);
        int fewest = Math.Max(2, (sorted.Length + bins - 1) / bins);
        List<int> ends = [];
        for (int end = fewest; end < sorted.Length; end += fewest)
        {
            while (end < sorted.Length && sorted[end] == sorted[end - 1]) end++;
            if (sorted.Length - end < (fewest + 1) / 2 || sorted.Length - end < 2) break;
            ends.Add(end);
        }
        ends.Add(sorted.Length);
        List<CalibrationBin> parts = [];
        int start = 0;
        foreach (int end in ends)
        {
            double rate = Math.Clamp(Mean(shares.AsSpan(start, end - start)), 0, 1);
            parts.Add(new CalibrationBin(parts.Count, end - start, Mean(sorted.AsSpan(start, end - start)), rate));
            start = end;
        }
        return parts;
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values) sum += value;
        return sum / values.Length;
    }
}
