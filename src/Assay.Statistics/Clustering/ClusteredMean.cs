using Assay.Statistics.Distributions;
using Assay.Statistics.Estimation;

namespace Assay.Statistics.Clustering;

/// <summary>The mean of observations that depend on each other within clusters, with the cluster-robust standard error and Student's t interval.</summary>
public static class ClusteredMean
{
    /// <summary>
    /// Mean over observations; standard error as in <see cref="ClusterDesign.Variance"/>; interval mean +- t(G - 1) standard errors, G the number of clusters
    /// (Cameron and Miller, J. Human Resources 50, 2015, section VI.B). All three in the unit of the values.
    /// </summary>
    /// <param name="values">Finite numbers.</param>
    /// <param name="design">The clusters of the values.</param>
    /// <param name="confidence">Nominal coverage, strictly between 0 and 1.</param>
    /// <returns>Null for no values; without standard error and interval for one cluster, or where nothing varies between clusters.</returns>
    /// <exception cref="ArgumentException">A value is not finite, or there is not one value per observation of the design.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is outside (0, 1).</exception>
    public static Estimate? Of(ReadOnlySpan<double> values, ClusterDesign design, double confidence)
    {
        ArgumentNullException.ThrowIfNull(design);
        if (MeanEstimate.Of(values, confidence) is not Estimate mean) return null;
        double[] influences = new double[values.Length];
        for (int i = 0; i < values.Length; i++) influences[i] = (values[i] - mean.Value) / values.Length;
        return Around(mean.Value, influences, design, confidence, values.Length);
    }

    /// <summary>An estimate with the error that its influences and clusters give it.</summary>
    /// <param name="value">The estimate, finite.</param>
    /// <param name="influences">What each observation adds to its error, in its unit.</param>
    /// <param name="design">The clusters of the observations.</param>
    /// <param name="confidence">Nominal coverage, strictly between 0 and 1.</param>
    /// <param name="count">Number of items behind it.</param>
    /// <returns>Without standard error and interval for one cluster, or where nothing varies between clusters.</returns>
    public static Estimate Around(double value, ReadOnlySpan<double> influences, ClusterDesign design, double confidence, int count)
    {
        ArgumentNullException.ThrowIfNull(design);
        ConfidenceLevel.Check(confidence);
        if (design.Variance(influences) is not double variance) return new Estimate(value, null, null, count);
        double error = Math.Sqrt(variance);
        double margin = StudentT.Quantile(0.5 + 0.5 * confidence, design.Clusters - 1) * error;
        return new Estimate(value, error, new ConfidenceInterval(value - margin, value + margin, confidence), count);
    }

    /// <summary>Two-sided p-value of a mean of 0: the estimate over its standard error against t(G - 1); null where the standard error is unknown.</summary>
    public static double? PValue(Estimate estimate, ClusterDesign design)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        ArgumentNullException.ThrowIfNull(design);
        return estimate.StandardError is double error ? StudentT.TwoSidedP(estimate.Value / error, design.Clusters - 1) : null;
    }
}
