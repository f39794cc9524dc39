using Assay.Statistics.Calibration;
using Assay.Statistics.Estimation;

namespace Assay.Core.Audits.Calibration;

/// <summary>The figures of a report, each with its interval or the reason it has none.</summary>
internal static class CalibrationFigures
{
    private const string NoSpread = "the spread is unknown: there is one answer, or all are alike";

    public static CalibrationFigure Debiased(double[] confidences, bool[] isRight, CalibrationOptions options)
    {
        DebiasedCalibrationError? error = DebiasedCalibrationError.Of(confidences, isRight, options.Bins, options.Confidence);
        return new CalibrationFigure(
            error?.Value, null, error?.Interval, confidences.Length, error is null ? "one answer does not tell error from noise" : null);
    }

    public static CalibrationFigure Brier(double[] confidences, bool[] isRight, double confidence) =>
        Share(confidences.Zip(isRight, static (p, right) => (p - (right ? 1 : 0)) * (p - (right ? 1 : 0))), 0, confidence);

    public static CalibrationFigure LogLoss(double[] confidences, bool[] isRight, double confidence)
    {
        double[] losses = [.. confidences.Zip(isRight, static (p, right) => -Math.Log(right ? p : 1 - p))];
        int impossible = losses.Count(double.IsInfinity);
        if (impossible > 0)
            return CalibrationFigure.Alone(null, losses.Length, $"it is infinite: {impossible} answers were the contrary of a confidence of 0 or 1");
        return CalibrationFigure.Of(MeanEstimate.Of(losses, confidence), losses.Length, NoSpread);
    }

    /// <summary>The mean of numbers that lie between <paramref name="lowest"/> and 1; its interval does too.</summary>
    public static CalibrationFigure Share(IEnumerable<double> values, double lowest, double confidence)
    {
        double[] all = [.. values];
        Estimate? mean = MeanEstimate.Of(all, confidence);
        if (mean?.Interval is { } ends)
            mean = mean with { Interval = new ConfidenceInterval(Math.Clamp(ends.Lower, lowest, mean.Value), Math.Clamp(ends.Upper, mean.Value, 1), confidence) };
        return CalibrationFigure.Of(mean, all.Length, NoSpread);
    }

    public static CalibrationFigure RocArea(double[] confidences, bool[] isRight, double confidence)
    {
        Estimate? area = RocAreaEstimate.Of(confidences, isRight, confidence);
        string why = area is null ? "all answers are right, or all are wrong"
            : "no spread was seen: one kind of answer came once, or the confidences part the two perfectly or not at all";
        return CalibrationFigure.Of(area, confidences.Length, why);
    }

    public static CalibrationFigure SelectiveArea(double[] confidences, bool[] isRight, double confidence) => CalibrationFigure.Of(
        SelectiveAreaEstimate.Of(confidences, isRight, confidence), confidences.Length, "the spread is unknown: there is one answer, or all are right or all wrong");

    public static IEnumerable<(double, CalibrationFigure)> Selective(double[] confidences, bool[] isRight, double confidence)
    {
        SelectiveAccuracy curve = new(confidences, isRight);
        double[] descending = [.. confidences.OrderDescending()];
        for (int tenth = 1; tenth <= 10; tenth++)
        {
            int items = Math.Clamp((int)Math.Ceiling(tenth / 10.0 * curve.Count - 1e-9), 1, curve.Count);
            double accuracy = curve.Among(items);
            bool cuts = items < descending.Length && descending[items] == descending[items - 1];
            yield return (tenth / 10.0, cuts
                ? CalibrationFigure.Alone(accuracy, items, "the share ends among answers of equal confidence, of which it takes the mean")
                : CalibrationFigure.Of(ProportionEstimate.Of((int)Math.Round(accuracy * items), items, confidence), items, NoSpread));
        }
    }

    /// <summary>The parts by bins: every confidence counts as the mean of its bin, and what that hides is a part of its own.</summary>
    public static BrierShares Parts(double[] confidences, bool[] isRight, CalibrationError bins)
    {
        double n = confidences.Length, accuracy = isRight.Count(static right => right) / n;
        double reliability = bins.Bins.Sum(bin => bin.Count / n * bin.Gap * bin.Gap);
        double resolution = bins.Bins.Sum(bin => bin.Count / n * (bin.ShareTrue - accuracy) * (bin.ShareTrue - accuracy));
        double uncertainty = accuracy * (1 - accuracy);
        double within = BrierScore.Of(confidences, isRight)!.Value - (reliability - resolution + uncertainty);
        return new BrierShares(reliability, resolution, uncertainty, within);
    }
}
