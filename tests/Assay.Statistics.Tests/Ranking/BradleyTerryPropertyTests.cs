using Assay.Statistics.Ranking;
using Assay.Statistics.Resampling;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Statistics.Tests.Ranking;

/// <summary>What holds for every set of comparisons: sparse and dense, with and without competitors that have no finite strength.</summary>
public class BradleyTerryPropertyTests
{
    /// <param name="Competitors">Two to fourteen.</param>
    /// <param name="Comparisons">From almost none, where few have a strength, to many.</param>
    /// <param name="GroupWeights">Three, of 0 to 2.</param>
    public sealed record World(int Competitors, BradleyTerryComparison[] Comparisons, double[] GroupWeights)
    {
        public BradleyTerryDesign Design => new(Competitors, GroupWeights.Length, Comparisons);

        public World With(Func<BradleyTerryComparison, BradleyTerryComparison> change) => this with { Comparisons = [.. Comparisons.Select(change)] };

        public double[,] Wins => BradleyTerryWorlds.Wins(Competitors, Comparisons, GroupWeights);
    }

    [Fact]
    public void Exactly_the_largest_strongly_connected_set_has_strengths() => ForAll(world =>
        Finite(world.Design.Fit(world.GroupWeights)).SequenceEqual(BradleyTerryWorlds.LargestStrongSet(world.Wins)));

    [Fact]
    public void Expected_wins_equal_observed_wins() => ForAll(world =>
    {
        BradleyTerryFit fit = world.Design.Fit(world.GroupWeights);
        double[,] wins = world.Wins;
        int[] finite = Finite(fit);
        return finite.All(i => Math.Abs(finite.Where(j => j != i).Sum(j =>
            wins[i, j] - (wins[i, j] + wins[j, i]) / (1 + Math.Exp(fit.Strengths[j]!.Value - fit.Strengths[i]!.Value)))) < 1e-8);
    });

    [Fact]
    public void Strengths_have_mean_zero() => ForAll(world => Math.Abs(world.Design.Fit(world.GroupWeights).Strengths.Sum() ?? 0) < 1e-9);

    [Fact]
    public void Group_weights_count_like_repeated_comparisons() => ForAll(world =>
    {
        BradleyTerryComparison[] repeated = [.. world.Comparisons.SelectMany(c => Enumerable.Repeat(c, (int)world.GroupWeights[c.Group]))];
        return Close(world.Design.Fit(world.GroupWeights), new BradleyTerryDesign(world.Competitors, 3, repeated).Fit());
    });

    [Fact]
    public void A_warm_start_leads_to_the_same_strengths() => ForAll(world =>
    {
        BradleyTerryDesign design = world.Design;
        return Close(design.Fit(world.GroupWeights), design.Fit(world.GroupWeights, warmStart: design.Fit()));
    });

    [Fact]
    public void Weights_of_another_scale_leave_the_strengths() => ForAll(world =>
        Close(world.Design.Fit(world.GroupWeights), world.Design.Fit([.. world.GroupWeights.Select(weight => 7 * weight)])));

    [Fact]
    public void Exchanging_the_sides_of_every_comparison_changes_nothing() => ForAll(world => Close(
        world.Design.Fit(), world.With(c => c with { First = c.Second, Second = c.First, FirstPreferred = 1 - c.FirstPreferred }).Design.Fit()));

    [Fact]
    public void Reversed_preferences_reverse_the_strengths() => ForAll(world => Close(
        world.Design.Fit(), world.With(c => c with { FirstPreferred = 1 - c.FirstPreferred }).Design.Fit(), sign: -1));

    /// <summary>Only where all have a strength: which of two equally large sets is fitted does depend on the labels.</summary>
    [Fact]
    public void Other_labels_give_the_same_strengths_and_errors() => ForAll(world =>
    {
        int Label(int i) => world.Competitors - 1 - i;
        BradleyTerryFit fit = world.Design.Fit();
        BradleyTerryFit other = world.With(c => c with { First = Label(c.First), Second = Label(c.Second) }).Design.Fit();
        return fit.WithoutFiniteStrength.Count > 0
            || (Close(fit.Strengths, [.. other.Strengths.Reverse()]) && Close(fit.StandardErrors(), [.. other.StandardErrors().Reverse()]));
    });

    [Fact]
    public void Expected_win_rates_average_one_half() => ForAll(world =>
    {
        double? mean = world.Design.Fit().ExpectedWinRates().Average();
        return mean is null || Math.Abs(mean.Value - 0.5) < 1e-12;
    });

    [Fact]
    public void No_strengths_near_the_maximum_are_more_likely() => ForAll(world =>
    {
        BradleyTerryFit fit = world.Design.Fit(world.GroupWeights);
        int[] finite = Finite(fit);
        double[,] wins = world.Wins;
        double best = BradleyTerryWorlds.LogLikelihood(wins, fit.Strengths);
        return finite.Length == 0
            || (Math.Abs(best - fit.LogLikelihood!.Value) < 1e-9 && finite.All(i => BradleyTerryWorlds.LogLikelihood(wins, Moved(fit.Strengths, i, 0.01)) < best
                && BradleyTerryWorlds.LogLikelihood(wins, Moved(fit.Strengths, i, -0.01)) < best));

        static double?[] Moved(IReadOnlyList<double?> strengths, int moved, double change) =>
            [.. strengths.Select((strength, i) => i == moved ? strength + change : strength)];
    });

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void A_number_of_weights_other_than_that_of_groups_is_refused(int count) =>
        Assert.Throws<ArgumentException>(() => new BradleyTerryDesign(2, 3, [new(0, 1, 0.5)]).Fit(new double[count]));

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_group_weight_that_is_no_count_is_refused(double weight) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BradleyTerryDesign(2, 1, [new(0, 1, 0.5)]).Fit([weight]));

    [Fact]
    public void A_start_of_another_field_is_refused() =>
        Assert.Throws<ArgumentException>(() => new BradleyTerryDesign(2, 1, [new(0, 1, 0.5)]).Fit([1], new BradleyTerryDesign(3, 1, []).Fit()));

    private static int[] Finite(BradleyTerryFit fit) => [.. Enumerable.Range(0, fit.Strengths.Count).Where(i => fit.Strengths[i] is not null)];

    private static bool Close(BradleyTerryFit first, BradleyTerryFit second, int sign = 1) =>
        Close(first.Strengths, [.. second.Strengths.Select(x => sign * x)]);

    private static bool Close(IReadOnlyList<double?> first, IReadOnlyList<double?> second) =>
        first.Zip(second).All(pair => pair.First is null == pair.Second is null && !(Math.Abs(pair.First - pair.Second ?? 0) >= 1e-8));

    private static void ForAll(Func<World, bool> claim) => Prop.ForAll(
        (from competitors in Gen.Choose(2, 14)
         from comparisons in Gen.Choose(0, 60)
         from seed in Gen.Choose(0, int.MaxValue - 1)
         from weights in Gen.Choose(0, 2).Select(x => (double)x).ArrayOf(3)
         select new World(competitors, BradleyTerryWorlds.Comparisons(new RandomStream((ulong)seed, 0), competitors, comparisons, 3), weights)).ToArbitrary(),
        claim).QuickCheckThrowOnFailure();
}
