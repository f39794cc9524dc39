using Assay.Statistics.Calibration;

namespace Assay.Core.Scenarios;

/// <summary>Does it know how sure to be? Over the choices of <c>multiple-choice-separate</c>, whose probabilities are the softmax of their scores.</summary>
internal static class CalibrationMetrics
{
    /// <summary>How many bins expected calibration errors and diagrams have.</summary>
    public const int Bins = 10;

    public static IEnumerable<ScenarioMetric> All =>
    [
        Of("ece_equal_width", false, static (sure, right) => CalibrationError.EqualWidth(sure, right, Bins)?.Expected),
        Of("ece_equal_count", false, static (sure, right) => CalibrationError.EqualCount(sure, right, Bins)?.Expected),
        Of("brier", false, static (sure, right) => BrierScore.Of(sure, right)),
        Of("selective_accuracy_10", true, static (sure, right) => sure.Length == 0 ? null : new SelectiveAccuracy(sure, right).AtCoverage(0.1)),
        Of("selective_area", true, static (sure, right) => sure.Length == 0 ? null : new SelectiveAccuracy(sure, right).Area),
    ];

    private static CorpusMetric Of(string name, bool higherIsBetter, Func<double[], bool[], double?> figure) => new()
    {
        Name = name,
        Kind = MetricKind.Calibration,
        HigherIsBetter = higherIsBetter,
        ReasonIfAbsent = "No instance has the likelihoods of its choices; the adapter multiple-choice-separate gives them.",
        Prepare = instances =>
        {
            (double Confidence, bool IsRight)?[] known = [.. instances.Select(Known)];
            return sample =>
            {
                (double Confidence, bool IsRight)[] drawn = [.. sample.Select(place => known[place]).OfType<(double, bool)>()];
                return figure([.. drawn.Select(static one => one.Confidence)], [.. drawn.Select(static one => one.IsRight)]);
            };
        },
    };

    /// <summary>How sure the model is of the choice it holds likeliest, and whether that is right; null without likelihoods.</summary>
    public static (double, bool)? Known(ScoredInstance scored) => scored.Choices is { } choices
        ? (choices.Confidence, scored.Instance.Right.Contains(choices.Chosen))
        : null;
}
