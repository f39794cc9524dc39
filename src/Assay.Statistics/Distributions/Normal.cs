using MathNet.Numerics;

namespace Assay.Statistics.Distributions;

/// <summary>The standard normal distribution.</summary>
public static class Normal
{
    /// <summary>The point below which a share <paramref name="probability"/> of the distribution lies.</summary>
    /// <param name="probability">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is 0 or less, 1 or more, or NaN.</exception>
    public static double Quantile(double probability)
    {
        if (!(probability > 0 && probability < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A quantile's probability must lie strictly between 0 and 1.");
        return -Math.Sqrt(2) * SpecialFunctions.ErfcInv(2 * probability);
    }

    /// <summary>Probability of a value of at most <paramref name="z"/>; accurate in the lower tail as a ratio. NaN gives NaN.</summary>
    public static double Cdf(double z) => 0.5 * SpecialFunctions.Erfc(-z / Math.Sqrt(2));

    /// <summary>Probability of a value further from 0 than <paramref name="z"/>, on either side. NaN gives NaN.</summary>
    public static double TwoSidedP(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));
}
