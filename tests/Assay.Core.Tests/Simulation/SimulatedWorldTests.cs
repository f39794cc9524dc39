using Assay.Core.Leaderboards;
using Assay.Core.LengthControl;
using Assay.Core.Preferences;
using Assay.Core.Simulation;
using Assay.Statistics.Estimation;

namespace Assay.Core.Tests.Simulation;

public sealed class SimulatedWorldTests
{
    private static readonly SimulatedJudge Biased = new() { Name = "judge", LengthBias = -1.5, Concentration = 0.5 };
    private static readonly SimulatedModel Verbose = new() { Name = "verbose", Quality = -0.5, DifficultySlope = 1.2, Verbosity = 0.6, LengthSpread = 0.4 };

    [Fact]
    public void Difficulties_are_standard_normal()
    {
        double[] difficulties = World(100_000, seed: 1).Instructions.Difficulties.ToArray();
        Assert.Equal(0, difficulties.Average(), tolerance: 0.015);
        Assert.Equal(1, SampleDeviation.Of(difficulties), tolerance: 0.015);
    }

    [Fact]
    public void Log_lengths_follow_the_baseline_and_the_verbosity()
    {
        SimulatedWorld world = World(100_000, seed: 2);
        double[] baseline = [.. world.Instructions.BaselineLengthsInCodePoints.ToArray().Select(length => Math.Log(length))];
        double[] ratios = [.. world.Verdicts(Verbose, 0).LengthsInCodePoints.ToArray().Select((length, i) => Math.Log(length) - baseline[i])];
        Assert.Equal(7, baseline.Average(), tolerance: 0.01);
        Assert.Equal(0.6, SampleDeviation.Of(baseline), tolerance: 0.01);
        Assert.Equal(0.6, ratios.Average(), tolerance: 0.01);
        Assert.Equal(0.4, SampleDeviation.Of(ratios), tolerance: 0.01);
    }

    [Fact]
    public void The_scale_of_lengths_is_the_standard_deviation_of_their_differences()
    {
        SimulatedWorld world = World(400_000, seed: 3);
        double[] differences = [.. world.Verdicts(Verbose, 0).ToItems().Select(item => item.LengthDifference)];
        double scale = world.Instructions.Lengths.DifferenceDeviation(Verbose);
        Assert.Equal(1, SampleDeviation.Of(differences) / scale, tolerance: 0.02);
    }

    [Fact]
    public void A_model_as_long_as_the_baseline_has_no_length_effect()
    {
        SimulatedModel model = Verbose with { Verbosity = 0, LengthSpread = 0 };
        SimulatedWorld world = World(1000, seed: 4);
        Assert.Equal(0, world.Instructions.Lengths.DifferenceDeviation(model));
        Assert.Equal(world.TrueWinRate(model), world.ExpectedRawWinRate(model, 0), 1e-12);
    }

    [Fact]
    public void The_mean_verdict_is_the_expected_raw_win_rate()
    {
        SimulatedWorld world = World(200_000, seed: 5);
        Assert.Equal(world.ExpectedRawWinRate(Verbose, 3), world.Verdicts(Verbose, 3).Preferences.ToArray().Average(), tolerance: 0.005);
    }

    [Fact]
    public void The_mean_verdict_of_a_judge_without_bias_is_the_true_win_rate()
    {
        SimulatedWorld world = new(World(200_000, seed: 6).Instructions, Biased with { LengthBias = 0 }, 6);
        Assert.Equal(world.TrueWinRate(Verbose), world.Verdicts(Verbose, 0).Preferences.ToArray().Average(), tolerance: 0.005);
    }

