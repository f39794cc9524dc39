using System.Collections.Immutable;
using Assay.Statistics.Calibration;
using Assay.Statistics.Estimation;

namespace Assay.Core.Scenarios;

/// <summary>How often a model is right where it is about as sure: its reliability diagram on one scenario.</summary>
/// <param name="Scenario">The scenario's name.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Instances">Instances with likelihoods of their choices, repeats counted.</param>
/// <param name="Points">The bins that hold any, in rising order; at least one.</param>
public sealed record ReliabilityCurve(string Scenario, string Model, int Instances, ImmutableArray<ReliabilityPoint> Points)
{
    /// <summary>The curves of the scenarios that measure calibration, by scenario, then model; those without likelihoods are left out.</summary>
    /// <param name="scenarios">The scenarios that were asked.</param>
    /// <param name="models">Names of the models, in the order wanted.</param>
    /// <param name="instances">What became of every instance.</param>
    /// <param name="metrics">The metrics that are looked at: a scenario counts that measures one of those of calibration.</param>
    /// <param name="confidence">Level of the intervals, in (0, 1).</param>
    public static IReadOnlyList<ReliabilityCurve> Of(
        IReadOnlyList<Scenario> scenarios, IReadOnlyList<string> models, IEnumerable<ScoredInstance> instances, IReadOnlyList<string> metrics, double confidence)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentNullException.ThrowIfNull(metrics);
        BenchmarkScores scores = BenchmarkScores.Of(scenarios, models, instances);
        bool isEqualCount = metrics.Contains("ece_equal_count", StringComparer.Ordinal) && !metrics.Contains("ece_equal_width", StringComparer.Ordinal);
        return
        [
            .. from scenario in scores.Scenarios
               where scenario.Metrics.Any(metric => metric.Kind == MetricKind.Calibration && metrics.Contains(metric.Name, StringComparer.Ordinal))
               from model in models
               let curve = Of(scenario.Name, model, scores.Find(scenario.Name, model), isEqualCount, confidence)
               where curve is not null
               select curve,
        ];
    }

    /// <summary>Whether any of these is a metric of calibration, so that its diagram can be drawn.</summary>
    public static bool IsFor(IReadOnlyList<string> metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        return metrics.Any(static name => MetricCatalogue.Find(name)?.Kind == MetricKind.Calibration);
    }

    private static ReliabilityCurve? Of(string scenario, string model, ModelScores scores, bool isEqualCount, double confidence)
    {
        (double Confidence, bool IsRight)[] known =
            [.. scores.Repeats.SelectMany(static repeats => repeats).Select(CalibrationMetrics.Known).OfType<(double, bool)>()];
        double[] sure = [.. known.Select(static one => one.Confidence)];
        bool[] right = [.. known.Select(static one => one.IsRight)];
        CalibrationError? error = isEqualCount
            ? CalibrationError.EqualCount(sure, right, CalibrationMetrics.Bins)
            : CalibrationError.EqualWidth(sure, right, CalibrationMetrics.Bins);
        if (error is null) return null;
        // Repeats of one instance, and instances of one cluster, are not independent: Wilson's interval would be too narrow.
        bool areIndependent = scores.Clusters([]) is null && scores.Repeats.All(static repeats => repeats.Length == 1);
        return new ReliabilityCurve(scenario, model, known.Length, [.. error.Bins.Select(bin => ReliabilityPoint.Of(bin, areIndependent ? confidence : null))]);
    }
}

/// <summary>One bin of a reliability diagram.</summary>
/// <param name="Confidence">The mean probability of the chosen answers, in [0, 1].</param>
/// <param name="Accuracy">The share of them that are right, in [0, 1].</param>
/// <param name="Interval">Wilson's interval of that share; null where the instances are not independent, or ties were spread over bins.</param>
/// <param name="Count">Instances, at least 1.</param>
public sealed record ReliabilityPoint(double Confidence, double Accuracy, ConfidenceInterval? Interval, int Count)
{
    private const double Whole = 1e-9;

    internal static ReliabilityPoint Of(CalibrationBin bin, double? confidence)
    {
        double right = bin.ShareTrue * bin.Count;
        int rounded = (int)Math.Round(right);
        ConfidenceInterval? interval = confidence is { } level && Math.Abs(right - rounded) < Whole ? ProportionEstimate.Of(rounded, bin.Count, level)!.Interval : null;
        return new ReliabilityPoint(bin.MeanProbability, bin.ShareTrue, interval, bin.Count);
    }
}
