using Assay.Statistics.Estimation;

namespace Assay.Core.Audits.Calibration;

/// <summary>One number of the report; what it lacks, it says why.</summary>
/// <param name="Value">In [0, 1] or, of a difference, [-1, 1]; of a log loss in nats; null where it is unknown.</param>
/// <param name="StandardError">In the same unit; null where unknown.</param>
/// <param name="Interval">In the same unit; null where unknown.</param>
/// <param name="Count">Answers behind it.</param>
/// <param name="Absent">Why there is no value or no interval; null where there are both.</param>
public sealed record CalibrationFigure(double? Value, double? StandardError, ConfidenceInterval? Interval, int Count, string? Absent)
{
    /// <summary>The figure of an estimate.</summary>
    /// <param name="estimate">The estimate; null where there is none.</param>
    /// <param name="count">Answers behind it.</param>
    /// <param name="absent">Why it, or its interval, is missing, where it is.</param>
    internal static CalibrationFigure Of(Estimate? estimate, int count, string absent) =>
        new(estimate?.Value, estimate?.StandardError, estimate?.Interval, count, estimate?.Interval is null ? absent : null);

    /// <summary>A value of which no interval is known.</summary>
    internal static CalibrationFigure Alone(double? value, int count, string why) => new(value, null, null, count, why);
}
