using Assay.Statistics.Clustering;
using Assay.Statistics.Estimation;
using Assay.Statistics.Resampling;

namespace Assay.Studies.People;

/// <summary>How often intervals of a win rate cover the truth where a few people judged everything.</summary>
/// <remarks>
/// Each person has a win rate of their own, from a beta distribution whose spread gives two verdicts of one person the intraclass correlation; verdicts are
/// 0 or 1.
/// </remarks>
/// <param name="Independent">Coverage, in [0, 1], of Student's t with independent verdicts.</param>
/// <param name="Normal">Of the clustered standard error with normal quantiles.</param>
/// <param name="StudentT">Of the clustered standard error with t of G - 1 degrees of freedom.</param>
/// <param name="Wild">Of the wild cluster bootstrap: worlds in which it does not reject the truth at 5 %.</param>
internal sealed record ClusterCoverage(double Independent, double Normal, double StudentT, double Wild)
{
    private const double Level = 0.95;
    private const int WildDraws = 399;

    /// <summary>Simulates.</summary>
    /// <param name="sizes">Verdicts of each person.</param>
    /// <param name="truth">True win rate, in (0, 1).</param>
    /// <param name="correlation">Intraclass correlation, in [0, 1).</param>
    /// <param name="worlds">Number of worlds.</param>
    /// <param name="seed">World number w uses its stream w.</param>
    public static ClusterCoverage Of(IReadOnlyList<int> sizes, double truth, double correlation, int worlds, ulong seed)
    {
        ClusterDesign design = new(ClusterLabels.Of(sizes.SelectMany((size, person) => Enumerable.Repeat(person, size))));
        double z = Assay.Statistics.Distributions.Normal.Quantile(0.5 + 0.5 * Level);
        bool[][] covers = new bool[worlds][];
        Parallel.For(0, worlds, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, world =>
        {
            double[] verdicts = Verdicts(sizes, truth, correlation, new RandomStream(seed, (ulong)world));
            Estimate independent = MeanEstimate.Of(verdicts, Level)!, clustered = ClusteredMean.Of(verdicts, design, Level)!;
            bool normal = clustered.StandardError is double error && Math.Abs(clustered.Value - truth) <= z * error;
            double? wild = new WildClusterBootstrap(verdicts, design.First, WildDraws, seed + (ulong)world).PValue(truth);
            covers[world] = [independent.Interval?.Contains(truth) == true, normal, clustered.Interval?.Contains(truth) == true, wild > 1 - Level];
        });
        double Share(int method) => covers.Average(world => world[method] ? 1.0 : 0);
        return new ClusterCoverage(Share(0), Share(1), Share(2), Share(3));
    }

    private static double[] Verdicts(IReadOnlyList<int> sizes, double truth, double correlation, RandomStream random)
    {
        List<double> verdicts = new(sizes.Sum());
        foreach (int size in sizes)
        {
            double concentration = 1 / correlation - 1; // a + b of the beta distribution; infinite for no correlation
            double own = correlation == 0 ? truth : random.NextBeta(truth * concentration, (1 - truth) * concentration);
            for (int i = 0; i < size; i++) verdicts.Add(random.NextDouble() < own ? 1 : 0);
        }
        return [.. verdicts];
    }
}
