using Assay.Statistics.Distributions;
using Assay.Statistics.Estimation;

namespace Assay.Statistics.Comparison;

/// <summary>
/// Welch's test (Biometrika 34, 1947) that two independent samples have one mean, without assuming equal variances: the means' difference over
/// sqrt(s1^2 / n1 + s2^2 / n2), against t with Satterthwaite's (1946) degrees of freedom.
/// </summary>
/// <param name="Difference">Mean of the first minus mean of the second, with standard error and interval, in the values' unit; its count is n1 + n2.</param>
/// <param name="T">The statistic; null where the standard error is unknown.</param>
/// <param name="DegreesOfFreedom">Satterthwaite's; null where the standard error is unknown.</param>
/// <param name="PValue">Two-sided probability, in [0, 1]; null where the standard error is unknown: a sample of one, or both without spread.</param>
public sealed record WelchTTest(Estimate Difference, double? T, double? DegreesOfFreedom, double? PValue)
{
    /// <summary>The test.</summary>
    /// <param name="first">Finite values.</param>
    /// <param name="second">Finite values, independent of the first.</param>
    /// <param name="confidence">Nominal coverage of the interval, strictly between 0 and 1.</param>
    /// <returns>Null where a sample is empty.</returns>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is outside (0, 1).</exception>
    public static WelchTTest? Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double confidence)
    {
        if (MeanEstimate.Of(first, confidence) is not Estimate a || MeanEstimate.Of(second, confidence) is not Estimate b) return null;
        double difference = a.Value - b.Value;
        int count = first.Length + second.Length;
        // A sample without spread has a standard error of 0 here, where the other's spread shows that scores do vary.
        double varianceA = Square(a.StandardError), varianceB = Square(b.StandardError), variance = varianceA + varianceB;
        if (first.Length < 2 || second.Length < 2 || variance == 0) return new WelchTTest(new Estimate(difference, null, null, count), null, null, null);
        double error = Math.Sqrt(variance), t = difference / error;
        double shareA = varianceA / variance, shareB = varianceB / variance;
        double degreesOfFreedom = 1 / (shareA * shareA / (first.Length - 1) + shareB * shareB / (second.Length - 1));
        double margin = StudentT.Quantile(0.5 + 0.5 * confidence, degreesOfFreedom) * error;
        return new WelchTTest(
            new Estimate(difference, error, new ConfidenceInterval(difference - margin, difference + margin, confidence), count),
            t, degreesOfFreedom, StudentT.TwoSidedP(t, degreesOfFreedom));
    }

    private static double Square(double? error) => error * error ?? 0;
}
