using Assay.Statistics.Distributions;

namespace Assay.Statistics.Estimation;

/// <summary>The mean of independent items with its standard error and Student's t interval.</summary>
public static class MeanEstimate
{
    /// <summary>The interval's name in results.</summary>
    public const string IntervalMethod = "student_t";

    /// <summary>
    /// Mean; standard error s / sqrt(n) with the sample variance s^2 over n - 1; interval mean +- t(n - 1) times the standard error.
    /// All three in the unit of <paramref name="values"/>.
    /// </summary>
    /// <param name="values">Finite numbers; their order does not matter beyond rounding.</param>
    /// <param name="confidence">Nominal coverage, strictly between 0 and 1.</param>
    /// <returns>Null for no values. One value, or values all equal, give a mean without standard error and interval: the spread is unknown, not zero.</returns>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is outside (0, 1).</exception>
    public static Estimate? Of(ReadOnlySpan<double> values, double confidence)
    {
        ConfidenceLevel.Check(confidence);
        if (values.IsEmpty) return null;
        (double mean, double? standardError) = Moments(values);
        if (standardError is not double error) return new Estimate(mean, null, null, values.Length);
        double margin = StudentT.Quantile(0.5 + 0.5 * confidence, values.Length - 1) * error;
        return new Estimate(mean, error, new ConfidenceInterval(mean - margin, mean + margin, confidence), values.Length);
    }

    /// <summary>Mean, and standard error or null; two passes with the correction of Chan, Golub and LeVeque (1983), equation 1.7.</summary>
    private static (double Mean, double? StandardError) Moments(ReadOnlySpan<double> values)
    {
        double sum = 0;
        bool allEqual = true;
        foreach (double value in values)
        {
            if (!double.IsFinite(value)) throw new ArgumentException("A mean needs finite values.", nameof(values));
            sum += value;
            allEqual &= value == values[0];
        }
        if (allEqual) return (values[0], null);
        double mean = sum / values.Length;
        double squares = 0, rest = 0;
        foreach (double value in values)
        {
            double deviation = value - mean;
            squares += deviation * deviation;
            rest += deviation;
        }
        double variance = (squares - rest * rest / values.Length) / (values.Length - 1);
        return (mean, variance > 0 ? Math.Sqrt(variance / values.Length) : null);
    }
}
