namespace Assay.Statistics.Distributions;

/// <summary>The regularised incomplete beta function I_x(a, 1/2) and its constant, for Student's t.</summary>
internal static class IncompleteBetaHalf
{
    /// <summary>I_x(a, 1/2), with relative accuracy where it is small.</summary>
    /// <param name="a">At least 1/2; a few hundred at most, since digits are lost in proportion to it.</param>
    /// <param name="logX">log x, at most 0.</param>
    /// <param name="y">1 - x: given apart, because a subtraction would lose it where x is near 1.</param>
    /// <remarks>
    /// Near x = 1, one minus the series of DLMF 8.17.8, whose terms are all positive; else the continued fraction of DLMF 8.17.22,
    /// evaluated by the modified Lentz method, which converges quickly on that side of the mean.
    /// </remarks>
    public static double Of(double a, double logX, double y)
    {
        if (y == 0) return 1;
        double prefactor = Math.Exp(LogGammaHalfStep(a) + a * logX + 0.5 * Math.Log(y)) / Math.Sqrt(Math.PI);
        return y < 1.5 / (a + 2.5) ? 1 - 2 * prefactor * ComplementSeries(a, y) : prefactor / a / Fraction(a, Math.Exp(logX));
    }

    /// <summary>log(Gamma(a + 1/2) / Gamma(a)) for positive a, without the cancellation of two logarithms (DLMF 5.11.13, raised to a of at least 20).</summary>
    public static double LogGammaHalfStep(double a)
    {
        double product = 1;
        for (; a < 20; a++) product *= a / (a + 0.5);
        double inverse = 1 / a;
        double square = inverse * inverse;
        double series = inverse * (-1.0 / 8 + square * (1.0 / 192 + square * (-1.0 / 640 + square * (17.0 / 14336 - square * 31.0 / 18432))));
        return Math.Log(product * Math.Sqrt(a)) + series;
    }

    private static double ComplementSeries(double a, double y)
    {
        double term = 1, sum = 1;
        for (int n = 0; term > 1e-17 * sum; n++)
        {
            term *= (a + 0.5 + n) / (1.5 + n) * y;
            sum += term;
        }
        return sum;
    }

    private static double Fraction(double a, double x)
    {
        const double b = 0.5;
        double c = 1, d = 1 / (1 - (a + b) / (a + 1) * x);
        double value = d;
        for (int m = 1; m <= 10_000; m++)
        {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / (1 + even * d);
            c = 1 + even / c;
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / (1 + odd * d);
            c = 1 + odd / c;
            double change = d * c;
            value *= change;
            if (Math.Abs(change - 1) < 1e-15) break;
        }
        return 1 / value;
    }
}
