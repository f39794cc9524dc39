using System.Text.Json;
using Assay.Statistics.Regression;
using Assay.Statistics.Resampling;
using Assay.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Statistics.Tests.Regression;

public class L1LogisticRegressionTests
{
    [ReferenceTheory]
    [ReferenceEntries("regression.json", "logistic regression, L1, no intercept")]
    public void Coefficients_and_objective_equal_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read("regression.json", name);
        JsonElement input = entry.Input;
        double[][] x = ReferenceEntry.Matrix(input.GetProperty("x"));
        LogisticWorld world = new(
            x, ReferenceEntry.Numbers(input.GetProperty("y")), [.. x.Select(_ => 1.0)], new int[x.Length], 1, 1 / input.GetProperty("lambda").GetDouble());
        double[] expected = ReferenceEntry.Numbers(entry.Expected.GetProperty("coefficients")), actual = L1LogisticRegression.Fit(world.Data, world.C);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, entry.Tolerance));
        Assert.Equal(entry.Expected.GetProperty("objective").GetDouble(), world.Objective(actual), entry.Tolerance);
    }

    [Fact]
    public void A_coefficient_the_penalty_removes_is_exactly_zero()
    {
        LogisticWorld world = Reference(1.0 / 3);
        Assert.Equal(0, L1LogisticRegression.Fit(world.Data, world.C)[0]);
    }

    [Fact]
    public void The_mean_of_a_constant_column_is_the_shrunken_mean() // 1/C = n (mean - p), so p = 0.7 - 1 / (10 C)
    {
        LogisticWorld world =
            new([.. Enumerable.Repeat(new double[] { 1 }, 10)], [.. Enumerable.Repeat(0.7, 10)], [.. Enumerable.Repeat(1.0, 10)], new int[10], 1, 2);
        Assert.Equal(0.65, Logit.Probability(L1LogisticRegression.Fit(world.Data, 2)[0]), 1e-14);
    }

    [Fact]
    public void The_first_order_conditions_hold() => ForAll(world =>
    {
        double[] b = L1LogisticRegression.Fit(world.Data, world.C), gradient = world.Gradient(b);
        double penalty = 1 / world.C, tolerance = 1e-9 * (1 + penalty);
        return b.Zip(gradient).All(pair => pair.First == 0 ? Math.Abs(pair.Second) <= penalty + tolerance
            : Math.Abs(pair.Second + Math.Sign(pair.First) * penalty) <= tolerance);
    });

    [Fact]
    public void No_slower_method_finds_a_lower_objective() => ForAll(world =>
    {
        double[] b = L1LogisticRegression.Fit(world.Data, world.C);
        double ours = world.Objective(b), slow = world.Objective(SlowSolver.Minimise(world)), fromOurs = world.Objective(SlowSolver.Minimise(world, b));
        return ours - Math.Min(slow, fromOurs) <= 1e-10 * Math.Max(1, ours);
    }, 20);

    [Fact]
    public void The_start_does_not_matter() => ForAll(world =>
    {
        double[] far = [.. Enumerable.Range(0, world.Columns).Select(j => j % 2 == 0 ? 7.0 : -7.0)];
        double[] b = L1LogisticRegression.Fit(world.Data, world.C), fromFar = L1LogisticRegression.Fit(world.Data, world.C, far);
        return Math.Abs(world.Objective(b) - world.Objective(fromFar)) <= 1e-10 * Math.Max(1, world.Objective(b));
    });

    [Fact]
    public void Nearly_equal_columns_do_not_stop_it_short() // correlation 0.9999995: coordinate descent alone needs millions of sweeps
    {
        LogisticWorld world = LogisticWorld.Make(new RandomStream(3, 0), 34, 4, 6729, 3);
        double[] b = L1LogisticRegression.Fit(world.Data, world.C), gradient = world.Gradient(b);
        Assert.All(b.Zip(gradient), pair => Assert.Equal(-Math.Sign(pair.First) / world.C, pair.Second, 1e-9));
    }

    [Fact]
    public void A_start_where_all_rows_are_far_in_a_tail_leads_to_the_minimum()
    {
        LogisticWorld world = Reference(2);
        double[] near = L1LogisticRegression.Fit(world.Data, 2), far = L1LogisticRegression.Fit(world.Data, 2, [800, -900]);
        Assert.Equal(world.Objective(near), world.Objective(far), 1e-12);
    }

    [Fact]
    public void Folds_and_their_padding_do_not_change_the_fit() => ForAll(world =>
        Close(world, L1LogisticRegression.Fit(world.Data, world.C),
            L1LogisticRegression.Fit((world with { Folds = new int[world.Rows.Length], FoldCount = 1 }).Data, world.C)));

    [Fact]
    public void Leaving_a_fold_out_is_fitting_the_other_rows() => ForAll(world =>
    {
        LogisticWorld rest = world.Pick(Enumerable.Range(0, world.Rows.Length).Where(i => world.Folds[i] != 2).DefaultIfEmpty(0));
        if (rest.Folds.Contains(2)) return true;
        return Close(rest, L1LogisticRegression.FitWithout(world.Data, world.C, 2), L1LogisticRegression.Fit(rest.Data, world.C));
    });

    [Fact]
    public void The_order_of_the_rows_does_not_matter() => ForAll(world =>
    {
        int[] order = [.. Enumerable.Range(0, world.Rows.Length)];
        new RandomStream(9, 9).Shuffle<int>(order);
        return Close(world, L1LogisticRegression.Fit(world.Data, world.C), L1LogisticRegression.Fit(world.Pick(order).Data, world.C));
    });

    [Fact]
    public void Whole_weights_count_like_repeated_rows() => ForAll(world =>
    {
        LogisticWorld counted = world with { Weights = [.. world.Weights.Select(Math.Ceiling)] };
        LogisticWorld repeated =
            counted.Pick(Enumerable.Range(0, world.Rows.Length).SelectMany(i => Enumerable.Repeat(i, (int)counted.Weights[i])).DefaultIfEmpty(0));
        if (counted.Weights.Sum() == 0) return true;
        repeated = repeated with { Weights = [.. repeated.Rows.Select(_ => 1.0)] };
        return Close(counted, L1LogisticRegression.Fit(counted.Data, world.C), L1LogisticRegression.Fit(repeated.Data, world.C));
    });

    [Fact]
    public void Exchanging_the_outcomes_turns_the_signs() => ForAll(world => Close(
        world, L1LogisticRegression.Fit(world.Data, world.C),
        [.. L1LogisticRegression.Fit((world with { Targets = [.. world.Targets.Select(y => 1 - y)] }).Data, world.C).Select(b => -b)]));

    [Fact]
    public void Rows_without_weight_have_no_coefficients()
    {
        LogisticWorld world = Reference(1);
        Assert.Equal([0, 0], L1LogisticRegression.Fit((world with { Weights = new double[world.Rows.Length] }).Data, 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_strength_that_is_no_positive_number_is_refused(double c) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => L1LogisticRegression.Fit(Reference(1).Data, c));

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    public void A_fold_outside_the_range_is_refused(int fold) => Assert.Throws<ArgumentOutOfRangeException>(() => new LogisticData(1, [0, fold], 5));

    private static LogisticWorld Reference(double c) => LogisticWorld.Make(new RandomStream(1, 0), 12, 2, c, 0) with
    {
        Rows = [[0.5, 1.2], [1.5, -0.3], [-0.7, 0.8], [2.1, 0.4], [-1.4, -1.1], [0.2, -0.9], [1.1, 1.7], [-0.3, 0.1], [0.9, -1.6], [-1.8, 0.6]],
        Targets = [1, 1, 0, 1, 0, 0, 1, 0, 0, 1],
        Weights = [.. Enumerable.Repeat(1.0, 10)],
        Folds = [0, 1, 2, 3, 4, 0, 1, 2, 3, 4],
        C = c,
    };

    /// <summary>Equal minimisers: the coefficients, or, where columns are nearly copies and the bottom is flat, the objective.</summary>
    private static bool Close(LogisticWorld world, double[] first, double[] second) =>
        first.Zip(second).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-9 * (1 + Math.Abs(pair.First)))
        || Math.Abs(world.Objective(first) - world.Objective(second)) <= 1e-12 * Math.Max(1, world.Objective(first));

    private static void ForAll(Func<LogisticWorld, bool> claim, int times = 200) =>
        Prop.ForAll(LogisticWorld.Any, claim).Check(Config.QuickThrowOnFailure.WithMaxTest(times));
}
