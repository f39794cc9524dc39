using System.Collections.Immutable;
using Assay.Statistics.Calibration;
using Assay.Statistics.Regression;
using Assay.Statistics.Resampling;

namespace Assay.Core.Audits.Calibration;

/// <summary>Recalibrates on one random part of the answers, and judges it on the other.</summary>
internal static class Recalibrations
{
    /// <summary>Confidences of 0 and 1 have no finite log-odds; for fitting and applying on that scale they count as this and 1 minus it.</summary>
    public const double Nearest = 1e-6;

    // Stream numbers from 0 belong to the null band.
    private const ulong SplitStream = ulong.MaxValue;

    private const int FewestOfPart = 2;

    /// <returns>Null where a part would have fewer than two answers.</returns>
    public static RecalibrationReport? Run(ConfidenceSample sample, CalibrationOptions options, CancellationToken cancellation)
    {
        int[] order = [.. Enumerable.Range(0, sample.Count)];
        new RandomStream(options.Seed, SplitStream).Shuffle<int>(order);
        int fitted = (int)Math.Round(options.FittingShare * order.Length);
        if (fitted < FewestOfPart || order.Length - fitted < FewestOfPart) return null;
        (double[] fitP, bool[] fitY) = Take(sample, order.AsSpan(0, fitted));
        (double[] p, bool[] y) = Take(sample, order.AsSpan(fitted));
        ImmutableArray<Recalibration>.Builder methods = ImmutableArray.CreateBuilder<Recalibration>();
        foreach (RecalibrationMethod method in Enum.GetValues<RecalibrationMethod>())
        {
            cancellation.ThrowIfCancellationRequested();
            methods.Add(Judge(method, Fit(method, fitP, fitY), p, y, options));
        }
        return new RecalibrationReport(fitted, p.Length, Scores(p, y, options), methods.ToImmutable());
    }

    private sealed record Fitted(Func<double, double> Apply, ImmutableArray<(string, double)> Parameters);

    private static Fitted? Fit(RecalibrationMethod method, double[] confidences, bool[] isRight)
    {
        double[] logits = [.. confidences.Select(LogOdds)];
        switch (method)
        {
            case RecalibrationMethod.Temperature:
                if (TemperatureScaling.Fit(logits, isRight) is not { Temperature: double temperature }) return null;
                return new Fitted(confidence => Logit.Probability(LogOdds(confidence) / temperature), [("temperature", temperature)]);
            case RecalibrationMethod.Platt:
                if (PlattScaling.Fit(logits, isRight) is not { } line) return null;
                return new Fitted(confidence => line.Probability(LogOdds(confidence)), [("slope", line.Slope), ("intercept", line.Intercept)]);
            case RecalibrationMethod.Isotonic:
                return new Fitted(IsotonicCalibration.Fit(confidences, isRight)!.Probability, []);
            default:
                throw new ArgumentOutOfRangeException(nameof(method), method, "This method is unknown.");
        }
    }

    private static Recalibration Judge(RecalibrationMethod method, Fitted? fitted, double[] confidences, bool[] isRight, CalibrationOptions options)
    {
        if (fitted is null)
        {
            string why = method == RecalibrationMethod.Temperature
                ? "no temperature is best: in the part it is fitted on the confidences part right from wrong perfectly, or point the wrong way"
                : "all confidences of the part it is fitted on are equal";
            return new Recalibration(method, [], null, null, why);
        }
        double[] changed = [.. confidences.Select(fitted.Apply)];
        IEnumerable<double> differences = changed.Select((confidence, i) => Squared(confidence, isRight[i]) - Squared(confidences[i], isRight[i]));
        return new Recalibration(
            method, fitted.Parameters, Scores(changed, isRight, options), CalibrationFigures.Share(differences, -1, options.Confidence), null);
    }

    private static RecalibrationScores Scores(double[] confidences, bool[] isRight, CalibrationOptions options) => new(
        CalibrationFigures.Debiased(confidences, isRight, options), CalibrationFigures.Brier(confidences, isRight, options.Confidence),
        CalibrationFigures.LogLoss(confidences, isRight, options.Confidence));

    private static double LogOdds(double confidence)
    {
        double inside = Math.Clamp(confidence, Nearest, 1 - Nearest);
        return Math.Log(inside / (1 - inside));
    }

    private static double Squared(double confidence, bool isRight) => (confidence - (isRight ? 1 : 0)) * (confidence - (isRight ? 1 : 0));

    private static (double[], bool[]) Take(ConfidenceSample sample, ReadOnlySpan<int> rows)
    {
        double[] confidences = new double[rows.Length];
        bool[] isRight = new bool[rows.Length];
        for (int i = 0; i < rows.Length; i++) (confidences[i], isRight[i]) = (sample.Confidences[rows[i]], sample.IsRight[rows[i]]);
        return (confidences, isRight);
    }
}
