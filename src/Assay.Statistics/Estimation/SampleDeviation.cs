namespace Assay.Statistics.Estimation;

/// <summary>The sample standard deviation, with weights.</summary>
public static class SampleDeviation
{
    /// <summary>
    /// Square root of sum w (x - mean)^2 / (sum w - 1), with the weighted mean: for whole-number weights the standard deviation (n - 1) of the values
    /// repeated so often. In the unit of the values.
    /// </summary>
    /// <param name="values">Finite values.</param>
    /// <param name="weights">One weight per value, 0 or more; empty for ones.</param>
    /// <returns>NaN where the weights sum to 1 or less.</returns>
    public static double Of(ReadOnlySpan<double> values, ReadOnlySpan<double> weights = default)
    {
        double total = 0, sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double weight = weights.IsEmpty ? 1 : weights[i];
            total += weight;
            sum += weight * values[i];
        }
        if (!(total > 1)) return double.NaN;
        double mean = sum / total, squares = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double deviation = values[i] - mean;
            squares += (weights.IsEmpty ? 1 : weights[i]) * deviation * deviation;
        }
        return Math.Sqrt(squares / (total - 1));
    }
}
