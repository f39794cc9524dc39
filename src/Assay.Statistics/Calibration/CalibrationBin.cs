namespace Assay.Statistics.Calibration;

/// <summary>A bar of a reliability diagram: items forecast with about the same probability.</summary>
/// <param name="Index">The bin's place, from 0 for the lowest probabilities.</param>
/// <param name="Count">Items in it, at least 1: empty bins are left out.</param>
/// <param name="MeanProbability">The mean forecast, in [0, 1].</param>
/// <param name="ShareTrue">How many came true, in [0, 1].</param>
public readonly record struct CalibrationBin(int Index, int Count, double MeanProbability, double ShareTrue)
{
    /// <summary>How far the forecasts were off, in [0, 1].</summary>
    public double Gap => Math.Abs(MeanProbability - ShareTrue);
}
