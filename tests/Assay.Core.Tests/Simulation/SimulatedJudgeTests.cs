using Assay.Core.Simulation;
using Assay.Statistics.Resampling;

namespace Assay.Core.Tests.Simulation;

public sealed class SimulatedJudgeTests
{
    private const int Draws = 200_000;

    [Theory]
    [InlineData(0.03, 0.3, 0)]
    [InlineData(0.5, 0.3, 0)]
    [InlineData(0.8, 5, 0)]
    [InlineData(0.2, 0, 0)]
    [InlineData(0.2, 0.3, 0.4)]
    [InlineData(0.5, 0, 1)]
    [InlineData(0.9, 0, 0.7)]
    public void Verdicts_have_the_expected_mean(double expected, double concentration, double tieShare)
    {
        double[] verdicts = Verdicts(expected, concentration, tieShare);
        // Five standard errors of a mean of variables in [0, 1].
        Assert.Equal(expected, verdicts.Average(), 5 * Math.Sqrt(expected * (1 - expected) / Draws));
    }

    [Theory]
    [InlineData(0.1, 0.3)]
    [InlineData(0.5, 2)]
    public void Soft_verdicts_have_the_variance_of_the_beta_distribution(double expected, double concentration)
    {
        double[] verdicts = Verdicts(expected, concentration, tieShare: 0);
        double variance = verdicts.Average(verdict => (verdict - expected) * (verdict - expected));
        Assert.Equal(expected * (1 - expected) / (concentration + 1), variance, tolerance: 0.004);
    }

    [Fact]
    public void Verdicts_of_a_judge_without_concentration_are_hard() =>
        Assert.All(Verdicts(0.4, concentration: 0, tieShare: 0), verdict => Assert.True(verdict is 0 or 1));

    [Fact]
    public void A_small_concentration_leaves_few_verdicts_in_the_middle()
    {
        double[] verdicts = Verdicts(0.5, concentration: 0.3, tieShare: 0);
        Assert.InRange(verdicts.Count(verdict => verdict is > 0.25 and < 0.75) / (double)Draws, 0.01, 0.2);
    }

    [Theory]
    [InlineData(0.5, 0.1, 0.1)]
    [InlineData(0.1, 0.5, 0.1)]
    [InlineData(0, 1, 0)]
    public void Ties_are_as_frequent_as_the_share_says(double expected, double tieShare, double frequency) =>
        Assert.Equal(frequency, Verdicts(expected, concentration: 0, tieShare).Count(verdict => verdict == 0.5) / (double)Draws, tolerance: 0.004);

    [Fact]
    public void Of_equal_outputs_half_are_expected_to_be_preferred() => Assert.Equal(0.5, Judge(0, 0).ExpectedPreference(0, 0));

    [Fact]
    public void A_negative_bias_prefers_the_longer_output() =>
        Assert.Equal(1 / (1 + Math.Exp(-1.5 * Math.Tanh(2))), Judge(0, 0).ExpectedPreference(0, standardisedLengthDifference: -2), 1e-12);

    [Fact]
    public void A_judge_cannot_have_a_negative_concentration_or_more_ties_than_verdicts()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Judge(-0.1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Judge(0, 1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Judge(double.NaN, 0));
    }

    private static SimulatedJudge Judge(double concentration, double tieShare) =>
        new() { Name = "judge", LengthBias = -1.5, Concentration = concentration, TieShare = tieShare };

    private static double[] Verdicts(double expected, double concentration, double tieShare)
    {
        SimulatedJudge judge = Judge(concentration, tieShare);
        RandomStream random = new(7, 0);
        return [.. Enumerable.Range(0, Draws).Select(_ => judge.Judge(expected, random))];
    }
}
