namespace Assay.Statistics.Calibration;

/// <summary>Where a Brier score comes from (Murphy 1973).</summary>
/// <param name="Reliability">Squared distance of forecasts from what came true at them; 0 is best.</param>
/// <param name="Resolution">Squared distance of what came true at each forecast from the overall rate; high is good.</param>
/// <param name="Uncertainty">rate (1 - rate): what forecasting the rate would score.</param>
public sealed record BrierParts(double Reliability, double Resolution, double Uncertainty)
{
    /// <summary>Reliability - resolution + uncertainty.</summary>
    public double Score => Reliability - Resolution + Uncertainty;
}
