using System.Numerics.Tensors;
using Assay.Core.Clusters;
using Assay.Statistics.Resampling;

namespace Assay.Core.Leaderboards;

/// <summary>
/// Joint draws of the errors of several estimates that share their instructions: random signs on the instructions' influences (a multiplier bootstrap,
/// Chernozhukov, Chetverikov and Kato 2013, Annals of Statistics 41), which keeps the correlation that paired models have.
/// </summary>
internal static class JointErrors
{
    /// <summary>Number of draws.</summary>
    public const int Draws = 1000;

    /// <summary>Draws for every estimate.</summary>
    /// <param name="influences">Per estimate, one influence per instruction.</param>
    /// <param name="counts">Per estimate, the number of items n: variances carry the factor n / (n - 1).</param>
    /// <param name="independentVariances">Per estimate, a variance of its own to add.</param>
    /// <param name="seed">The seed; draw number d uses its stream number d + 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Per estimate, <see cref="Draws"/> errors.</returns>
    public static double[][] Draw(
        IReadOnlyList<double[]> influences, IReadOnlyList<int> counts, IReadOnlyList<double> independentVariances, ulong seed, CancellationToken cancellationToken)
    {
        double[][] errors = [.. influences.Select(_ => new double[Draws])];
        if (influences.Count == 0) return errors;
        Parallel.For(0, Draws, new ParallelOptions { CancellationToken = cancellationToken }, draw =>
        {
            RandomStream random = new(seed, (ulong)draw + 1);
            double[] signs = new double[influences[0].Length];
            random.FillSigns(signs);
            for (int j = 0; j < errors.Length; j++)
            {
                double factor = counts[j] > 1 ? Math.Sqrt(counts[j] / (counts[j] - 1.0)) : 1;
                double own = independentVariances[j] > 0 ? Math.Sqrt(independentVariances[j]) * random.NextGaussian() : 0;
                errors[j][draw] = factor * TensorPrimitives.Dot<double>(signs, influences[j]) + own;
            }
        });
        return errors;
    }

    /// <summary>
    /// The same where items depend on each other within clusters: one Gaussian weight per cluster (of two ways, the sum of a weight of each, whose variance
    /// is at
    /// least that of two-way clusters), all of a draw over the root of one chi-square, so that errors have the tails of t with G - 1 degrees of freedom.
    /// </summary>
    /// <param name="influences">Per estimate, one influence per item.</param>
    /// <param name="clusters">The clusters of the items.</param>
    /// <param name="independentVariances">Per estimate, a variance of its own to add.</param>
    /// <param name="seed">The seed; draw number d uses its stream number d + 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static double[][] Draw(
        IReadOnlyList<double[]> influences, ItemClusters clusters, IReadOnlyList<double> independentVariances, ulong seed, CancellationToken cancellationToken)
    {
        double[][] errors = [.. influences.Select(_ => new double[Draws])];
        double[][][] sums = [.. clusters.Labels.Select(labels => influences.Select(ofEstimate => labels.Sums(ofEstimate)).ToArray())];
        int degreesOfFreedom = Math.Max(1, clusters.Labels.Min(labels => labels.Count) - 1);
        Parallel.For(0, Draws, new ParallelOptions { CancellationToken = cancellationToken }, draw =>
        {
            RandomStream random = new(seed, (ulong)draw + 1);
            double tail = Math.Sqrt(degreesOfFreedom / (2 * random.NextGamma(0.5 * degreesOfFreedom)));
            for (int way = 0; way < sums.Length; way++)
            {
                double[] weights = new double[clusters.Labels[way].Count];
                double factor = weights.Length > 1 ? tail * Math.Sqrt(weights.Length / (weights.Length - 1.0)) : 0;
                for (int g = 0; g < weights.Length; g++) weights[g] = factor * random.NextGaussian();
                for (int j = 0; j < errors.Length; j++) errors[j][draw] += TensorPrimitives.Dot<double>(weights, sums[way][j]);
            }
            for (int j = 0; j < errors.Length; j++)
            {
                if (independentVariances[j] > 0) errors[j][draw] += Math.Sqrt(independentVariances[j]) * random.NextGaussian();
            }
        });
        return errors;
    }
}
