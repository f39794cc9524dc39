using Assay.Statistics.Distributions;
using Assay.Statistics.Estimation;

namespace Assay.Statistics.Comparison;

/// <summary>
/// The smallest true difference that a two-sided test with this standard error would have found with a given probability: the minimum detectable effect of
/// Bloom ("Minimum detectable effects", Evaluation Review 19(5), 1995), in the form Miller uses for evaluations ("Adding error bars to evals",
/// arXiv 2411.00640, section 5).
/// </summary>
public static class DetectableDifference
{
    /// <summary>
    /// (z(1 - alpha / 2) + z(power)) times the standard error, with alpha = 1 - confidence and z the normal quantile; in the standard error's unit.
    /// </summary>
    /// <param name="standardError">Standard error of the difference, finite and not negative.</param>
    /// <param name="confidence">1 minus the test's level, strictly between 0 and 1.</param>
    /// <param name="power">Probability of finding the difference, at least 1/2 and below 1.</param>
    /// <remarks>
    /// The normal approximation: with few items (fewer than about 30) the t test detects a little less. The rejections of the wrong sign are left out,
    /// which is why a power below one half is refused.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Of(double standardError, double confidence, double power)
    {
        if (!(standardError >= 0 && double.IsFinite(standardError)))
            throw new ArgumentOutOfRangeException(nameof(standardError), standardError, "A standard error must be finite and not negative.");
        ConfidenceLevel.Check(confidence);
        if (!(power >= 0.5 && power < 1)) throw new ArgumentOutOfRangeException(nameof(power), power, "A power must be at least 0.5 and below 1.");
        return (Normal.Quantile(0.5 + 0.5 * confidence) + Normal.Quantile(power)) * standardError;
    }
}
