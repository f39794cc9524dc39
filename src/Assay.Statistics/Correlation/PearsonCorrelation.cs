using Assay.Statistics.Distributions;

namespace Assay.Statistics.Correlation;

/// <summary>Pearson's product-moment correlation.</summary>
public static class PearsonCorrelation
{
    /// <summary>
    /// Sum of the products of deviations over the root of the product of their squares' sums. Its p-value takes r sqrt((n - 2) / (1 - r^2)) as Student's t
    /// with n - 2 degrees of freedom: exact for normal data, approximate otherwise.
    /// </summary>
    /// <param name="first">One finite value for each item.</param>
    /// <param name="second">As many, in the same order of items.</param>
    /// <returns>Null for fewer than two items, or where all values of a sample are equal: the coefficient is then 0 / 0. Other tools give NaN.</returns>
    /// <exception cref="ArgumentException">The samples have unlike lengths, or a value is not finite.</exception>
    public static CorrelationResult? Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.Length != second.Length)
            throw new ArgumentException($"Paired samples have one length: {first.Length} is not {second.Length}.", nameof(second));
        double[]? x = Standardised(first, nameof(first));
        double[]? y = Standardised(second, nameof(second));
        if (x is null || y is null) return null;
        double sum = 0;
        for (int i = 0; i < x.Length; i++) sum += x[i] * y[i];
        double coefficient = Math.Clamp(sum, -1, 1);
        int degreesOfFreedom = x.Length - 2;
        if (degreesOfFreedom == 0) return new CorrelationResult(coefficient, null, x.Length);
        double t = coefficient * Math.Sqrt(degreesOfFreedom / ((1 - coefficient) * (1 + coefficient)));
        return new CorrelationResult(coefficient, StudentT.TwoSidedP(t, degreesOfFreedom), x.Length);
    }

    /// <summary>
    /// Deviations from the mean, scaled to a sum of squares of 1; null if there is no spread. The largest is scaled to 1 first, so that no square overflows.
    /// </summary>
    private static double[]? Standardised(ReadOnlySpan<double> values, string name)
    {
        double largest = 0;
        bool allEqual = true;
        foreach (double value in values)
        {
            if (!double.IsFinite(value)) throw new ArgumentException("A correlation needs finite values.", name);
            largest = Math.Max(largest, Math.Abs(value));
            allEqual &= value == values[0];
        }
        if (allEqual) return null;
        double[] deviations = new double[values.Length];
        double sum = 0;
        for (int i = 0; i < deviations.Length; i++) sum += deviations[i] = values[i] / largest;
        double mean = sum / deviations.Length;
        double squares = 0;
        for (int i = 0; i < deviations.Length; i++)
        {
            deviations[i] -= mean;
            squares += deviations[i] * deviations[i];
        }
        if (squares == 0) return null;
        double norm = Math.Sqrt(squares);
        for (int i = 0; i < deviations.Length; i++) deviations[i] /= norm;
        return deviations;
    }
}