    [Fact]
    public void A_judge_who_likes_length_lifts_a_verbose_model()
    {
        SimulatedWorld world = World(5000, seed: 7);
        Assert.True(world.ExpectedRawWinRate(Verbose, 0) > world.TrueWinRate(Verbose) + 0.1);
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.15)]
    [InlineData(0.9)]
    public void A_model_gets_the_win_rate_that_is_asked_for(double winRate)
    {
        SimulatedWorld world = World(300, seed: 8);
        Assert.Equal(winRate, world.TrueWinRate(world.WithTrueWinRate(Verbose, winRate)), 1e-12);
        Assert.Equal(winRate, world.ExpectedRawWinRate(world.WithRawWinRate(Verbose, 2, winRate), 2), 1e-12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void No_quality_wins_always_or_never(double winRate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => World(10, seed: 9).WithTrueWinRate(Verbose, winRate));

    [Fact]
    public void The_same_seed_gives_the_same_world()
    {
        SimulatedVerdicts first = World(500, seed: 10).Verdicts(Verbose, 1), second = World(500, seed: 10).Verdicts(Verbose, 1);
        Assert.Equal(first.ToItems(), second.ToItems());
        Assert.NotEqual(first.ToItems(), World(500, seed: 11).Verdicts(Verbose, 1).ToItems());
    }

    [Fact]
    public void Models_of_one_world_are_judged_independently()
    {
        SimulatedModel flat = Verbose with { DifficultySlope = 0 };
        SimulatedWorld world = World(20_000, seed: 12);
        double[] first = world.Verdicts(flat, 0).Preferences.ToArray(), second = world.Verdicts(flat, 1).Preferences.ToArray();
        // What they share is the baseline's length, which moves d / s of both a little.
        Assert.InRange(Statistics.Correlation.PearsonCorrelation.Of(first, second)!.Coefficient, -0.05, 0.15);
    }

    [Fact]
    public void Changing_the_quality_leaves_the_lengths()
    {
        SimulatedWorld world = World(200, seed: 13);
        Assert.Equal(world.Verdicts(Verbose, 0).LengthsInCodePoints.ToArray(), world.Verdicts(Verbose with { Quality = 2 }, 0).LengthsInCodePoints.ToArray());
    }

    [Fact]
    public void Rows_and_items_tell_the_same()
    {
        SimulatedVerdicts verdicts = World(50, seed: 14).Verdicts(Verbose, 0);
        LengthControlRow[] rows = verdicts.ToLengthControlRows();
        ItemPreference[] items = verdicts.ToItems();
        Assert.All(Enumerable.Range(0, 50), i => Assert.Equal(
            (items[i].LengthDifference, items[i].Preference, items[i].Instruction), (rows[i].LengthDifference, rows[i].Preference, rows[i].Position)));
    }

    [Fact]
    public void The_published_length_control_finds_the_true_win_rate_that_the_raw_one_misses()
    {
        SimulatedWorld world = World(5000, seed: 15);
        LengthControlCalibration calibration = new(SimulatedCalibration.Difficulties(world), SimulatedCalibration.GamedRows(world, 10));
        LeaderboardEntry entry = LeaderboardBuilder.Build(world.Preferences([Verbose]), new LeaderboardOptions { Calibration = calibration }).Entries[0];
        double truth = world.TrueWinRate(Verbose);
        Assert.Equal(LengthControlMethod.AlpacaEval2, entry.LengthControl);
        Assert.Equal(truth, entry.LengthControlledWinRate!.Value, tolerance: 0.02);
        Assert.True(Math.Abs(entry.WinRate!.Value - truth) > 0.1);
    }

    [Fact]
    public void The_verbose_baseline_is_longer_and_preferred_and_the_concise_one_is_neither()
    {
        SimulatedWorld world = World(2000, seed: 16);
        GamedBaselineRow[] rows = [.. SimulatedCalibration.GamedRows(world, 10)];
        Assert.Equal(4000, rows.Length);
        Assert.True(rows[..2000].Average(row => row.StandardisedLengthDifference) < 0 && rows[..2000].Average(row => row.Preference) > 0.55);
        Assert.True(rows[2000..].Average(row => row.StandardisedLengthDifference) > 0 && rows[2000..].Average(row => row.Preference) < 0.45);
        Assert.Equal(rows[..2000].Select(row => row.Index), rows[2000..].Select(row => row.Index));
    }

    private static SimulatedWorld World(int instructions, ulong seed) =>
        new(SimulatedInstructions.Draw(instructions, new BaselineLengths(7, 0.6), seed), Biased, seed);
}
