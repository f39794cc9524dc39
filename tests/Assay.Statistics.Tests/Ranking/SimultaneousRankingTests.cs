using Assay.Statistics.Ranking;
using Assay.Statistics.Resampling;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Statistics.Tests.Ranking;

public class SimultaneousRankingTests
{
    private const double Confidence = 0.95;

    [Fact]
    public void No_competitors_have_no_ranks() => Assert.Empty(SimultaneousRanking.Of([], [], Confidence));

    [Fact]
    public void One_competitor_is_first_for_certain()
    {
        SimultaneousRank only = SimultaneousRanking.Of([3], [Draws(0, 1)], Confidence).Single();
        Assert.Equal((1, new RankInterval(1, 1), 0, null), (only.Rank, only.Interval, only.DifferenceToBest, only.DifferenceError));
        Assert.Equal((0, 0), (only.DifferenceInterval.Lower, only.DifferenceInterval.Upper));
    }

    [Fact]
    public void Equal_estimates_share_the_first_rank_and_exclude_no_rank() => Assert.All(
        SimultaneousRanking.Of([1, 1, 1], [Draws(0, 1), Draws(1, 1), Draws(2, 1)], Confidence),
        rank => Assert.Equal((1, new RankInterval(1, 3), 0), (rank.Rank, rank.Interval, rank.DifferenceToBest)));

    [Fact]
    public void Estimates_far_apart_have_certain_ranks() => Assert.Equal(
        [(2, new RankInterval(2, 2)), (1, new RankInterval(1, 1)), (3, new RankInterval(3, 3))],
        SimultaneousRanking.Of([50, 99, 1], [Draws(0, 1), Draws(1, 1), Draws(2, 1)], Confidence).Select(rank => (rank.Rank, rank.Interval)));

    [Fact]
    public void Competitors_known_exactly_are_ranked_by_their_values_alone() => Assert.Equal(
        [new RankInterval(2, 2), new RankInterval(1, 1), new RankInterval(3, 3)],
        SimultaneousRanking.Of([0.5, 0.500001, 0.4], [new double[100], new double[100], new double[100]], Confidence).Select(rank => rank.Interval));

    [Fact]
    public void Against_one_known_exactly_only_the_others_error_counts()
    {
        double[] draws = Draws(0, 1);
        double error = Math.Sqrt(draws.Average(draw => draw * draw));
        SimultaneousRank below = SimultaneousRanking.Of([0, -5 * error], [new double[draws.Length], draws], Confidence)[1];
        Assert.Equal(new RankInterval(2, 2), below.Interval);
        Assert.Equal(error, below.DifferenceError!.Value, 1e-12);
        Assert.Equal(-5 * error, below.DifferenceInterval.Lower + 0.5 * (below.DifferenceInterval.Upper - below.DifferenceInterval.Lower), 1e-12);
    }

    [Fact]
    public void Errors_that_two_competitors_share_cancel_in_their_difference()
    {
        double[] shared = Draws(0, 10), own = Draws(1, 0.01);
        double[] second = [.. shared.Zip(own, (x, y) => x + y)];
        Assert.Equal(
            [new RankInterval(1, 1), new RankInterval(2, 2)], SimultaneousRanking.Of([0.1, 0], [shared, second], Confidence).Select(rank => rank.Interval));
    }

    [Fact]
    public void Unlike_numbers_of_estimates_and_deviations_are_refused() =>
        Assert.Throws<ArgumentException>(() => SimultaneousRanking.Of([1, 2], [Draws(0, 1)], Confidence));

    [Fact]
    public void Intervals_contain_ranks_and_differences_and_reach_no_further_than_the_best() => ForAll((estimates, ranks) =>
        ranks.All(rank => rank.Interval.Best >= 1 && rank.Interval.Best <= rank.Rank && rank.Rank <= rank.Interval.Worst
            && rank.Interval.Worst <= estimates.Length
            && rank.DifferenceToBest <= 0 && rank.DifferenceInterval.Upper <= 0 && rank.DifferenceInterval.Contains(rank.DifferenceToBest)));

    [Fact]
    public void The_rank_is_one_more_than_the_number_of_better_estimates() =>
        ForAll((estimates, ranks) => ranks.Select((rank, j) => rank.Rank == 1 + estimates.Count(other => other > estimates[j])).All(right => right));

