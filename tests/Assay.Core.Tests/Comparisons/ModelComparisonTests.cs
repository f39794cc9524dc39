using Assay.Core.Comparisons;
using Assay.Core.Errors;
using Assay.Core.Leaderboards;
using Assay.Core.Preferences;
using Assay.Core.Tests.Support;
using Assay.Statistics.Comparison;
using Assay.TestSupport;

namespace Assay.Core.Tests.Comparisons;

[Collection(RealDataTests.Name)]
public class ModelComparisonTests(AlpacaEvalData data)
{
    private static readonly LeaderboardOptions Calibrated = new() { Calibration = Rows.Calibration() };

    [Fact]
    public void The_win_rates_are_compared_by_the_paired_test()
    {
        PreferenceSet set = Three().Set;
        PairComparison pair = Compare(set, "m", "n").Pairs.Single();
        double[][] preferences =
            [.. ((string[])["m", "n"]).Select(name => set.Comparisons.Single(c => c.Model == name).Items.Select(item => item.Preference).ToArray())];
        PairedTTest test = PairedTTest.Of(preferences[0], preferences[1], 0.95)!;
        Assert.Equal(test.Difference, pair.WinRate!.Difference);
        Assert.Equal((test.PValue, test.PValue), (pair.WinRate.PValue, pair.WinRate.HolmPValue));
        Assert.Equal(DetectableDifference.Of(test.Difference.StandardError!.Value, 0.95, 0.8), pair.WinRate.DetectableDifference);
    }

    [Fact]
    public void Only_shared_judged_instructions_count()
    {
        Rows rows = new Rows().Add("a", "m", 1).Add("b", "m", 0.5).Add("c", "m", 0.2).Add("d", "m", double.NaN).Add("e", "m", 0.3)
            .Add("a", "n", 0).Add("b", "n", 0.5).Add("c", "n", 0.4).Add("d", "n", 0.4).Add("f", "n", 0.1).Add("g", "n", double.NaN);
        PairComparison pair = Compare(rows.Set, "m", "n").Pairs.Single();
        Assert.Equal((3, 1, 2), (pair.SharedInstructions, pair.OnlyFirst, pair.OnlySecond));
        Assert.Equal((1, 1, 1), (pair.FirstAhead, pair.SecondAhead, pair.Equal));
        Assert.Equal((1 + 0 - 0.2) / 3, pair.WinRate!.Difference.Value, 1e-15);
    }

    [Fact]
    public void Naming_the_models_the_other_way_round_turns_the_signs()
    {
        PreferenceSet set = Three().Set;
        PairComparison forth = Compare(set, Calibrated, "m", "n").Pairs.Single(), back = Compare(set, Calibrated, "n", "m").Pairs.Single();
        Assert.Equal(forth.WinRate!.Difference.Value, -back.WinRate!.Difference.Value);
        Assert.Equal(forth.LengthControlledWinRate!.Difference.Value, -back.LengthControlledWinRate!.Difference.Value);
        Assert.Equal((forth.WinRate.PValue, forth.LengthControlledWinRate.PValue), (back.WinRate.PValue, back.LengthControlledWinRate.PValue));
        Assert.Equal((forth.FirstAhead, forth.SecondAhead, forth.Equal), (back.SecondAhead, back.FirstAhead, back.Equal));
    }

    [Fact]
    public void The_length_controlled_difference_is_that_of_the_leaderboard_where_all_instructions_are_shared()
    {
        ModelComparison comparison = Compare(Three().Set, Calibrated, "m", "n");
        double[] rates =
            [.. ((string[])["m", "n"]).Select(name => comparison.Leaderboard.Entries.Single(entry => entry.Model == name).LengthControlledWinRate!.Value)];
        Assert.Equal(rates[0] - rates[1], comparison.Pairs.Single().LengthControlledWinRate!.Difference.Value);
    }

    [Fact]
    public void Both_models_are_fitted_again_on_the_shared_instructions()
    {
        Rows partly = new Rows().AddModel("m", 0.5).AddModel("n", -0.5, count: 45),
            both = new Rows().AddModel("m", 0.5, count: 45).AddModel("n", -0.5, count: 45);
        Assert.Equal(
            Compare(both.Set, Calibrated, "m", "n").Pairs.Single().LengthControlledWinRate,
            Compare(partly.Set, Calibrated, "m", "n").Pairs.Single().LengthControlledWinRate);
    }

    [Fact]
    public void Every_pair_is_compared_and_adjusted_by_Holm()
    {
        IReadOnlyList<PairComparison> pairs = Compare(Three().Set, Calibrated, "n", "m", "o").Pairs;
        Assert.Equal([("n", "m"), ("n", "o"), ("m", "o")], pairs.Select(pair => (pair.First, pair.Second)));
        Assert.Equal(HolmAdjustment.Adjust([.. pairs.Select(pair => pair.WinRate!.PValue!.Value)]), pairs.Select(pair => pair.WinRate!.HolmPValue!.Value));
        Assert.Equal(
            HolmAdjustment.Adjust([.. pairs.Select(pair => pair.LengthControlledWinRate!.PValue!.Value)]),
            pairs.Select(pair => pair.LengthControlledWinRate!.HolmPValue!.Value));
    }

    [Fact]
    public void The_leaderboard_has_the_chosen_models_alone_with_ranks_among_them() =>
        Assert.Equal([("m", 1), ("n", 2)], Compare(Three().Set, Calibrated, "n", "m").Leaderboard.Entries.Select(entry => (entry.Model, entry.Rank)));

