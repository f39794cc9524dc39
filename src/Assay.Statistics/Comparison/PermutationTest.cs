using Assay.Statistics.Resampling;

namespace Assay.Statistics.Comparison;

/// <summary>The p-value of an observed number among those of random permutations.</summary>
public static class PermutationTest
{
    /// <summary>
    /// One-sided: (1 + permutations above the observed + a random share of those equal to it) / (1 + permutations). With ties broken at random the p-value is
    /// exactly uniform on its grid where observed and permuted numbers are exchangeable (Phipson and Smyth 2010, for why it is never 0; Dwass 1957).
    /// </summary>
    /// <param name="observed">Large values speak against the null hypothesis; not NaN.</param>
    /// <param name="permuted">The same statistic of random permutations, at least one; not NaN.</param>
    /// <param name="ties">Breaks ties: the observed number takes a random place among its equals.</param>
    /// <exception cref="ArgumentException">There is no permutation, or a number is NaN.</exception>
    public static double UpperPValue(double observed, ReadOnlySpan<double> permuted, RandomStream ties)
    {
        ArgumentNullException.ThrowIfNull(ties);
        if (permuted.IsEmpty) throw new ArgumentException("A permutation test needs permutations.", nameof(permuted));
        if (double.IsNaN(observed)) throw new ArgumentException("The observed number is NaN.", nameof(observed));
        int above = 0, equal = 0;
        foreach (double value in permuted)
        {
            if (double.IsNaN(value)) throw new ArgumentException("A permuted number is NaN.", nameof(permuted));
            if (value > observed) above++;
            else if (value == observed) equal++;
        }
        return (1.0 + above + ties.NextInt(equal + 1)) / (1.0 + permuted.Length);
    }
}
