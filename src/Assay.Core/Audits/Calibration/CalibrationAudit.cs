using System.Globalization;
using Assay.Core.Errors;
using Assay.Statistics.Calibration;
using Assay.Statistics.Estimation;

namespace Assay.Core.Audits.Calibration;

/// <summary>Measures whether answers of confidence c are right with probability c. See docs/calibration-audit.md.</summary>
public static class CalibrationAudit
{
    /// <summary>Measures calibration, and what recalibration would do.</summary>
    /// <param name="sample">Answers with confidence and outcome.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Stops between the parts.</param>
    /// <exception cref="InputException">There are no answers.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CalibrationReport Run(ConfidenceSample sample, CalibrationOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        double level = options.Confidence, share = options.FittingShare;
        ConfidenceLevel.Check(level);
        if (!(share > 0 && share < 1)) throw new ArgumentOutOfRangeException(nameof(options), share, "The share that is fitted on must lie strictly between 0 and 1.");
        if (sample.Count == 0) throw new InputException("There is no answer with both a confidence and an outcome; nothing can be computed.");
        (double[] p, bool[] y) = (sample.Confidences, sample.IsRight);
        CalibrationError width = CalibrationError.EqualWidth(p, y, options.Bins)!;
        int right = y.Count(static one => one);
        RecalibrationReport? recalibration = Recalibrations.Run(sample, options, cancellation);
        return new CalibrationReport
        {
            Options = options,
            Count = sample.Count,
            Right = right,
            LeftOut = sample.LeftOut,
            MeanConfidence = CalibrationFigures.Share(p, 0, level),
            Accuracy = CalibrationFigure.Of(ProportionEstimate.Of(right, sample.Count, level), sample.Count, ""),
            Overconfidence = CalibrationFigures.Share(p.Zip(y, static (confidence, isRight) => confidence - (isRight ? 1 : 0)), -1, level),
            DebiasedError = CalibrationFigures.Debiased(p, y, options),
            EqualWidth = Plain(width, sample, static (p, y, bins) => CalibrationError.EqualWidth(p, y, bins)!.Expected, options, cancellation),
            EqualCount = Plain(
                CalibrationError.EqualCount(p, y, options.Bins)!, sample, static (p, y, bins) => CalibrationError.EqualCount(p, y, bins)!.Expected, options, cancellation),
            Brier = CalibrationFigures.Brier(p, y, level),
            BrierParts = CalibrationFigures.Parts(p, y, width),
            LogLoss = CalibrationFigures.LogLoss(p, y, level),
            RocArea = CalibrationFigures.RocArea(p, y, level),
            SelectiveArea = CalibrationFigures.SelectiveArea(p, y, level),
            Selective = [.. CalibrationFigures.Selective(p, y, level)],
            Reliability = [.. width.Bins.Select(bin => new ReliabilityBin(
                bin.Count, bin.MeanProbability, ProportionEstimate.Of((int)Math.Round(bin.ShareTrue * bin.Count), bin.Count, level)!))],
            Recalibration = recalibration,
            Notes = [.. Notes(sample, right, recalibration)],
        };
    }

    private static PlainCalibrationError Plain(
        CalibrationError error, ConfidenceSample sample, Func<double[], bool[], int, double> of, CalibrationOptions options, CancellationToken cancellation)
    {
        CalibrationNullBand band = CalibrationNullBand.Of(
            sample.Confidences, error.Expected, (p, y) => of(p, y, options.Bins), options.Simulations, options.Confidence, options.Seed, cancellation);
        const string why = "a plain calibration error is biased upwards by noise, so that its resampled interval misses the truth near 0; see its null band";
        return new PlainCalibrationError(CalibrationFigure.Alone(error.Expected, sample.Count, why), error.Maximum, band);
    }

    private static IEnumerable<string> Notes(ConfidenceSample sample, int right, RecalibrationReport? recalibration)
    {
        if (sample.LeftOut > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"{sample.LeftOut} rows were left out: they lack a confidence, or whether the answer is right.");
        if (right == 0 || right == sample.Count)
            yield return $"All answers are {(right == 0 ? "wrong" : "right")}: nothing is said of how confidence tells right from wrong.";
        if (sample.Confidences.Min() == sample.Confidences.Max())
            yield return "All confidences are equal: they say nothing of one answer against another.";
        int ends = sample.Confidences.Count(static confidence => confidence is 0 or 1);
        if (ends > 0 && recalibration is not null)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{ends} confidences are 0 or 1, whose log-odds are infinite; temperature and Platt's line take them as {Recalibrations.Nearest} from there.");
        }
        if (recalibration is null) yield return "Too few answers for recalibration: each part of the split needs two.";
    }
}
