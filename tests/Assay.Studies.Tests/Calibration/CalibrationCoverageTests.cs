using Assay.Studies.Calibration;

namespace Assay.Studies.Tests.Calibration;

public sealed class CalibrationCoverageTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_debiased_interval_covers_and_the_bootstrap_does_not(double temperature)
    {
        CalibrationCoverage coverage = CalibrationCoverage.Of(ForecastWorld.At(temperature).First(), 150, 200, 1);
        Assert.InRange(coverage.Debiased, 0.92, 1);
        Assert.InRange(coverage.Bootstrap, 0, 0.7);
        Assert.InRange(coverage.RocArea, 0.9, 1);
        Assert.InRange(coverage.SelectiveArea, 0.9, 1);
    }
}
