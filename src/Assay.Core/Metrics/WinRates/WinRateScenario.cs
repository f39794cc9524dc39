using System.Collections.Immutable;

namespace Assay.Core.Metrics.WinRates;

/// <summary>A scenario's metric, instance by instance, for all models: what <see cref="MeanWinRateBootstrap"/> draws from.</summary>
public sealed record WinRateScenario
{
    /// <param name="scores">
    /// For each model, in the same order in every scenario, one score for each instance, in the same order for every model; NaN where an instance has no
    /// score, empty for a model that was not run here.
    /// </param>
    /// <param name="isLowerBetter">Whether low scores are good; null where neither is.</param>
    /// <param name="clusters">For each instance the number of its cluster, from 0, drawn as a whole; default: every instance is its own.</param>
    /// <exception cref="ArgumentException">Models have unlike numbers of instances, or clusters and instances have.</exception>
    public WinRateScenario(ImmutableArray<ImmutableArray<double>> scores, bool? isLowerBetter, ImmutableArray<int> clusters = default)
    {
        InstanceCount = scores.Max(static model => (int?)model.Length) ?? 0;
        if (scores.Any(model => model.Length != 0 && model.Length != InstanceCount))
            throw new ArgumentException("The models of a scenario have unlike numbers of instances; join them by instance first.", nameof(scores));
        if (!clusters.IsDefault && (clusters.Length != InstanceCount || clusters.Any(static cluster => cluster < 0)))
            throw new ArgumentException($"There are {clusters.Length} clusters for {InstanceCount} instances, or one is negative.", nameof(clusters));
        (Scores, IsLowerBetter, Clusters) = (scores, isLowerBetter, clusters);
    }

    /// <summary>For each model the scores of the instances.</summary>
    public ImmutableArray<ImmutableArray<double>> Scores { get; }

    /// <summary>Whether low scores are good.</summary>
    public bool? IsLowerBetter { get; }

    /// <summary>The instances' clusters; default where there are none.</summary>
    public ImmutableArray<int> Clusters { get; }

    /// <summary>How many instances there are.</summary>
    public int InstanceCount { get; }

    /// <summary>The column of mean scores, each instance counted so often.</summary>
    /// <param name="counts">One number for each instance; empty: once each.</param>
    internal WinRateColumn ToColumn(ReadOnlySpan<int> counts)
    {
        ImmutableArray<double?>.Builder means = ImmutableArray.CreateBuilder<double?>(Scores.Length);
        foreach (ImmutableArray<double> model in Scores)
        {
            double sum = 0;
            int count = 0;
            for (int i = 0; i < model.Length; i++)
            {
                int times = counts.IsEmpty ? 1 : counts[i];
                if (times == 0 || double.IsNaN(model[i])) continue;
                sum += times * model[i];
                count += times;
            }
            means.Add(count == 0 ? null : sum / count);
        }
        return new WinRateColumn(means.MoveToImmutable(), IsLowerBetter);
    }
}
