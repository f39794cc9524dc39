using MathNet.Numerics;

namespace Assay.Statistics.Distributions;

/// <summary>The noncentral chi-squared distribution: a sum of squared normal variables whose means are not 0.</summary>
internal static class NoncentralChiSquared
{
    private const int MostHalvings = 100;

    /// <summary>
    /// P(X at most <paramref name="x"/>), as the mixture of central distributions over Poisson weights (Johnson, Kotz and Balakrishnan 1995, section 29.3).
    /// </summary>
    /// <param name="x">Not negative.</param>
    /// <param name="degrees">Degrees of freedom, positive; need not be whole.</param>
    /// <param name="noncentrality">The sum of the squared means, not negative.</param>
    public static double Cumulative(double x, double degrees, double noncentrality)
    {
        if (x <= 0) return 0;
        double half = 0.5 * noncentrality, spread = 10 * Math.Sqrt(half) + 30;
        int first = (int)Math.Max(0, half - spread), last = (int)(half + spread);
        double y = 0.5 * x, shape = 0.5 * degrees + last;
        double below = SpecialFunctions.GammaLowerRegularized(shape, y), sum = 0;
        // Downwards only positive terms are added: P(a - 1, y) = P(a, y) + y^(a - 1) e^-y / Gamma(a).
        for (int j = last; j >= first; j--)
        {
            double weight = half == 0 ? (j == 0 ? 1 : 0) : Math.Exp(j * Math.Log(half) - half - SpecialFunctions.GammaLn(j + 1));
            sum += weight * below;
            if (shape > 1 || j > first) below = Math.Min(1, below + Math.Exp((shape - 1) * Math.Log(y) - y - SpecialFunctions.GammaLn(shape)));
            shape--;
        }
        return Math.Min(1, sum);
    }

    /// <summary>The noncentrality at which P(X at most <paramref name="x"/>) is <paramref name="probability"/>; 0 where it is lower already at 0.</summary>
    public static double Noncentrality(double x, double degrees, double probability)
    {
        if (Cumulative(x, degrees, 0) <= probability) return 0;
        double low = 0, high = Math.Max(1, x);
        while (Cumulative(x, degrees, high) > probability)
        {
            low = high;
            high *= 2;
        }
        for (int halving = 0; halving < MostHalvings && high - low > 1e-10 * high; halving++)
        {
            double middle = 0.5 * (low + high);
            if (Cumulative(x, degrees, middle) > probability) low = middle;
            else high = middle;
        }
        return 0.5 * (low + high);
    }

    /// <summary>The median of the central distribution.</summary>
    public static double CentralMedian(double degrees)
    {
        double low = 0, high = degrees + 1;
        for (int halving = 0; halving < MostHalvings && high - low > 1e-12 * high; halving++)
        {
            double middle = 0.5 * (low + high);
            if (SpecialFunctions.GammaLowerRegularized(0.5 * degrees, 0.5 * middle) < 0.5) low = middle;
            else high = middle;
        }
        return 0.5 * (low + high);
    }
}
