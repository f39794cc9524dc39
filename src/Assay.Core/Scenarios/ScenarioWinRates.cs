using System.Collections.Immutable;
using Assay.Core.Metrics.WinRates;
using Assay.Statistics.Clustering;
using Assay.Statistics.Estimation;

namespace Assay.Core.Scenarios;

/// <summary>Mean win rates over the main metrics of scenarios.</summary>
internal static class ScenarioWinRates
{
    /// <summary>One for each model; empty where there is one model, or no scenario two of them have a value in.</summary>
    public static ImmutableArray<MeanWinRateRow> Of(BenchmarkScores scores, BenchmarkTableOptions options, CancellationToken cancellation)
    {
        if (scores.Models.Count < 2) return [];
        WinRateScenario[] columns =
            [.. scores.Scenarios.Where(static scenario => scenario.MainMetric is InstanceMetric).Select(scenario => Column(scenario, scores))];
        if (columns.Length == 0) return [];
        Estimate?[] rates = MeanWinRateBootstrap.Of(columns, options.Resamples, options.Seed, options.Confidence, cancellationToken: cancellation);
        return rates.All(static rate => rate is null)
            ? []
            : [.. rates.Select((rate, i) => new MeanWinRateRow(scores.Models[i], rate, rate?.Count ?? 0))];
    }

    // Joined by instance, so that a resample draws the same ones for all models.
    private static WinRateScenario Column(Scenario scenario, BenchmarkScores scores)
    {
        InstanceMetric metric = (InstanceMetric)scenario.MainMetric;
        SortedDictionary<string, Instance> instances = new(StringComparer.Ordinal);
        foreach (Instance instance in scores.Models.SelectMany(model => scores.Find(scenario.Name, model).Instances)) instances.TryAdd(instance.Id, instance);
        ImmutableArray<double>[] byModel = [.. scores.Models.Select(model => Joined(scores.Find(scenario.Name, model), metric, scenario, instances.Keys))];
        bool isClustered = instances.Values.Any(static instance => instance.Cluster is not null);
        ImmutableArray<int> clusters = isClustered ? [.. ClusterLabels.Of(instances.Values.Select(ModelScores.ClusterOf)).Numbers] : default;
        return new WinRateScenario([.. byModel], metric.HigherIsBetter is { } higher ? !higher : null, clusters);
    }

    private static ImmutableArray<double> Joined(ModelScores scores, InstanceMetric metric, Scenario scenario, IEnumerable<string> ids)
    {
        double[] reduced = scores.Reduced(metric.ScoreName, metric.Reducer ?? scenario.Reducer);
        Dictionary<string, double> byId = scores.Instances.Select((instance, i) => (instance.Id, Score: reduced[i]))
            .ToDictionary(static pair => pair.Id, static pair => pair.Score, StringComparer.Ordinal);
        return byId.Count == 0 ? [] : [.. ids.Select(id => byId.GetValueOrDefault(id, double.NaN))];
    }
}
