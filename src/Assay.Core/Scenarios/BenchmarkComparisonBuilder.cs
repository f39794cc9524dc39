using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Statistics.Clustering;
using Assay.Statistics.Comparison;
using Assay.Statistics.Distributions;
using Assay.Statistics.Estimation;

namespace Assay.Core.Scenarios;

/// <summary>Compares two models instance by instance.</summary>
public static class BenchmarkComparisonBuilder
{
    private const double Power = 0.8;

    /// <summary>The comparison.</summary>
    /// <param name="scenarios">The scenarios that were asked.</param>
    /// <param name="instances">What became of every instance.</param>
    /// <param name="first">The first model.</param>
    /// <param name="second">The second model.</param>
    /// <param name="metric">The metric compared, of the scenarios that measure it; null: the main one of each.</param>
    /// <param name="confidence">Nominal level of the intervals, strictly between 0 and 1.</param>
    /// <exception cref="InputException">No scenario has a metric that is compared.</exception>
    public static BenchmarkComparison Build(
        IReadOnlyList<Scenario> scenarios, IEnumerable<ScoredInstance> instances, string first, string second, string? metric, double confidence)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentNullException.ThrowIfNull(instances);
        BenchmarkScores scores = BenchmarkScores.Of(scenarios, [first, second], instances);
        List<string> notes = [];
        List<ScenarioDifference> differences = [];
        foreach (Scenario scenario in scores.Scenarios)
        {
            ScenarioMetric? compared = metric is null ? scenario.MainMetric : scenario.Metrics.FirstOrDefault(candidate => candidate.Name == metric);
            if (compared is InstanceMetric instance) differences.Add(Difference(scenario, instance, scores, confidence));
            else if (compared is not null) notes.Add($"{scenario.Name}: {compared.Name} has no value for single instances, so it is not compared; name another with --metric.");
        }
        if (differences.Count == 0)
        {
            string[] known = [.. scenarios.SelectMany(static scenario => scenario.Metrics.OfType<InstanceMetric>()).Select(static known => known.Name).Distinct(StringComparer.Ordinal)];
            throw new InputException($"No scenario of the run has '{metric ?? "a metric of single instances"}'; its metrics are {string.Join(", ", known)}.");
        }
        return Overall(
            new BenchmarkComparison { First = first, Second = second, Scenarios = Adjusted(differences), Confidence = confidence, Notes = [.. notes] }, confidence);
    }

    private static ScenarioDifference Difference(Scenario scenario, InstanceMetric metric, BenchmarkScores scores, double confidence)
    {
        Dictionary<string, double> first = Known(scores.Find(scenario.Name, scores.Models[0]), metric, scenario);
        Dictionary<string, double> second = Known(scores.Find(scenario.Name, scores.Models[1]), metric, scenario);
        Instance[] shared = [.. scores.Find(scenario.Name, scores.Models[0]).Instances.Where(instance => first.ContainsKey(instance.Id) && second.ContainsKey(instance.Id))];
        double[] differences = [.. shared.Select(instance => first[instance.Id] - second[instance.Id])];
        ScenarioDifference result = new()
        {
            Scenario = scenario.Name,
            Metric = metric,
            Difference = null,
            PValue = null,
            DetectableDifference = null,
            Shared = shared.Length,
            OnlyFirst = first.Count - shared.Length,
            OnlySecond = second.Count - shared.Length,
        };
        if (!shared.Any(static instance => instance.Cluster is not null))
            return PairedTTest.Of(differences, confidence) is { } test ? With(result, test.Difference, test.PValue, confidence) : result;
        ClusterDesign design = new(ClusterLabels.Of(shared.Select(ModelScores.ClusterOf)));
        Estimate mean = ClusteredMean.Of(differences, design, confidence)!;
        return With(result, mean, ClusteredMean.PValue(mean, design), confidence) with { Clusters = design.Clusters };
    }

    private static ScenarioDifference With(ScenarioDifference result, Estimate difference, double? pValue, double confidence) => result with
    {
        Difference = difference,
        PValue = pValue,
        DetectableDifference = difference.StandardError is { } error ? Statistics.Comparison.DetectableDifference.Of(error, confidence, Power) : null,
    };

    private static Dictionary<string, double> Known(ModelScores scores, InstanceMetric metric, Scenario scenario)
    {
        double[] reduced = scores.Reduced(metric.ScoreName, metric.Reducer ?? scenario.Reducer);
        return scores.Instances.Select((instance, i) => (instance.Id, Score: reduced[i])).Where(static scored => !double.IsNaN(scored.Score))
            .ToDictionary(static scored => scored.Id, static scored => scored.Score, StringComparer.Ordinal);
    }

    private static ImmutableArray<ScenarioDifference> Adjusted(List<ScenarioDifference> differences)
    {
        int[] tested = [.. Enumerable.Range(0, differences.Count).Where(i => differences[i].PValue is not null)];
        double[] adjusted = HolmAdjustment.Adjust([.. tested.Select(i => differences[i].PValue!.Value)]);
        for (int i = 0; i < tested.Length; i++) differences[tested[i]] = differences[tested[i]] with { HolmPValue = adjusted[i] };
        return [.. differences];
    }

    // A scenario on which the two never differ adds no error, and is part of the mean.
    private static BenchmarkComparison Overall(BenchmarkComparison comparison, double confidence)
    {
        ScenarioDifference[] known = [.. comparison.Scenarios.Where(static scenario => scenario.Difference is not null)];
        if (known.Length < 2 || known.Select(static scenario => scenario.Metric.Name).Distinct(StringComparer.Ordinal).Count() > 1) return comparison;
        double mean = known.Average(static scenario => scenario.Difference!.Value);
        int count = known.Sum(static scenario => scenario.Shared);
        double error = Math.Sqrt(known.Sum(static scenario => Math.Pow(scenario.Difference!.StandardError ?? 0, 2))) / known.Length;
        if (error == 0) return comparison with { Overall = new Estimate(mean, null, null, count) };
        double margin = Normal.Quantile(0.5 + 0.5 * confidence) * error;
        return comparison with
        {
            Overall = new Estimate(mean, error, new ConfidenceInterval(mean - margin, mean + margin, confidence), count),
            OverallPValue = Normal.TwoSidedP(mean / error),
        };
    }
}
