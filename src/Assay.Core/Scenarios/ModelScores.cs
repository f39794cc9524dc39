using Assay.Core.Metrics.Reduction;

namespace Assay.Core.Scenarios;

/// <summary>The instances of one scenario and model, each with its repeats, in the order of their identities.</summary>
internal sealed class ModelScores
{
    private readonly ScoredInstance[][] _byInstance;

    private ModelScores(ScoredInstance[][] byInstance) => _byInstance = byInstance;

    /// <summary>Joins the repeats of instances, all of one form.</summary>
    public static ModelScores Of(IEnumerable<ScoredInstance> scored) => new(
    [
        .. scored.GroupBy(static instance => instance.Instance.Id, StringComparer.Ordinal)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(static group => group.OrderBy(static instance => instance.Repeat).ToArray()),
    ]);

    /// <summary>Every instance once.</summary>
    public IEnumerable<Instance> Instances => _byInstance.Select(static repeats => repeats[0].Instance);

    /// <summary>All of them, each with its repeats.</summary>
    public IReadOnlyList<ScoredInstance[]> Repeats => _byInstance;

    /// <summary>Those of a group.</summary>
    public ModelScores Where(InstanceGroup group) => new(
        [.. _byInstance.Where(repeats => repeats[0].Instance.Groups.TryGetValue(group.Grouping, out string? name) && name == group.Name)]);

    /// <summary>One score for each instance: of its repeats, reduced; NaN where it has none.</summary>
    public double[] Reduced(string scoreName, ScoreReducer reducer)
    {
        double[] reduced = new double[_byInstance.Length];
        for (int i = 0; i < reduced.Length; i++)
        {
            ScoredInstance[] repeats = _byInstance[i];
            double[] scores = [.. repeats.Select(repeat => repeat.Scores.TryGetValue(scoreName, out double score) ? score : double.NaN)];
            reduced[i] = reducer.Reduce(scores) ?? double.NaN;
        }
        return reduced;
    }

    /// <summary>How the instances ended, each by the worst of its repeats.</summary>
    public OutcomeTally Outcomes() =>
        _byInstance.Aggregate(OutcomeTally.None, static (tally, repeats) => tally.With(repeats.Max(static repeat => repeat.Outcome)));

    /// <summary>The clusters of the instances at these places; null where no instance has one.</summary>
    public Statistics.Clustering.ClusterLabels? Clusters(IEnumerable<int> places)
    {
        if (!_byInstance.Any(static repeats => repeats[0].Instance.Cluster is not null)) return null;
        return Statistics.Clustering.ClusterLabels.Of(places.Select(place => ClusterOf(_byInstance[place][0].Instance)));
    }

    /// <summary>An instance's cluster; one without stands alone.</summary>
    public static (bool IsCluster, string Name) ClusterOf(Instance instance) => instance.Cluster is { } name ? (true, name) : (false, instance.Id);
}
