using Assay.Core.Errors;
using Assay.Core.Preferences;
using Assay.Statistics.Clustering;
using Assay.Statistics.Distributions;
using Assay.Statistics.Estimation;

namespace Assay.Core.Clusters;

/// <summary>The clusters of the items of a <see cref="PreferenceSet"/>, and the estimates that account for them.</summary>
internal sealed class ItemClusters
{
    /// <summary>Draws of the wild bootstrap: 5 % of one more is a whole number.</summary>
    private const int Draws = 1999;

    private readonly Clustering _clustering;
    private readonly ulong _seed;

    private ItemClusters(Clustering clustering, IReadOnlyList<ClusterLabels> labels, ulong seed) => (_clustering, Labels, _seed) = (clustering, labels, seed);

    /// <summary>One or two labels of every item, at the item's index.</summary>
    public IReadOnlyList<ClusterLabels> Labels { get; }

    /// <summary>The interval's name in results.</summary>
    public string IntervalMethod =>
        Labels.Count == 2 ? "two_way_clustered_t" : _clustering.Interval == ClusterInterval.WildBootstrap ? WildBootstrapMethod : ClusteredT;

    /// <summary>The name of intervals of estimates that are no means, for which there is no wild bootstrap here.</summary>
    public string SandwichMethod => Labels.Count == 2 ? "two_way_clustered_sandwich" : "clustered_sandwich";

    private const string ClusteredT = "clustered_t";
    private const string WildBootstrapMethod = "wild_cluster_bootstrap";

    /// <summary>Labels the items of a set.</summary>
    /// <returns>Null where no clusters were asked for.</returns>
    /// <exception cref="InputException">The set does not say what to cluster by.</exception>
    public static ItemClusters? Of(PreferenceSet set, Clustering? clustering, ulong seed) =>
        clustering is null ? null : new ItemClusters(clustering, [.. clustering.By.Select(unit => Label(set, unit))], seed);

    /// <summary>The design of some items.</summary>
    /// <param name="items">Indices of items, in the order of their values.</param>
    public ClusterDesign Design(IReadOnlyCollection<int> items) =>
        Labels.Count == 1 ? new ClusterDesign(Labels[0].Choose(items)) : new ClusterDesign(Labels[0].Choose(items), Labels[1].Choose(items));

    /// <summary>The mean of one value per item, with its p-value against 0.</summary>
    public (Estimate? Mean, double? PValue, int Clusters) Mean(double[] values, IReadOnlyCollection<int> items, double confidence)
    {
        ClusterDesign design = Design(items);
        Estimate? mean = ClusteredMean.Of(values, design, confidence);
        if (mean?.StandardError is null) return (mean, null, design.Clusters);
        if (IntervalMethod != WildBootstrapMethod) return (mean, ClusteredMean.PValue(mean, design), design.Clusters);
        WildClusterBootstrap bootstrap = new(values, design.First, Draws, _seed);
        return (mean with { Interval = bootstrap.Interval(confidence) }, bootstrap.PValue(0), design.Clusters);
    }

    /// <summary>An estimate from its influences over all items, and its p-value against 0.</summary>
    /// <param name="value">The estimate.</param>
    /// <param name="influences">What each item of the set adds to the error.</param>
    /// <param name="items">The items behind it.</param>
    /// <param name="extraVariance">Variance beyond the influences.</param>
    /// <param name="confidence">Nominal level.</param>
    public (Estimate Estimate, double? PValue) Around(
        double value, double[] influences, IReadOnlyCollection<int> items, double extraVariance, double confidence)
    {
        ClusterDesign design = Design(items);
        if (design.Variance([.. items.Select(item => influences[item])]) is not double variance) return (new Estimate(value, null, null, items.Count), null);
        double error = Math.Sqrt(variance + extraVariance), margin = StudentT.Quantile(0.5 + 0.5 * confidence, design.Clusters - 1) * error;
        return (new Estimate(value, error, new ConfidenceInterval(value - margin, value + margin, confidence), items.Count), StudentT.TwoSidedP(value / error, design.Clusters - 1));
    }

    /// <summary>What a reader must know about the number and sizes of the clusters of these items; null where there is nothing, or one cluster.</summary>
    public string? Warning(IReadOnlyCollection<int> items)
    {
        ClusterDesign design = Design(items);
        string advice = Labels.Count == 1 ? "take --cluster-interval wild-bootstrap" : "look at each kind of clusters with --cluster-interval wild-bootstrap";
        return design.Clusters < 2 ? null : ClusterNotes.Warning(design, IntervalMethod == WildBootstrapMethod ? null : advice);
    }

    /// <summary>Number of people with one of these items; 0 where the clusters are not people.</summary>
    public int PeopleWithOneItem(IReadOnlyCollection<int> items)
    {
        int people = _clustering.By.ToList().IndexOf(ClusterUnit.Annotator);
        return people < 0 ? 0 : Labels[people].Choose(items).Sizes().Count(size => size == 1);
    }

    private static ClusterLabels Label(PreferenceSet set, ClusterUnit unit) => unit switch
    {
        ClusterUnit.Annotator when set.People is null => throw new InputException(
            "--cluster-by annotator needs judgements of several people on the same models, and these are a judge's: give people's files, or cluster by item or dataset."),
        ClusterUnit.Annotator => ClusterLabels.Of(set.People),
        ClusterUnit.Item => ClusterLabels.Of(set.Instructions),
        _ => Datasets(set),
    };

    private static ClusterLabels Datasets(PreferenceSet set)
    {
        int[] datasets = new int[set.Instructions.Count];
        Array.Fill(datasets, -1);
        foreach (PairwiseJudgements comparison in set.Comparisons)
        {
            foreach (ItemPreference item in comparison.Items) datasets[item.Instruction] = Math.Max(datasets[item.Instruction], item.Dataset);
        }
        if (datasets.Contains(-1))
        {
            throw new InputException(
                "--cluster-by dataset needs the data set of every row, and some name none; give the field dataset, or cluster by something else.");
        }
        return ClusterLabels.Of(datasets);
    }
}
