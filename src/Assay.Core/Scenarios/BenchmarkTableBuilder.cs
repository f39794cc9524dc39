using System.Collections.Immutable;
using Assay.Core.Errors;

namespace Assay.Core.Scenarios;

/// <summary>Makes the table of what runs left.</summary>
public static class BenchmarkTableBuilder
{
    /// <summary>The table.</summary>
    /// <param name="scenarios">The scenarios that were asked.</param>
    /// <param name="models">Names of the models, in the order wanted.</param>
    /// <param name="instances">What became of every instance; one that ended more than once by its last end.</param>
    /// <param name="options">How it is made.</param>
    /// <param name="cancellation">Stops the resampling.</param>
    /// <exception cref="InputException">A metric is named that no scenario measures.</exception>
    public static BenchmarkTable Build(
        IReadOnlyList<Scenario> scenarios,
        IReadOnlyList<string> models,
        IEnumerable<ScoredInstance> instances,
        BenchmarkTableOptions options,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(instances);
        ArgumentNullException.ThrowIfNull(options);
        CheckMetrics(scenarios, options.Metrics);
        BenchmarkScores scores = BenchmarkScores.Of(scenarios, models, instances);
        CellEstimator estimator = new(options);
        List<BenchmarkCell> cells = [];
        foreach (Scenario scenario in scores.Scenarios)
        {
            foreach (ScenarioMetric metric in scenario.Metrics.Where(metric => options.Metrics.Count == 0 || options.Metrics.Contains(metric.Name, StringComparer.Ordinal)))
            {
                cancellation.ThrowIfCancellationRequested();
                cells.AddRange(CellsOf(scenario, metric, scores, estimator, options));
            }
        }
        return new BenchmarkTable
        {
            Scenarios = [.. scores.Scenarios],
            Models = [.. models],
            Cells = [.. cells],
            Means = ScenarioMeans.Of(scores, options, cancellation),
            WinRates = ScenarioWinRates.Of(scores, options, cancellation),
            Confidence = options.Confidence,
            Resamples = options.Resamples,
            Seed = options.Seed,
            Notes = BenchmarkNotes.Of(scores),
        };
    }

    private static IEnumerable<BenchmarkCell> CellsOf(
        Scenario scenario, ScenarioMetric metric, BenchmarkScores scores, CellEstimator estimator, BenchmarkTableOptions options)
    {
        foreach (string model in scores.Models) yield return estimator.Cell(scenario, model, metric, scores.Find(scenario.Name, model), null);
        if (metric is InstanceMetric measured && metric == scenario.MainMetric)
        {
            foreach (MetricKind kind in scenario.Perturbations.Select(static perturbation => perturbation.Kind).Distinct().Order())
            {
                foreach (string model in scores.Models) yield return estimator.Worst(scenario, model, measured, kind, scores);
            }
        }
        if (!options.WithGroups) yield break;
        foreach (InstanceGroup group in scores.Groups(scenario.Name))
        {
            foreach (string model in scores.Models) yield return estimator.Cell(scenario, model, metric, scores.Find(scenario.Name, model).Where(group), group);
        }
    }

    private static void CheckMetrics(IReadOnlyList<Scenario> scenarios, IReadOnlyList<string> asked)
    {
        string[] known = [.. scenarios.SelectMany(static scenario => scenario.Metrics).Select(static metric => metric.Name).Distinct(StringComparer.Ordinal)];
        if (asked.FirstOrDefault(name => !known.Contains(name, StringComparer.Ordinal)) is not { } unknown) return;
        string hint = NearestName.Hint(unknown, known);
        throw new InputException($"No scenario of the run measures '{unknown}'{(hint.Length > 0 ? hint : $"; its metrics are {string.Join(", ", known)}.")}");
    }
}
