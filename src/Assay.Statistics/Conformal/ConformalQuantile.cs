namespace Assay.Statistics.Conformal;

/// <summary>
/// The quantile of split conformal prediction: of n + 1 exchangeable scores, a new one is at most the ceil((n + 1)(1 - alpha))-th smallest of the others
/// with probability at least 1 - alpha (Vovk, Gammerman and Shafer 2005; Lei et al. 2018, JASA 113, section 2).
/// </summary>
public static class ConformalQuantile
{
    // (n + 1)(1 - alpha) is a whole number for many alphas that people write, and must not be rounded up past it.
    private const double Rounding = 1e-9;

    /// <summary>
    /// The number, from 1, of the order statistic; above <paramref name="count"/> where there are too few scores for <paramref name="alpha"/>.
    /// </summary>
    /// <param name="count">Number of scores, not negative.</param>
    /// <param name="alpha">The error allowed, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static int Position(int count, double alpha)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Check(alpha);
        return Math.Max(1, (int)Math.Ceiling((count + 1.0) * (1 - alpha) - Rounding));
    }

    /// <summary>The fewest scores that give a quantile: the smallest n with n at least (1 - alpha) / alpha.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The error allowed is outside (0, 1).</exception>
    public static int FewestScores(double alpha)
    {
        Check(alpha);
        int count = (int)Math.Ceiling((1 - alpha) / alpha - Rounding);
        while (Position(count, alpha) > count) count++;
        return count;
    }

    /// <summary>The quantile, one of the scores.</summary>
    /// <param name="ascending">Scores in ascending order; ties and infinities are allowed, NaN is not.</param>
    /// <param name="alpha">The error allowed, strictly between 0 and 1.</param>
    /// <returns>Null where there are fewer scores than <see cref="FewestScores"/>: no finite quantile has the guarantee.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The error allowed is outside (0, 1).</exception>
    public static double? Of(ReadOnlySpan<double> ascending, double alpha)
    {
        int position = Position(ascending.Length, alpha);
        return position <= ascending.Length ? ascending[position - 1] : null;
    }

    /// <summary>The quantile of all scores but one, which stands at this index.</summary>
    /// <inheritdoc cref="Of"/>
    public static double? WithoutOne(ReadOnlySpan<double> ascending, int left, double alpha)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)left, (uint)ascending.Length, nameof(left));
        int position = Position(ascending.Length - 1, alpha);
        if (position > ascending.Length - 1) return null;
        return ascending[position - 1 < left ? position - 1 : position];
    }

    private static void Check(double alpha)
    {
        if (!(alpha > 0 && alpha < 1)) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "The error allowed must lie strictly between 0 and 1.");
    }
}
