using Assay.Statistics.Regression;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Statistics.Tests.Regression;

public class CrossValidatedL1LogisticTests
{
    [Fact]
    public void The_default_grid_is_ten_values_from_1e_minus_4_to_1e4()
    {
        double[] expected =
        [
            1e-4, 7.742636826811270e-4, 5.994842503189409e-3, 4.641588833612782e-2, 3.593813663804626e-1,
            2.782559402207126, 21.54434690031882, 166.8100537200059, 1291.549665014884, 1e4,
        ];
        Assert.All(expected.Zip(CrossValidatedL1Logistic.DefaultGrid), pair => Assert.Equal(1, pair.Second / pair.First, 1e-14));
    }

    [Fact]
    public void Scores_are_means_over_rows_then_over_folds_of_what_was_left_out() => ForAll(world =>
    {
        double[] expected = BruteForceScores(world);
        CrossValidatedFit fit = CrossValidatedL1Logistic.Fit(world.Data, CrossValidatedL1Logistic.DefaultGrid);
        return expected.Zip(fit.Scores).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-8 * (1 + Math.Abs(pair.First)));
    });

    [Fact]
    public void The_chosen_strength_has_the_best_score() => ForAll(world =>
    {
        double[] scores = BruteForceScores(world);
        double best = scores.Max(), chosen = scores[CrossValidatedL1Logistic.Fit(world.Data, CrossValidatedL1Logistic.DefaultGrid).Chosen];
        return chosen >= best - 1e-8 * (1 + Math.Abs(best));
    });

    [Fact]
    public void The_final_fit_is_of_all_rows_at_the_chosen_strength() => ForAll(world =>
    {
        CrossValidatedFit fit = CrossValidatedL1Logistic.Fit(world.Data, CrossValidatedL1Logistic.DefaultGrid);
        LogisticWorld chosen = world with { C = fit.C };
        double expected = chosen.Objective(L1LogisticRegression.Fit(world.Data, fit.C));
        return Math.Abs(chosen.Objective(fit.Coefficients) - expected) <= 1e-10 * Math.Max(1, expected);
    });

    [Fact]
    public void Contributions_of_all_rows_add_up_to_the_score() => ForAll(world =>
    {
        CrossValidatedFit fit = CrossValidatedL1Logistic.Fit(world.Data, CrossValidatedL1Logistic.DefaultGrid);
        return fit.Scores.Select((score, i) =>
            Math.Abs(score - fit.ScoreContributions(i, world.Rows.Length).Sum()) <= 1e-12 * (1 + Math.Abs(score))).All(equal => equal);
    });

    [Fact]
    public void Of_equal_scores_the_smaller_strength_is_chosen() // all coefficients are zero at both, so the scores are the same number
    {
        LogisticWorld world = Balanced(0.6);
        CrossValidatedFit fit = CrossValidatedL1Logistic.Fit(world.Data, [1e-4, 1e-3]);
        Assert.Equal(fit.Scores[0], fit.Scores[1]);
        Assert.Equal((0, 1e-4), (fit.Chosen, fit.C));
    }

    [Fact]
    public void A_fold_without_rows_is_passed_over()
    {
        LogisticWorld world = Balanced(0.6);
        LogisticWorld sparse = world with { Folds = [.. world.Folds.Select(fold => fold == 0 ? 0 : 4)] },
            dense = sparse with { Folds = [.. sparse.Folds.Select(fold => fold / 4)], FoldCount = 2 };
        CrossValidatedFit first = CrossValidatedL1Logistic.Fit(sparse.Data, [0.1, 1, 10]), second = CrossValidatedL1Logistic.Fit(dense.Data, [0.1, 1, 10]);
        Assert.Equal(second.Scores, first.Scores);
    }

    [Fact]
    public void Rows_in_one_fold_only_are_refused() =>
        Assert.Throws<ArgumentException>(() => CrossValidatedL1Logistic.Fit((Balanced(0.6) with { Folds = new int[10] }).Data, [1]));

    [Fact]
    public void An_empty_grid_is_refused() => Assert.Throws<ArgumentException>(() => CrossValidatedL1Logistic.Fit(Balanced(0.6).Data, []));

    private static LogisticWorld Balanced(double target) => new(
        [.. Enumerable.Repeat(new double[] { 1 }, 10)], [.. Enumerable.Repeat(target, 10)], [.. Enumerable.Repeat(1.0, 10)], [0, 1, 2, 3, 4, 0, 1, 2, 3, 4],
        5, 1);

    /// <summary>For each C: fit the rows of the other folds, average the weighted log-likelihood over the fold's rows, then over the folds with rows.</summary>
    private static double[] BruteForceScores(LogisticWorld world) =>
    [
        .. CrossValidatedL1Logistic.DefaultGrid.Select(c => Enumerable.Range(0, world.FoldCount).Where(world.Folds.Contains).Average(fold =>
        {
            int[] held = [.. Enumerable.Range(0, world.Rows.Length).Where(i => world.Folds[i] == fold)];
            LogisticWorld rest = world.Pick(Enumerable.Range(0, world.Rows.Length).Except(held)) with { C = c };
            double[] b = L1LogisticRegression.Fit(rest.Data, c);
            return held.Average(i => -world.Weights[i] * world.Loss(i, b));
        })),
    ];

    /// <summary>Worlds with rows in two folds at least, and no near copies of columns: held-out scores need one minimiser.</summary>
    private static void ForAll(Func<LogisticWorld, bool> claim) => Prop.ForAll(
        LogisticWorld.Any.Filter(world => world.Folds.Distinct().Count() > 1 && (world.Columns < 2 || Math.Abs(world.Rows[0][0] - world.Rows[0][1]) > 0.01)),
        claim).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
}
