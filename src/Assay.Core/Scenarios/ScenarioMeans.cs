using System.Collections.Immutable;
using Assay.Core.Judging;
using Assay.Core.Leaderboards;
using Assay.Statistics.Resampling;

namespace Assay.Core.Scenarios;

/// <summary>Unweighted means over the scenarios of a family, with resampling of instances within each.</summary>
internal static class ScenarioMeans
{
    public static ImmutableArray<ScenarioMeanRow> Of(BenchmarkScores scores, BenchmarkTableOptions options, CancellationToken cancellation)
    {
        IGrouping<string, Scenario>[] families = [.. scores.Scenarios.GroupBy(static scenario => FamilyOf(scenario.Name), StringComparer.Ordinal)];
        Dictionary<(string, string), ResampledMean?> drawn = [];
        ImmutableArray<ScenarioMeanRow>.Builder rows = ImmutableArray.CreateBuilder<ScenarioMeanRow>();
        foreach (IGrouping<string, Scenario> family in families.Where(static family => family.Count() > 1)) rows.AddRange(Rows(family.Key, [.. family]));
        if (families.Length > 1) rows.AddRange(Rows(null, scores.Scenarios));
        return rows.ToImmutable();

        IEnumerable<ScenarioMeanRow> Rows(string? family, IReadOnlyList<Scenario> scenarios)
        {
            // A mean of unlike measures is none.
            if (scenarios.Select(static scenario => scenario.MainMetric.Name).Distinct(StringComparer.Ordinal).Count() > 1) yield break;
            foreach (string model in scores.Models)
            {
                ResampledMean[] means = [.. scenarios.Select(scenario => Drawn(scenario, model)).OfType<ResampledMean>()];
                if (means.Length == 0) continue;
                double value = means.Average(static mean => mean.Value);
                double[] replicates = [.. Enumerable.Range(0, options.Resamples).Select(r => means.Average(mean => mean.Replicates[r]))];
                yield return new ScenarioMeanRow(
                    family, model, scenarios[0].MainMetric,
                    InstructionBootstrap.Describe(value, replicates, means.Sum(static mean => mean.Count), options.Confidence), means.Length);
            }
        }

        ResampledMean? Drawn(Scenario scenario, string model)
        {
            if (!drawn.TryGetValue((scenario.Name, model), out ResampledMean? mean))
                drawn.Add((scenario.Name, model), mean = ResampledMean.Of(scenario, scores.Find(scenario.Name, model), options, cancellation));
            return mean;
        }
    }

    /// <summary>What a scenario's name has before its last part; the name where it has one part.</summary>
    public static string FamilyOf(string scenario) => scenario.LastIndexOf('/') is > 0 and int slash ? scenario[..slash] : scenario;

    /// <summary>A scenario's mean and its replicates.</summary>
    private sealed record ResampledMean(double Value, double[] Replicates, int Count)
    {
        public static ResampledMean? Of(Scenario scenario, ModelScores scores, BenchmarkTableOptions options, CancellationToken cancellation)
        {
            if (scenario.MainMetric is not InstanceMetric metric) return null;
            double[] reduced = scores.Reduced(metric.ScoreName, metric.Reducer ?? scenario.Reducer);
            (double Sum, int Count)[] units =
            [
                .. scores.Instances.Select((instance, i) => (Unit: ModelScores.ClusterOf(instance), Score: reduced[i]))
                    .Where(static scored => !double.IsNaN(scored.Score))
                    .GroupBy(static scored => scored.Unit, static scored => scored.Score)
                    .Select(static unit => (unit.Sum(), unit.Count())),
            ];
            if (units.Length == 0) return null;
            ulong seed = options.Seed ^ (ulong)ItemId.Of("mean over scenarios", scenario.Name).Value;
            double[] replicates = new double[options.Resamples];
            Parallel.For(0, replicates.Length, new ParallelOptions { CancellationToken = cancellation }, r =>
            {
                RandomStream random = new(seed, (ulong)r + 1);
                double sum = 0;
                int count = 0;
                for (int i = 0; i < units.Length; i++)
                {
                    (double unitSum, int unitCount) = units[random.NextInt(units.Length)];
                    sum += unitSum;
                    count += unitCount;
                }
                replicates[r] = sum / count;
            });
            int instances = units.Sum(static unit => unit.Count);
            return new ResampledMean(units.Sum(static unit => unit.Sum) / instances, replicates, instances);
        }
    }
}
