using Assay.Core.LengthControl;
using Assay.Core.Simulation;
using Assay.Statistics.Estimation;
using Assay.Studies.Validity;

namespace Assay.Studies.Tests.Validity;

/// <summary>A small version of docs/validity.md: fixed seeds, and bounds that a wrong standard error would not keep.</summary>
public sealed class CoverageTests
{
    private const int Replications = 250;

    [Theory]
    [InlineData(0.15)]
    [InlineData(0.5)]
    [InlineData(0.85)]
    public void Intervals_from_100_instructions_cover_their_targets(double trueWinRate)
    {
        Coverage[] coverages = Measure(LengthControlMethod.AlpacaEval2, trueWinRate);
        // Three standard errors of 250 replications on either side of 95 %, and what small samples cost.
        Assert.All(coverages, coverage => Assert.InRange(coverage.Share, 0.90, 0.99));
        Assert.All(coverages, coverage => Assert.InRange(coverage.MeanStandardError / coverage.Deviation, 0.85, 1.2));
        Assert.All(coverages, coverage => Assert.Equal(0, coverage.WithoutInterval, tolerance: 0.02));
    }

    [Fact]
    public void Intervals_without_a_difficulty_term_cover_their_targets() =>
        Assert.All(Measure(LengthControlMethod.Minimal, 0.3), coverage => Assert.InRange(coverage.Share, 0.90, 0.99));

    [Fact]
    public void Equal_models_are_rarely_called_different()
    {
        (double winRate, double controlled) = NullTests.Rejections(sampleSize: 100, 0.5, verbosityOfSecond: 0, tests: 200);
        Assert.InRange(winRate, 0.01, 0.1);
        Assert.InRange(controlled, 0.01, 0.1);
    }

    [Fact]
    public void Verbosity_alone_makes_the_raw_test_reject_and_not_the_length_controlled_one()
    {
        (double winRate, double controlled) = NullTests.Rejections(sampleSize: 400, 0.5, verbosityOfSecond: 0.5, tests: 50);
        Assert.True(winRate > 0.5);
        Assert.True(controlled < 0.2);
    }

    [Fact]
    public void The_same_seed_gives_the_same_measurement()
    {
        StudyWorld world = new(StudySignals.Strong, 1000, seed: 1);
        Population population = world.Population(world.Pair(0.3), StudyWorld.GamedRows(StudySignals.Strong, 50, seed: 2));
        Assert.Equal(CoverageStudy.Run(population, 50, 40, 0, 3), CoverageStudy.Run(population, 50, 40, 0, 3));
        Assert.NotEqual(CoverageStudy.Run(population, 50, 40, 0, 3), CoverageStudy.Run(population, 50, 40, 0, 4));
    }

    [Fact]
    public void Coverage_counts_intervals_and_their_absence()
    {
        Estimate Around(double value) => new(value, 0.1, new ConfidenceInterval(value - 0.2, value + 0.2, 0.95), 10);
        Coverage coverage = Coverage.Of(0.5, [Around(0.4), Around(0.6), Around(0.9), new Estimate(0.5, null, null, 10), null]);
        Assert.Equal(2.0 / 3, coverage.Share, 1e-12);
        Assert.Equal(0.4, coverage.WithoutInterval, 1e-12);
        Assert.Equal(0.6, coverage.Mean, 1e-12);
        Assert.Equal(0.1, coverage.MeanStandardError, 1e-12);
    }

    private static Coverage[] Measure(LengthControlMethod method, double trueWinRate)
    {
        const int sampleSize = 100;
        StudyWorld world = new(StudySignals.Strong, 2000, seed: 11);
        IReadOnlyList<SimulatedModel> models = world.Pair(trueWinRate);
        bool calibrated = method == LengthControlMethod.AlpacaEval2;
        Population population = world.Population(models, calibrated ? StudyWorld.GamedRows(StudySignals.Strong, sampleSize, seed: 12) : null);
        return CoverageStudy.Run(population, sampleSize, Replications, bootstrap: 0, seed: 13);
    }
}
