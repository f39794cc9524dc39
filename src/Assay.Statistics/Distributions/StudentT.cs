namespace Assay.Statistics.Distributions;

/// <summary>Student's t distribution with a real number of degrees of freedom, at least 1.</summary>
/// <remarks>
/// Own code, because MathNet.Numerics 5.0.0 finds the quantile by bracketing in [-800, 800], which misses the tail at one or two degrees
/// of freedom, and loses digits where the degrees of freedom are many. Relative accuracy here is about 1e-12 in both tails.
/// </remarks>
public static class StudentT
{
    /// <summary>The point below which a share <paramref name="probability"/> of the distribution lies.</summary>
    /// <param name="probability">Strictly between 0 and 1.</param>
    /// <param name="degreesOfFreedom">At least 1, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// With t = sqrt(v) sinh(u) the density of u is proportional to cosh(u)^-v, which is log-concave, and so is the upper tail probability S.
    /// Newton's method on log S(u) = log p therefore converges from every start: after one step it stands beyond the root and comes back monotonely.
    /// The start, cosh(u)^2 = exp(z^2 / (v - 1/2)) with z the normal quantile, is the leading term of Hill's expansion (CACM algorithm 396, 1970).
    /// </remarks>
    public static double Quantile(double probability, double degreesOfFreedom)
    {
        if (!(probability > 0 && probability < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A quantile's probability must lie strictly between 0 and 1.");
        CheckDegreesOfFreedom(degreesOfFreedom);
        if (probability == 0.5) return 0;
        double tail = Math.Min(probability, 1 - probability);
        double target = Math.Log(tail);
        double z = Normal.Quantile(tail);
        double logCosh = 0.5 * z * z / (degreesOfFreedom - 0.5);
        double u = logCosh + Math.Log(1 + Math.Sqrt(-Math.Exp(-2 * logCosh) + 1));
        double scale = Math.Exp(IncompleteBetaHalf.LogGammaHalfStep(0.5 * degreesOfFreedom)) / Math.Sqrt(Math.PI);
        const int MostSteps = 60; // six to eight happen at one degree of freedom, three to four at many
        for (int step = 0; step < MostSteps; step++)
        {
            double survival = UpperTailAt(u, degreesOfFreedom);
            double density = scale * Math.Exp(-degreesOfFreedom * LogCosh(u));
            double change = (Math.Log(survival) - target) * survival / density;
            u = Math.Max(0, u + change);
            if (Math.Abs(change) <= 1e-9 * u) break; // quadratic: the step after this one would be below the rounding
        }
        double quantile = Math.Sqrt(degreesOfFreedom) * Math.Sinh(u);
        return probability < 0.5 ? -quantile : quantile;
    }

    /// <summary>Probability of a value further from 0 than <paramref name="t"/>, on either side; 0 at infinity, NaN at NaN.</summary>
    /// <param name="t">Any number.</param>
    /// <param name="degreesOfFreedom">At least 1, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degrees of freedom are below 1 or not finite.</exception>
    public static double TwoSidedP(double t, double degreesOfFreedom)
    {
        CheckDegreesOfFreedom(degreesOfFreedom);
        if (double.IsNaN(t)) return double.NaN;
        return 2 * UpperTailAt(Math.Asinh(Math.Abs(t) / Math.Sqrt(degreesOfFreedom)), degreesOfFreedom);
    }

    private static void CheckDegreesOfFreedom(double degreesOfFreedom)
    {
        if (!(degreesOfFreedom >= 1 && double.IsFinite(degreesOfFreedom)))
            throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degreesOfFreedom, "The degrees of freedom must be finite and at least 1.");
    }

    /// <summary>
    /// S(t) at t = sqrt(v) sinh(u), u at least 0: half of I_x(v/2, 1/2) with 1 - x = tanh(u)^2. Above 1,000 degrees of freedom
    /// Hill's normal deviate of t (CACM algorithm 395, 1970), whose error is then below 1e-15.
    /// </summary>
    private static double UpperTailAt(double u, double degreesOfFreedom)
    {
        double logCosh = LogCosh(u);
        if (degreesOfFreedom > 1000)
        {
            double a = degreesOfFreedom - 0.5;
            double b = 48 * a * a;
            double square = 2 * a * logCosh;
            double y = Math.Sqrt(square);
            double third = (((4 * square + 33) * square + 240) * square + 855) / (10 * b * (b + 0.8 * square * square + 100));
            return Normal.Cdf(-y * (1 + (square + 3) / b - third));
        }
        double tanh = Math.Tanh(u);
        return 0.5 * IncompleteBetaHalf.Of(0.5 * degreesOfFreedom, -2 * logCosh, tanh * tanh);
    }

    /// <summary>log cosh(u) for u at least 0, without overflow, and with its leading digits near 0.</summary>
    private static double LogCosh(double u)
    {
        if (u > 1) return u - Math.Log(2) + Math.Log(1 + Math.Exp(-2 * u));
        double sinh = Math.Sinh(u);
        double square = sinh * sinh; // log cosh = log1p(sinh^2) / 2
        double sum = 1 + square;
        return 0.5 * (Math.Log(sum) - (sum - 1 - square) / sum);
    }
}
