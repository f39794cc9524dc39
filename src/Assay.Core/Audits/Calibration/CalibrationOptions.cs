namespace Assay.Core.Audits.Calibration;

/// <summary>How calibration is measured.</summary>
public sealed record CalibrationOptions
{
    /// <summary>Bins that confidences are cut into, at least 1.</summary>
    public int Bins { get; init; } = 10;

    /// <summary>Share of the rows that recalibration is fitted on, strictly between 0 and 1; the others judge it.</summary>
    public double FittingShare { get; init; } = 0.5;

    /// <summary>Sets of outcomes drawn for the null band, at least 1.</summary>
    public int Simulations { get; init; } = 1000;

    /// <summary>Seed of the split and of the null band.</summary>
    public ulong Seed { get; init; }

    /// <summary>Level of the intervals and of the null band, strictly between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.95;
}
