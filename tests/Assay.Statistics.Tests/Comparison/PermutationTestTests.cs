using Assay.Statistics.Comparison;
using Assay.Statistics.Resampling;

namespace Assay.Statistics.Tests.Comparison;

public sealed class PermutationTestTests
{
    [Theory]
    [InlineData(10, 0.25)]
    [InlineData(2.5, 0.5)]
    [InlineData(0, 1)]
    public void The_p_value_is_the_rank_from_above(double observed, double p) =>
        Assert.Equal(p, PermutationTest.UpperPValue(observed, [1, 2, 3], new RandomStream(1, 0)));

    [Fact]
    public void Without_any_difference_every_rank_is_as_likely()
    {
        const int Trials = 20_000;
        double[] equal = new double[9];
        int[] counts = new int[10];
        for (int trial = 0; trial < Trials; trial++)
            counts[(int)Math.Round(10 * PermutationTest.UpperPValue(0, equal, new RandomStream(4, (ulong)trial))) - 1]++;
        Assert.All(counts, static count => Assert.InRange(count, 0.1 * Trials - 4 * Math.Sqrt(0.09 * Trials), 0.1 * Trials + 4 * Math.Sqrt(0.09 * Trials)));
    }

    [Fact]
    public void Nothing_to_compare_with_and_nan_are_refused()
    {
        Assert.Throws<ArgumentException>(() => PermutationTest.UpperPValue(1, [], new RandomStream(1, 0)));
        Assert.Throws<ArgumentException>(() => PermutationTest.UpperPValue(double.NaN, [1], new RandomStream(1, 0)));
        Assert.Throws<ArgumentException>(() => PermutationTest.UpperPValue(1, [double.NaN], new RandomStream(1, 0)));
    }
}
