using Assay.Core.Comparisons;
using Assay.Core.Leaderboards;
using Assay.Core.Simulation;
using Assay.Studies.Validity;

namespace Assay.Studies.Tests.Validity;

public sealed class SampleAnalysisTests
{
    private const int SampleSize = 60;

    [Theory]
    [InlineData(true, 0)]
    [InlineData(true, 20)]
    [InlineData(false, 0)]
    public void The_study_measures_what_a_comparison_reports(bool calibrated, int bootstrap)
    {
        StudyWorld world = new(StudySignals.Strong, 200, seed: 3);
        Population population = world.Population(world.Pair(0.4), calibrated ? StudyWorld.GamedRows(StudySignals.Strong, SampleSize, seed: 4) : null);
        int[] drawn = [.. Enumerable.Range(0, SampleSize).Select(i => i * i % population.Count)];

        SampleAnalysis analysis = SampleAnalysis.Of(population, drawn, bootstrap, seed: 9);
        LeaderboardOptions options = new() { Calibration = population.Calibration(drawn), Bootstrap = bootstrap, Seed = 9 };
        ModelComparison comparison = ModelComparisonBuilder.Build(population.Sample(drawn), population.Models, options);
        LeaderboardEntry first = comparison.Leaderboard.Entries.Single(entry => entry.Model == population.Models[0]);
        PairComparison pair = comparison.Pairs[0];

        Assert.Equal([first.WinRate, first.LengthControlledWinRate, pair.WinRate!.Difference, pair.LengthControlledWinRate!.Difference], analysis.Estimates);
        Assert.Equal((pair.WinRate.PValue, pair.LengthControlledWinRate.PValue), (analysis.WinRatePValue, analysis.LengthControlledPValue));
    }

    [Fact]
    public void The_target_of_a_population_that_is_the_sample_is_the_estimate()
    {
        StudyWorld world = new(StudySignals.Strong, 150, seed: 5);
        Population population = world.Population(world.Pair(0.3), StudyWorld.GamedRows(StudySignals.Strong, 150, seed: 6));
        SampleAnalysis analysis = SampleAnalysis.Of(population, population.Everything(), bootstrap: 0, seed: 0);
        double[] targets = SampleAnalysis.Targets(population, 150);
        Assert.All(Enumerable.Range(0, targets.Length), q => Assert.Equal(targets[q], analysis.Estimates[q]!.Value, 1e-9));
    }

    [Fact]
    public void An_instruction_drawn_twice_keeps_its_fold_and_its_verdict()
    {
        StudyWorld world = new(StudySignals.Strong, 20, seed: 7);
        Population population = world.Population(world.Pair(0.3), StudyWorld.GamedRows(StudySignals.Strong, 20, seed: 8));
        int[] drawn = [13, 3, 3, 8, 19];
        Assert.All(Enumerable.Range(0, drawn.Length), i =>
        {
            Assert.True(population.Calibration(drawn)!.Difficulties.TryGet(SimulatedInstructions.Text(i), out int position, out double difficulty));
            Assert.Equal((drawn[i] % 5, population.Difficulties[drawn[i]]), (position % 5, difficulty));
            Assert.Equal(population.Items[0][drawn[i]].Preference, population.Sample(drawn).Comparisons[0].Items[i].Preference);
        });
    }
}
