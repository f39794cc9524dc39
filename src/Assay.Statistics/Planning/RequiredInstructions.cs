using Assay.Statistics.Comparison;

namespace Assay.Statistics.Planning;

/// <summary>How many instructions show a difference: the inverse of <see cref="DetectableDifference"/>.</summary>
public static class RequiredInstructions
{
    /// <summary>
    /// The least n at which the smallest detectable difference is at most <paramref name="difference"/>: ((z(1 - alpha / 2) + z(power)) s / difference)^2,
    /// rounded up, at least 2.
    /// </summary>
    /// <param name="variance">Variance s^2 of an instruction's score, not negative.</param>
    /// <param name="difference">The true difference to be seen, in the unit of the score; positive.</param>
    /// <param name="confidence">1 minus the test's level, strictly between 0 and 1.</param>
    /// <param name="power">Probability of seeing it, at least 1/2 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Of(double variance, double difference, double confidence, double power)
    {
        if (!(variance >= 0 && double.IsFinite(variance)))
            throw new ArgumentOutOfRangeException(nameof(variance), variance, "A variance must be finite and not negative.");
        if (!(difference > 0 && double.IsFinite(difference)))
            throw new ArgumentOutOfRangeException(nameof(difference), difference, "A difference to be seen must be finite and positive.");
        double ofOne = DetectableDifference.Of(Math.Sqrt(variance), confidence, power) / difference;
        return Math.Max(2, Math.Ceiling(ofOne * ofOne - 1e-9));
    }
}
