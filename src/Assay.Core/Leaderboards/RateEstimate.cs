using Assay.Statistics.Distributions;
using Assay.Statistics.Estimation;

namespace Assay.Core.Leaderboards;

/// <summary>Estimates of rates, which lie in [0, 1]: what an interval says beyond that is cut off, which loses no coverage.</summary>
internal static class RateEstimate
{
    /// <summary>The estimate with its interval cut to [0, 1].</summary>
    public static Estimate? Clip(Estimate? estimate) =>
        estimate?.Interval is { } interval
            ? estimate with { Interval = new ConfidenceInterval(Math.Clamp(interval.Lower, 0, 1), Math.Clamp(interval.Upper, 0, 1), interval.Level) }
            : estimate;

    /// <summary>An estimate with a Student t interval of count - 1 degrees of freedom around it, not cut.</summary>
    public static Estimate WithMargin(double value, double standardError, int count, double confidence)
    {
        double margin = StudentT.Quantile(0.5 + 0.5 * confidence, count - 1) * standardError;
        return new Estimate(value, standardError, new ConfidenceInterval(value - margin, value + margin, confidence), count);
    }
}
