using Assay.Statistics.Distributions;

namespace Assay.Statistics.Estimation;

/// <summary>A share of independent trials with Wilson's score interval.</summary>
public static class ProportionEstimate
{
    /// <summary>The interval's name in results.</summary>
    public const string IntervalMethod = "wilson";

    /// <summary>
    /// Successes over trials; standard error sqrt(p (1 - p) / n); the score interval of Wilson, "Probable Inference, the Law of Succession, and Statistical
    /// Inference", JASA 22 (1927), which lies in [0, 1] and keeps its coverage for small n and shares near 0 and 1 (Brown, Cai and DasGupta 2001).
    /// </summary>
    /// <param name="successes">From 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">Not negative.</param>
    /// <param name="confidence">Nominal coverage, strictly between 0 and 1.</param>
    /// <returns>Null without trials. Where all or none succeed there is an interval and no standard error: the spread was not seen, which is not
    /// zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static Estimate? Of(int successes, int trials, double confidence)
    {
        ConfidenceLevel.Check(confidence);
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        if (trials == 0) return null;
        double n = trials, share = successes / n;
        double z = Normal.Quantile(0.5 + 0.5 * confidence), square = z * z;
        double centre = (share + square / (2 * n)) / (1 + square / n);
        double margin = z / (1 + square / n) * Math.Sqrt(share * (1 - share) / n + square / (4 * n * n));
        double lower = successes == 0 ? 0 : Math.Max(0, centre - margin), upper = successes == trials ? 1 : Math.Min(1, centre + margin);
        double? error = successes == 0 || successes == trials ? null : Math.Sqrt(share * (1 - share) / n);
        return new Estimate(share, error, new ConfidenceInterval(lower, upper, confidence), trials);
    }
}
