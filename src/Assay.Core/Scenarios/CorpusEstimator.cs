using Assay.Core.Leaderboards;
using Assay.Statistics.Estimation;
using Assay.Statistics.Resampling;

namespace Assay.Core.Scenarios;

/// <summary>Values of metrics that are no mean, with the error that resampling instances, or clusters of them, gives.</summary>
internal static class CorpusEstimator
{
    public static BenchmarkCell Cell(BenchmarkCell cell, CorpusMetric metric, ModelScores scores, BenchmarkTableOptions options)
    {
        ScoredInstance[] all = [.. scores.Repeats.SelectMany(static repeats => repeats)];
        Func<IReadOnlyList<int>, double?> compute = metric.Prepare(all);
        int[] places = [.. Enumerable.Range(0, all.Length)];
        if (all.Length == 0 || compute(places) is not { } value || !double.IsFinite(value)) return cell with { Reason = metric.ReasonIfAbsent };
        int[][] units = [.. places.GroupBy(place => ModelScores.ClusterOf(all[place].Instance)).Select(static unit => unit.ToArray())];
        double[] drawn = new double[options.Resamples];
        Parallel.For(0, drawn.Length, resample =>
        {
            RandomStream random = new(options.Seed, (ulong)resample + 1);
            List<int> sample = new(all.Length);
            for (int i = 0; i < units.Length; i++) sample.AddRange(units[random.NextInt(units.Length)]);
            drawn[resample] = compute(sample) ?? double.NaN;
        });
        bool isClustered = units.Length < scores.Repeats.Count;
        Estimate estimate = InstructionBootstrap.Describe(value, drawn, scores.Instances.Count(metric.AppliesTo), options.Confidence);
        return cell with { Estimate = estimate, Method = estimate.Interval is null ? null : "bootstrap", Clusters = isClustered ? units.Length : null };
    }
}
