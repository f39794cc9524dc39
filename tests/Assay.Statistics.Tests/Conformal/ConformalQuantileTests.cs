using Assay.Statistics.Conformal;
using Assay.Statistics.Resampling;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Statistics.Tests.Conformal;

public sealed class ConformalQuantileTests
{
    [Theory]
    [InlineData(50, 0.15, 44)]
    [InlineData(50, 0.1, 46)]
    [InlineData(9, 0.1, 9)]
    [InlineData(9, 0.3, 7)]
    [InlineData(99, 0.05, 95)]
    [InlineData(19, 0.05, 19)]
    [InlineData(18, 0.05, 19)]
    public void The_position_is_that_of_n_plus_one_scores(int count, double alpha, int position) =>
        Assert.Equal(position, ConformalQuantile.Position(count, alpha));

    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(0.1, 9)]
    [InlineData(0.05, 19)]
    [InlineData(0.01, 99)]
    [InlineData(0.3, 3)]
    public void The_fewest_scores_are_one_minus_alpha_over_alpha_rounded_up(double alpha, int fewest) =>
        Assert.Equal(fewest, ConformalQuantile.FewestScores(alpha));

    [Fact]
    public void The_fewest_scores_are_enough_and_one_less_is_not() => Prop.ForAll(
        Gen.Choose(1, 999).Select(static thousandth => thousandth / 1000.0).ToArbitrary(),
        static alpha =>
        {
            double[] scores = [.. Enumerable.Range(0, ConformalQuantile.FewestScores(alpha)).Select(static i => (double)i)];
            return ConformalQuantile.Of(scores, alpha) is not null && (scores.Length == 1 || ConformalQuantile.Of(scores.AsSpan()[1..], alpha) is null);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Without_one_is_the_quantile_of_the_others() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonEmptyArray<int>>(), Gen.Choose(1, 99).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(),
        static (values, hundredth, any) =>
        {
            double[] ascending = [.. values.Get.Select(static value => (double)value).Order()];
            int left = any % ascending.Length;
            double[] others = [.. ascending.Where((_, i) => i != left)];
            return ConformalQuantile.WithoutOne(ascending, left, hundredth / 100.0) == ConformalQuantile.Of(others, hundredth / 100.0);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(20, 0.1)]
    [InlineData(50, 0.2)]
    [InlineData(199, 0.05)]
    public void A_new_score_lies_at_or_below_as_often_as_promised(int count, double alpha)
    {
        const int Draws = 20_000;
        int covered = 0;
        double[] scores = new double[count];
        for (int draw = 0; draw < Draws; draw++)
        {
            RandomStream random = new(7, (ulong)draw);
            for (int i = 0; i < count; i++) scores[i] = random.NextGaussian();
            Array.Sort(scores);
            if (random.NextGaussian() <= ConformalQuantile.Of(scores, alpha)) covered++;
        }
        // Without ties the probability is exactly position / (n + 1); four standard errors of the simulation around it.
        double exact = (double)ConformalQuantile.Position(count, alpha) / (count + 1);
        Assert.InRange((double)covered / Draws, exact - 4 * Math.Sqrt(exact * (1 - exact) / Draws), exact + 4 * Math.Sqrt(exact * (1 - exact) / Draws));
        Assert.InRange(exact, 1 - alpha - 1e-12, 1 - alpha + 1.0 / (count + 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void An_alpha_outside_its_range_is_refused(double alpha)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ConformalQuantile.Of([1, 2, 3], alpha));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConformalQuantile.FewestScores(alpha));
    }

    [Fact]
    public void No_scores_have_no_quantile() => Assert.Null(ConformalQuantile.Of([], 0.5));
}