    [Fact]
    public void Models_that_are_not_chosen_still_help_to_fit_difficulties() => Assert.All(
        Compare(Three().Set, "m", "n").Leaderboard.Entries, entry => Assert.Equal(Core.LengthControl.LengthControlMethod.Fitted, entry.LengthControl));

    [Fact]
    public void Against_the_baseline_itself_only_the_models_own_error_counts()
    {
        Rows rows = new Rows().AddModel("m", -0.6);
        for (int i = 0; i < 60; i++) rows.Add($"instruction {i:000}", "base", 0.5);
        ModelComparison comparison = Compare(rows.Set, Calibrated, "m", "base");
        LeaderboardEntry model = comparison.Leaderboard.Entries.Single(entry => entry.Model == "m");
        PairComparison pair = comparison.Pairs.Single();
        Assert.Equal(model.WinRate!.Value - 0.5, pair.WinRate!.Difference.Value, 1e-15);
        Assert.Equal(model.LengthControlledWinRate!.Value - 0.5, pair.LengthControlledWinRate!.Difference.Value, 1e-15);
        Assert.Equal(model.LengthControlledWinRate.StandardError!.Value, pair.LengthControlledWinRate.Difference.StandardError!.Value, 1e-12);
    }

    [Fact]
    public void Each_judge_has_its_own_pairs()
    {
        Rows rows = Three().AddModel("m", 0, judge: "another").AddModel("n", 0, judge: "another");
        Assert.Equal([("another", "m", "n"), ("judge", "m", "n")],
            Compare(rows.Set, "m", "n").Pairs.Select(pair => (pair.Annotator!, pair.First, pair.Second)));
    }

    [Fact]
    public void Models_of_different_judges_are_an_error() => Assert.Equal(
        "No judge judged two of these models against the same baseline; choose models of one judge and baseline.",
        Error(new Rows().AddModel("m", 0).AddModel("n", 0, judge: "another"), "m", "n"));

    [Fact]
    public void An_unknown_model_is_an_error_with_the_nearest_name() =>
        Assert.Equal("The annotations have no model 'vicuna-7'; did you mean 'vicuna-7b'?",
            Error(new Rows().Add("a", "m", 1).Add("a", "vicuna-7b", 1), "m", "vicuna-7"));

    [Fact]
    public void One_model_is_an_error() => Assert.Equal("A comparison needs two models at least.", Error(Three(), "m"));

    [Fact]
    public void A_model_named_twice_is_an_error() => Assert.Equal("A model is named twice; name different models.", Error(Three(), "m", "m"));

    [Fact]
    public void No_rows_are_an_error() => Assert.StartsWith("The annotation files have no rows", Error(new Rows(), "m", "n"), StringComparison.Ordinal);

    [Fact]
    public void Models_without_a_shared_instruction_have_no_difference_and_say_so()
    {
        PairComparison pair = Compare(new Rows().Add("a", "m", 1).Add("b", "n", 1).Set, "m", "n").Pairs.Single();
        Assert.Equal((0, null, null), (pair.SharedInstructions, pair.WinRate, pair.LengthControlledWinRate));
        Assert.Equal(["No instruction was judged for both models."], pair.Notes);
    }

    [Fact]
    public void Equal_differences_have_no_test_and_say_so()
    {
        PairComparison pair = Compare(new Rows().Add("a", "m", 1).Add("b", "m", 0.5).Add("a", "n", 0.75).Add("b", "n", 0.25).Set, "m", "n").Pairs.Single();
        Assert.Equal((0.25, null, null, null),
            (pair.WinRate!.Difference.Value, pair.WinRate.Difference.StandardError, pair.WinRate.PValue, pair.WinRate.DetectableDifference));
        Assert.Contains("All paired differences are equal, so there is no standard error.", pair.Notes);
    }

    [SharedDataFact("alpaca_eval")]
    public void The_error_of_a_length_controlled_difference_is_within_15_percent_of_the_bootstrap()
    {
        PreferenceSet two = data.Set with { Comparisons = [data.Judgements("vicuna-7b"), data.Judgements("claude-2.1")] };
        LeaderboardOptions options = new() { Calibration = data.Calibration };
        double analytic = Error(options), resampled = Error(options with { Bootstrap = 60 });
        Assert.InRange(analytic / resampled, 0.85, 1.15);

        double Error(LeaderboardOptions asked) =>
            Compare(two, asked, "vicuna-7b", "claude-2.1").Pairs.Single().LengthControlledWinRate!.Difference.StandardError!.Value;
    }

    [SharedDataFact("alpaca_eval")]
    public void Pairing_makes_the_error_of_a_difference_smaller_than_that_of_independent_samples()
    {
        LeaderboardOptions options = new() { Calibration = data.Calibration };
        double paired = Compare(data.Set, options, "vicuna-7b-v1.3", "vicuna-7b-v1.5").Pairs.Single().LengthControlledWinRate!.Difference.StandardError!.Value;
        double apart = double.Hypot(
            data["vicuna-7b-v1.3"].LengthControlledWinRate!.StandardError!.Value, data["vicuna-7b-v1.5"].LengthControlledWinRate!.StandardError!.Value);
        Assert.InRange(paired, 0.3 * apart, 0.95 * apart);
    }

    private static Rows Three() => new Rows().AddModel("m", 0.5).AddModel("n", -0.5).AddModel("o", 0);

    private static ModelComparison Compare(PreferenceSet set, params string[] models) => Compare(set, new(), models);

    private static ModelComparison Compare(PreferenceSet set, LeaderboardOptions options, params string[] models) =>
        ModelComparisonBuilder.Build(set, models, options);

    private static string Error(Rows rows, params string[] models) => Assert.Throws<InputException>(() => Compare(rows.Set, models)).Message;
}
