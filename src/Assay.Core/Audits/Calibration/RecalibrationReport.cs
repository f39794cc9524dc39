using System.Collections.Immutable;

namespace Assay.Core.Audits.Calibration;

/// <summary>What recalibration does to answers that it was not fitted on.</summary>
/// <param name="Fitted">Answers it was fitted on.</param>
/// <param name="Judged">Answers it is judged on.</param>
/// <param name="Unchanged">How the confidences fare there as they are.</param>
/// <param name="Methods">How they fare recalibrated.</param>
public sealed record RecalibrationReport(int Fitted, int Judged, RecalibrationScores Unchanged, ImmutableArray<Recalibration> Methods);

/// <summary>A way to recalibrate.</summary>
public enum RecalibrationMethod
{
    /// <summary>Log-odds over one number (Guo and others 2017).</summary>
    Temperature,

    /// <summary>A line on log-odds (Platt 1999).</summary>
    Platt,

    /// <summary>Rising steps (Zadrozny and Elkan 2002).</summary>
    Isotonic,
}

/// <summary>One way to recalibrate, and how it fares.</summary>
/// <param name="Method">The way.</param>
/// <param name="Parameters">What was fitted, by name; empty for isotonic steps.</param>
/// <param name="Scores">How it fares; null where it could not be fitted.</param>
/// <param name="BrierChange">Brier score minus that of the unchanged confidences, on the same answers; below 0 is better. Null where it could not be fitted.</param>
/// <param name="Absent">Why it could not be fitted; null where it was.</param>
public sealed record Recalibration(
    RecalibrationMethod Method, ImmutableArray<(string Name, double Value)> Parameters, RecalibrationScores? Scores, CalibrationFigure? BrierChange, string? Absent);

/// <summary>How confidences fare.</summary>
/// <param name="DebiasedError">Root mean squared calibration error without the bias of noise.</param>
/// <param name="Brier">Mean squared distance of confidence from outcome.</param>
/// <param name="LogLoss">Mean surprise in nats.</param>
public sealed record RecalibrationScores(CalibrationFigure DebiasedError, CalibrationFigure Brier, CalibrationFigure LogLoss);
