using Assay.Statistics.Clustering;
using Assay.Statistics.Estimation;
using Assay.Statistics.Resampling;

namespace Assay.Studies.People;

/// <summary>How often intervals of a mean score cover the truth where every person scored every item, and both differ.</summary>
/// <param name="Independent">Coverage, in [0, 1], of Student's t with independent scores.</param>
/// <param name="ByPerson">Of errors clustered by person.</param>
/// <param name="ByItem">Of errors clustered by item.</param>
/// <param name="TwoWay">Of two-way errors.</param>
internal sealed record TwoWayCoverage(double Independent, double ByPerson, double ByItem, double TwoWay)
{
    private const double Level = 0.95;

    /// <summary>Simulates Gaussian scores: a person's leaning, an item's, and noise.</summary>
    /// <param name="people">Number of people.</param>
    /// <param name="items">Number of items.</param>
    /// <param name="personShare">Share of the variance between people.</param>
    /// <param name="itemShare">Share of the variance between items.</param>
    /// <param name="worlds">Number of worlds.</param>
    /// <param name="seed">World number w uses its stream w.</param>
    public static TwoWayCoverage Of(int people, int items, double personShare, double itemShare, int worlds, ulong seed)
    {
        ClusterLabels byPerson = ClusterLabels.Of(Enumerable.Range(0, people * items).Select(i => i / items));
        ClusterLabels byItem = ClusterLabels.Of(Enumerable.Range(0, people * items).Select(i => i % items));
        ClusterDesign[] designs = [new(byPerson), new(byItem), new(byPerson, byItem)];
        bool[][] covers = new bool[worlds][];
        Parallel.For(0, worlds, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, world =>
        {
            RandomStream random = new(seed, (ulong)world);
            double[] ofPeople = Gaussians(random, people, personShare), ofItems = Gaussians(random, items, itemShare);
            double[] noise = Gaussians(random, people * items, 1 - personShare - itemShare);
            double[] scores = [.. noise.Select((value, i) => value + ofPeople[i / items] + ofItems[i % items])];
            IEnumerable<Estimate> estimates = designs.Select(design => ClusteredMean.Of(scores, design, Level)!).Prepend(MeanEstimate.Of(scores, Level)!);
            covers[world] = [.. estimates.Select(estimate => estimate.Interval?.Contains(0) == true)];
        });
        double Share(int method) => covers.Average(world => world[method] ? 1.0 : 0);
        return new TwoWayCoverage(Share(0), Share(1), Share(2), Share(3));
    }

    private static double[] Gaussians(RandomStream random, int count, double variance) =>
        [.. Enumerable.Range(0, count).Select(_ => Math.Sqrt(variance) * random.NextGaussian())];
}
