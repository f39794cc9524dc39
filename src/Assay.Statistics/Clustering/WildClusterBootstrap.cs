using Assay.Statistics.Estimation;
using Assay.Statistics.Resampling;

namespace Assay.Statistics.Clustering;

/// <summary>
/// The wild cluster bootstrap with the hypothesis imposed (Cameron, Gelbach and Miller, Rev. Econ. Stat. 90, 2008), for a mean: each draw multiplies the
/// residuals of a whole cluster by one random weight and takes the cluster-robust t statistic; the p-value is the share of draws whose t is at least as far
/// from
/// 0 as the data's. The interval holds the hypotheses that are not rejected. Weights: Webb's six points +- sqrt(1/2), 1, sqrt(3/2) (Webb, "Reworking wild
/// bootstrap-based inference for clustered errors", Can. J. Econ. 56, 2023) below 12 clusters, where signs would give too few different draws; Rademacher's +-1
/// from 12 on.
/// </summary>
public sealed class WildClusterBootstrap
{
    /// <summary>Number of clusters from which weights are signs.</summary>
    public const int FewestForSigns = 12;

    // Far enough for ends at a level of 0.999; beyond it an end counts as not found.
    private const double FarthestErrors = 1e6;
    private const double Rounding = 1e-9;

    private readonly double[] _sums;
    private readonly int[] _sizes;
    private readonly int _count;
    private readonly double[][] _weights;

    /// <param name="values">Finite numbers.</param>
    /// <param name="labels">Their clusters.</param>
    /// <param name="draws">Number of draws, at least 99; 1 more than it should be a multiple of 20 for the level of 5 %.</param>
    /// <param name="seed">Draw number d uses the stream d + 1.</param>
    /// <exception cref="ArgumentException">There is not one value per observation.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 99 draws.</exception>
    public WildClusterBootstrap(ReadOnlySpan<double> values, ClusterLabels labels, int draws, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 99);
        _sums = labels.Sums(values);
        _sizes = labels.Sizes();
        _count = values.Length;
        _weights = new double[draws][];
        for (int draw = 0; draw < draws; draw++) _weights[draw] = Weights(labels.Count, new RandomStream(seed, (ulong)draw + 1));
    }

    private double Mean => _sums.Sum() / _count;

    /// <summary>
    /// Two-sided p-value, in [0, 1], of the hypothesis that the mean is <paramref name="hypothesis"/>; null for fewer than two clusters or none that
    /// differ.
    /// </summary>
    public double? PValue(double hypothesis)
    {
        if (_sums.Length < 2 || Error(_sums, Mean) is not double error) return null;
        return PValue(hypothesis, Mean, error);
    }

    /// <summary>The means that are not rejected at 1 - <paramref name="confidence"/>: both ends by bisection, starting from the mean.</summary>
    /// <param name="confidence">Nominal coverage, strictly between 0 and 1.</param>
    /// <returns>Null for fewer than two clusters, where none differ, or where an end is nowhere (two clusters cannot reject anything).</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is outside (0, 1).</exception>
    public ConfidenceInterval? Interval(double confidence)
    {
        ConfidenceLevel.Check(confidence);
        if (_sums.Length < 2) return null;
        double mean = Mean;
        if (Error(_sums, mean) is not double error) return null;
        double? lower = End(mean, error, -1, 1 - confidence), upper = End(mean, error, 1, 1 - confidence);
        return lower is double from && upper is double to ? new ConfidenceInterval(from, to, confidence) : null;
    }

    private double? End(double mean, double error, int side, double alpha)
    {
        double near = 0, far = 1;
        while (PValue(mean + side * far * error, mean, error) > alpha)
        {
            (near, far) = (far, 2 * far);
            if (far > FarthestErrors) return null;
        }
        while (far - near > Rounding * far)
        {
            double middle = 0.5 * (near + far);
            if (PValue(mean + side * middle * error, mean, error) > alpha) near = middle;
            else far = middle;
        }
        return mean + side * far * error;
    }

    private double PValue(double hypothesis, double mean, double error)
    {
        double observed = Math.Abs(mean - hypothesis) / error;
        double[] residuals = new double[_sums.Length], drawn = new double[_sums.Length];
        for (int g = 0; g < residuals.Length; g++) residuals[g] = _sums[g] - _sizes[g] * hypothesis;
        int asFar = 0;
        foreach (double[] weights in _weights)
        {
            double total = 0;
            for (int g = 0; g < drawn.Length; g++)
            {
                drawn[g] = weights[g] * residuals[g];
                total += drawn[g];
            }
            double shift = total / _count;
            // Without spread between the drawn clusters t is infinite, and as far as any.
            if (Error(drawn, shift) is not double drawnError || Math.Abs(shift) / drawnError >= observed * (1 - Rounding)) asFar++;
        }
        return (double)asFar / _weights.Length;
    }

    /// <summary>The cluster-robust standard error of a mean from sums by cluster.</summary>
    private double? Error(double[] sums, double mean)
    {
        double squares = 0, scale = 0;
        for (int g = 0; g < sums.Length; g++)
        {
            double residual = sums[g] - _sizes[g] * mean;
            squares += residual * residual;
            scale += sums[g] * sums[g];
        }
        return squares > 1e-24 * scale ? Math.Sqrt(squares * sums.Length / (sums.Length - 1.0)) / _count : null;
    }

    private static double[] Weights(int clusters, RandomStream random)
    {
        double[] weights = new double[clusters];
        random.FillSigns(weights);
        if (clusters >= FewestForSigns) return weights;
        for (int g = 0; g < clusters; g++) weights[g] *= Math.Sqrt(0.5 * (1 + random.NextInt(3)));
        return weights;
    }
}
