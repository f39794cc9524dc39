using Assay.Statistics.Clustering;
using Assay.Statistics.Estimation;

namespace Assay.Core.Scenarios;

/// <summary>Makes cells: a value with its uncertainty from the instances of a model.</summary>
internal sealed class CellEstimator(BenchmarkTableOptions options)
{
    /// <summary>The cell of a metric.</summary>
    public BenchmarkCell Cell(Scenario scenario, string model, ScenarioMetric metric, ModelScores scores, InstanceGroup? group)
    {
        BenchmarkCell cell = new() { Scenario = scenario.Name, Model = model, Metric = metric, Group = group, Outcomes = scores.Outcomes() };
        return metric switch
        {
            InstanceMetric instance => Mean(cell, scores, scores.Reduced(instance.ScoreName, instance.Reducer ?? scenario.Reducer)),
            CorpusMetric corpus => CorpusEstimator.Cell(cell, corpus, scores, options),
            _ => throw new ArgumentException($"A metric of the type {metric.GetType().Name} has no cells.", nameof(metric)),
        };
    }

    /// <summary>The cell of a metric's worst case over forms of one kind.</summary>
    public BenchmarkCell Worst(Scenario scenario, string model, InstanceMetric metric, MetricKind kind, BenchmarkScores scores)
    {
        ModelScores original = scores.Find(scenario.Name, model);
        ModelScores[] forms =
        [
            .. scenario.Perturbations.Where(perturbation => perturbation.Kind == kind).Select(perturbation => scores.Find(scenario.Name, model, perturbation.Rewriting.Name)),
        ];
        BenchmarkCell cell = new() { Scenario = scenario.Name, Model = model, Metric = WorstCase.MetricOf(metric, kind), Outcomes = original.Outcomes() };
        return Mean(cell, original, WorstCase.Reduced(original, forms, metric.ScoreName, metric.Reducer ?? scenario.Reducer, metric.HigherIsBetter == false));
    }

    private BenchmarkCell Mean(BenchmarkCell cell, ModelScores scores, double[] reduced)
    {
        int[] places = [.. Enumerable.Range(0, reduced.Length).Where(place => !double.IsNaN(reduced[place]))];
        double[] values = [.. places.Select(place => reduced[place])];
        if (values.Length == 0) return cell with { Reason = Absence(cell.Outcomes) };
        if (scores.Clusters(places) is not { } clusters)
        {
            if (cell.Metric.IsProportion && Array.TrueForAll(values, static value => value is 0 or 1)) return Share(cell, values);
            Estimate mean = MeanEstimate.Of(values, options.Confidence)!;
            return cell with { Estimate = mean, Method = mean.Interval is null ? null : MeanEstimate.IntervalMethod, Reason = NoSpread(mean) };
        }
        Estimate clustered = ClusteredMean.Of(values, new ClusterDesign(clusters), options.Confidence)!;
        return cell with { Estimate = clustered, Method = clustered.Interval is null ? null : "clustered", Clusters = clusters.Count, Reason = NoSpread(clustered) };
    }

    // Rights and wrongs: an interval that lies in [0, 1], also where all are right.
    private BenchmarkCell Share(BenchmarkCell cell, double[] values)
    {
        Estimate share = ProportionEstimate.Of(values.Count(static value => value == 1), values.Length, options.Confidence)!;
        return cell with { Estimate = share, Method = ProportionEstimate.IntervalMethod, Reason = share.StandardError is null ? NoSpread(share) : null };
    }

    private static string Absence(OutcomeTally outcomes) => outcomes.Completed == 0
        ? "No instance has a completion."
        : "No instance has a score of this metric.";

    private static string? NoSpread(Estimate mean) => mean.StandardError is null
        ? mean.Count == 1 ? "One instance has no spread." : "All instances have the same score, so their spread is unknown."
        : null;
}