    [Fact]
    public void Exactly_those_that_may_be_the_best_may_be_first() =>
        ForAll((_, ranks) => ranks.All(rank => rank.Interval.Best != 1 || rank.DifferenceInterval.Upper == 0));

    [Fact]
    public void Moving_all_estimates_alike_changes_nothing() => Prop.ForAll(Worlds, world =>
    {
        IReadOnlyList<SimultaneousRank> ranks = SimultaneousRanking.Of(world.Estimates, world.Deviations, Confidence);
        IReadOnlyList<SimultaneousRank> moved = SimultaneousRanking.Of([.. world.Estimates.Select(estimate => estimate + 1024)], world.Deviations, Confidence);
        return ranks.Zip(moved).All(pair => pair.First.Rank == pair.Second.Rank && pair.First.Interval == pair.Second.Interval);
    }).QuickCheckThrowOnFailure();

    /// <summary>Five competitors, two of them equal, two close; 1,000 worlds of 200 shared items. A coverage of 92.5 % would fail.</summary>
    [Fact]
    public void Rank_intervals_and_differences_to_the_best_cover_the_truth_as_often_as_they_say()
    {
        const int Worlds = 1000, Items = 200, Draws = 200;
        double[] truth = [0.5, 0.5, 0.45, 0.3, 0];
        int[] covered = new int[truth.Length];
        int allDifferences = 0;
        for (int world = 0; world < Worlds; world++)
        {
            RandomStream random = new(11, (ulong)world);
            double[][] values = [.. truth.Select(_ => new double[Items])];
            for (int item = 0; item < Items; item++)
            {
                double shared = random.NextGaussian();
                for (int j = 0; j < truth.Length; j++) values[j][item] = truth[j] + shared + 0.5 * random.NextGaussian();
            }
            double[] means = [.. values.Select(value => value.Average())];
            double[][] errors = [.. truth.Select(_ => new double[Draws])];
            double[] signs = new double[Items];
            for (int draw = 0; draw < Draws; draw++)
            {
                random.FillSigns(signs);
                for (int j = 0; j < truth.Length; j++) errors[j][draw] = values[j].Zip(signs, (value, sign) => sign * (value - means[j])).Sum() / Items;
            }
            IReadOnlyList<SimultaneousRank> ranks = SimultaneousRanking.Of(means, errors, Confidence);
            for (int j = 0; j < truth.Length; j++)
            {
                // Any rank that equal competitors could be given must be covered.
                int best = 1 + truth.Count(other => other > truth[j]), worst = truth.Count(other => other >= truth[j]);
                if (ranks[j].Interval.Best <= best && ranks[j].Interval.Worst >= worst) covered[j]++;
            }
            if (ranks.Select((rank, j) => rank.DifferenceInterval.Contains(truth[j] - truth.Max())).All(contains => contains)) allDifferences++;
        }
        Assert.All(covered, count => Assert.InRange(count / (double)Worlds, 0.93, 1));
        Assert.InRange(allDifferences / (double)Worlds, 0.93, 1);
    }

    private static Arbitrary<(double[] Estimates, double[][] Deviations)> Worlds { get; } =
        (from count in Gen.Choose(1, 8)
         from seed in Gen.Choose(0, int.MaxValue - 1)
         from estimates in Gen.Choose(-8, 8).Select(x => x / 4.0).ArrayOf(count)
         from scales in Gen.Elements(0.0, 0.1, 1.0).ArrayOf(count)
         select (estimates, scales.Select((scale, j) => Draws((ulong)(seed + j), scale, 60)).ToArray())).ToArbitrary();

    private static void ForAll(Func<double[], IReadOnlyList<SimultaneousRank>, bool> claim) =>
        Prop.ForAll(Worlds, world => claim(world.Estimates, SimultaneousRanking.Of(world.Estimates, world.Deviations, Confidence))).QuickCheckThrowOnFailure();

    private static double[] Draws(ulong seed, double scale, int count = 500)
    {
        RandomStream random = new(seed, 5);
        return [.. Enumerable.Range(0, count).Select(_ => scale * random.NextGaussian())];
    }
}
