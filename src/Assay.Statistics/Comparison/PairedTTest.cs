using Assay.Statistics.Distributions;
using Assay.Statistics.Estimation;

namespace Assay.Statistics.Comparison;

/// <summary>
/// Student's paired test (1908) that two quantities measured on the same items have one mean: the differences' mean over its standard error,
/// against the t distribution with n - 1 degrees of freedom. Assumes independent items.
/// </summary>
/// <param name="Difference">Mean of first minus second with standard error and interval, in the unit of the values.</param>
/// <param name="T">The statistic; null where the standard error is unknown.</param>
/// <param name="DegreesOfFreedom">Items minus 1.</param>
/// <param name="PValue">Two-sided probability, in [0, 1]; null where the standard error is unknown: one item, or differences all equal, even all 0.</param>
public sealed record PairedTTest(Estimate Difference, double? T, int DegreesOfFreedom, double? PValue)
{
    /// <summary>The test on differences already taken.</summary>
    /// <param name="differences">First minus second of each item, finite.</param>
    /// <param name="confidence">Nominal coverage of the interval, strictly between 0 and 1.</param>
    /// <returns>Null for no items.</returns>
    /// <exception cref="ArgumentException">A difference is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is outside (0, 1).</exception>
    public static PairedTTest? Of(ReadOnlySpan<double> differences, double confidence)
    {
        if (MeanEstimate.Of(differences, confidence) is not Estimate difference) return null;
        int degreesOfFreedom = difference.Count - 1;
        double? t = difference.Value / difference.StandardError;
        return new PairedTTest(difference, t, degreesOfFreedom, t is double known ? StudentT.TwoSidedP(known, degreesOfFreedom) : null);
    }

    /// <summary>The test on two aligned samples: item i of <paramref name="first"/> is item i of <paramref name="second"/>.</summary>
    /// <inheritdoc cref="Of(ReadOnlySpan{double}, double)"/>
    /// <param name="first">One finite value for each item.</param>
    /// <param name="second">As many, in the same order of items.</param>
    /// <param name="confidence">Nominal coverage of the interval, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">The samples have unlike lengths, or a difference is not finite.</exception>
    public static PairedTTest? Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double confidence)
    {
        if (first.Length != second.Length)
            throw new ArgumentException($"Paired samples have one length: {first.Length} is not {second.Length}.", nameof(second));
        double[] differences = new double[first.Length];
        for (int i = 0; i < differences.Length; i++) differences[i] = first[i] - second[i];
        return Of(differences, confidence);
    }
}
