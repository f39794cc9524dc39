using Assay.Statistics.Regression;

namespace Assay.Core.Simulation;

/// <summary>Finds the quality that gives a wanted win rate.</summary>
internal static class QualitySearch
{
    // Log-odds beyond this are probabilities of 0 or 1 to double precision.
    private const double Bound = 700;

    /// <summary>The q at which the mean of sigmoid(offset + q) is <paramref name="winRate"/>, to double precision.</summary>
    /// <param name="offsets">Log-odds without the quality; finite, at least one.</param>
    /// <param name="winRate">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The win rate is 0 or less, 1 or more, or NaN.</exception>
    public static double Find(ReadOnlySpan<double> offsets, double winRate)
    {
        if (!(winRate > 0 && winRate < 1))
            throw new ArgumentOutOfRangeException(nameof(winRate), winRate, "A win rate to aim at must lie strictly between 0 and 1.");
        double low = -Bound, high = Bound;
        // The mean rises with q, so halving finds it; it ends where no double lies between the two.
        while (true)
        {
            double middle = 0.5 * (low + high);
            if (middle == low || middle == high) return middle;
            if (MeanProbability(offsets, middle) < winRate) low = middle;
            else high = middle;
        }
    }

    /// <summary>Mean of sigmoid(offset + quality).</summary>
    public static double MeanProbability(ReadOnlySpan<double> offsets, double quality)
    {
        double sum = 0;
        foreach (double offset in offsets) sum += Logit.Probability(offset + quality);
        return sum / offsets.Length;
    }
}
