using Assay.Core.Errors;
using Assay.Core.Leaderboards;
using Assay.Core.LengthControl;
using Assay.Core.Tests.Support;

namespace Assay.Core.Tests.Leaderboards;

/// <summary>Odd input ends in an error that says what to do, or in numbers with a note that says what was done.</summary>
public class BadInputTests
{
    private static readonly LeaderboardOptions Options = new();

    [Fact]
    public void No_rows_are_an_error() =>
        Assert.Equal("The annotation files have no rows, so there is nothing to rank; give files with at least one judged pair.", Error(new Rows(), Options));

    [Fact]
    public void Two_baselines_are_an_error_that_names_both_flags() => Assert.Equal(
        "The annotations have 2 baselines (base, other); choose one with --baseline NAME, or rank all models together with --method bradley-terry.",
        Error(new Rows().Add("a", "m", 1).Add("a", "m", 1, baseline: "other"), Options));

    [Fact]
    public void An_unknown_baseline_is_an_error_that_names_those_there_are() => Assert.Equal(
        "No model was compared with the baseline 'b'; generator_1 in the files is base.", Error(new Rows().Add("a", "m", 1), Options with { Baseline = "b" }));

    [Fact]
    public void A_chosen_baseline_leaves_out_the_others_and_says_so()
    {
        Leaderboard board = Build(new Rows().Add("a", "m", 1).Add("b", "m", 0).Add("a", "n", 1, baseline: "other"), Options with { Baseline = "base" });
        Assert.Equal(["m"], board.Entries.Select(entry => entry.Model));
        Assert.Contains("1 items have another baseline and were left out.", board.Notes);
    }

    [Fact]
    public void A_calibration_of_other_instructions_is_an_error() => Assert.Equal(
        "The instruction difficulty file knows none of the annotated instructions; give the file that belongs to these instructions, or neither calibration file.",
        Error(new Rows().Add("a", "m", 1), Options with { Calibration = Rows.Calibration() }));

    [Fact]
    public void One_row_has_a_win_rate_without_errors()
    {
        LeaderboardEntry entry = Single(new Rows().Add("a", "m", 0.75), Options);
        Assert.Equal((0.75, 1, null, null), (entry.WinRate!.Value, entry.WinRate.Count, entry.WinRate.StandardError, entry.WinRate.Interval));
        Assert.Equal((null, null, null, null), (entry.LengthControlledWinRate, entry.LengthControl, entry.RankInterval, entry.DifferenceToBest));
        Assert.Equal(["One judged item gives no standard error.", "Too few judged items to fit a length effect."], entry.Notes);
    }

    [Fact]
    public void Equal_preferences_have_no_standard_error()
    {
        LeaderboardEntry entry = Single(Constant(1), Options);
        Assert.Equal((1, null, null), (entry.WinRate!.Value, entry.WinRate.StandardError, entry.WinRate.Interval));
        Assert.Contains("All preferences are equal, so the standard error is unknown.", entry.Notes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void Equal_preferences_have_no_length_controlled_standard_error_either(double preference)
    {
        LeaderboardEntry entry = Single(Constant(preference), Options);
        Assert.Equal((null, null), (entry.LengthControlledWinRate!.StandardError, entry.LengthControlledWinRate.Interval));
    }

    [Fact]
    public void Equal_preferences_have_no_bootstrap_standard_error_either() =>
        Assert.Null(Single(Constant(0), Options with { Bootstrap = 20 }).LengthControlledWinRate!.StandardError);

    [Theory]
    [InlineData(RankingFigure.LengthControlled)]
    [InlineData(RankingFigure.WinRate)]
    public void A_model_of_unknown_uncertainty_widens_the_rank_intervals_of_the_others_by_one_place(RankingFigure figure)
    {
        Rows rows = new Rows().AddModel("m", 3).AddModel("n", -3);
        LeaderboardOptions options = Options with { Sort = figure };
        Assert.Equal([(1, 1), (2, 2)], Build(rows, options).Entries.Select(entry => (entry.RankInterval!.Value.Best, entry.RankInterval.Value.Worst)));
        for (int i = 0; i < 60; i++) rows.Add($"instruction {i:000}", "o", 0, 200 + i);
        Leaderboard board = Build(rows, options);
        Assert.Equal(["m", "n", "o"], board.Entries.Select(entry => entry.Model));
        Assert.Equal([(1, 2), (2, 3), null],
            board.Entries.Select(entry => entry.RankInterval is { } interval ? (interval.Best, interval.Worst) : ((int, int)?)null));
        Assert.All(board.Entries, entry => Assert.Null(entry.DifferenceToBest));
    }

    [Fact]
    public void Outputs_of_equal_length_have_no_length_effect_and_say_so()
    {
        Rows rows = new();
        for (int i = 0; i < 30; i++) rows.Add($"{i}", "m", i % 3 / 2.0);
        LeaderboardEntry entry = Single(rows, Options);
        Assert.Null(entry.LengthControlledWinRate);
        Assert.Equal(["All outputs differ from the baseline's by the same length, so no length effect can be fitted."], entry.Notes);
    }

    [Fact]
    public void An_unjudged_row_is_no_loss_and_is_counted()
    {
        Rows rows = new Rows().AddModel("m", 0).Add("instruction x", "m", double.NaN);
        LeaderboardEntry entry = Single(rows, Options), without = Single(new Rows().AddModel("m", 0), Options);
        Assert.Equal((without.WinRate, 60, 1), (entry.WinRate, entry.Count, entry.Unjudged));
        Assert.Contains("1 item was not judged and left out.", entry.Notes);
    }

    [Fact]
    public void A_model_without_a_verdict_has_no_win_rate_and_comes_last()
    {
        Rows rows = new Rows().AddModel("m", 0).Add("instruction 000", "n", double.NaN).Add("instruction 001", "n", double.NaN);
        LeaderboardEntry last = Build(rows, Options).Entries[^1];
        Assert.Equal(("n", 2, 0, 2, null), (last.Model, last.Rank, last.Count, last.Unjudged, last.WinRate));
        Assert.Contains("No item was judged, so there is no win rate.", last.Notes);
    }

    [Fact]
    public void Instructions_without_a_difficulty_count_in_the_raw_win_rate_only()
    {
        Rows rows = new Rows().AddModel("m", 0);
        LeaderboardEntry entry = Single(rows, Options with { Calibration = Rows.Calibration(firstMissing: 50) });
        Assert.Equal((60, 50), (entry.WinRate!.Count, entry.LengthControlledWinRate!.Count));
        Assert.Contains("10 instructions have no difficulty and count only in the raw win rate.", entry.Notes);
    }

    [Fact]
    public void A_model_none_of_whose_instructions_has_a_difficulty_says_so()
    {
        Rows rows = new Rows().AddModel("m", 0, count: 40);
        for (int i = 40; i < 60; i++) rows.Add($"instruction {i:000}", "n", i % 3 / 2.0, 50 + i);
        LeaderboardEntry entry = Build(rows, Options with { Calibration = Rows.Calibration(firstMissing: 40) }).Entries.Single(entry => entry.Model == "n");
        Assert.Null(entry.LengthControlledWinRate);
        Assert.Contains("None of its instructions has a difficulty, so there is no length-controlled win rate.", entry.Notes);
    }

    [Fact]
    public void A_model_judged_by_two_is_shown_apart_with_own_ranks()
    {
        Rows rows = new Rows().AddModel("m", 1).AddModel("n", 0).AddModel("m", -1, judge: "another").AddModel("n", 0, judge: "another");
        Leaderboard board = Build(rows, Options);
        Assert.Equal(["another", "judge"], board.Annotators);
        Assert.Equal([("another", "n", 1), ("another", "m", 2), ("judge", "m", 1), ("judge", "n", 2)],
            board.Entries.Select(entry => (entry.Annotator!, entry.Model, entry.Rank)));
    }

    [Fact]
    public void One_and_the_same_output_is_flagged()
    {
        Rows rows = new();
        for (int i = 0; i < 20; i++) rows.Add($"{i}", "m", i % 3 / 2.0, 50, 40 + i, hash: i < 18 ? 7UL : (ulong)i);
        Assert.Contains("Suspicious: the output is the same text for 18 of 20 instructions, so this measures the judge rather than the model.",
            Single(rows, Options).Notes);
    }

    [Fact]
    public void A_few_equal_outputs_are_not_flagged()
    {
        Rows rows = new();
        for (int i = 0; i < 20; i++) rows.Add($"{i}", "m", i % 3 / 2.0, 50, 40 + i, hash: i < 17 ? 7UL : (ulong)i);
        Assert.DoesNotContain(Single(rows, Options).Notes, note => note.StartsWith("Suspicious", StringComparison.Ordinal));
    }

    [Fact]
    public void Repeats_and_conflicts_are_noted()
    {
        Rows rows = new Rows().AddModel("m", 0);
        rows.All.Add(rows.All[0]);
        rows.All.Add(rows.All[1] with { Preference = 1 - rows.All[1].Preference });
        IReadOnlyList<string> notes = Single(rows, Options).Notes;
        Assert.Contains("1 row repeats an earlier one and was counted once.", notes);
        Assert.Contains("1 instruction has different verdicts; their mean was taken as one item.", notes);
    }

    [Fact]
    public void Missing_instructions_are_counted_against_all_that_the_judge_saw()
    {
        Leaderboard board = Build(new Rows().AddModel("m", 0).AddModel("n", 0, count: 58), Options);
        Assert.Contains("2 instructions are missing of 60.", board.Entries.Single(entry => entry.Model == "n").Notes);
        Assert.DoesNotContain(board.Entries.Single(entry => entry.Model == "m").Notes, note => note.Contains("missing", StringComparison.Ordinal));
    }

    [Fact]
    public void The_baselines_own_file_is_50_by_definition()
    {
        Rows rows = new Rows().AddModel("m", -0.5);
        for (int i = 0; i < 60; i++) rows.Add($"instruction {i:000}", "base", 0.5);
        LeaderboardEntry entry = Build(rows, Options).Entries[0];
        Assert.Equal(("base", 0.5, 0.5, 60), (entry.Model, entry.WinRate!.Value, entry.LengthControlledWinRate!.Value, entry.Ties));
        Assert.Equal(["This is the baseline: its length-controlled win rate is 50 by definition."], entry.Notes);
    }

    [Fact]
    public void Two_models_are_controlled_without_difficulties_and_three_with_fitted_ones()
    {
        Rows rows = new Rows().AddModel("m", 0).AddModel("n", 1);
        Assert.All(Build(rows, Options).Entries, entry => Assert.Equal(LengthControlMethod.Minimal, entry.LengthControl));
        Assert.All(Build(rows.AddModel("o", -1), Options).Entries, entry => Assert.Equal(LengthControlMethod.Fitted, entry.LengthControl));
    }

    private static Rows Constant(double preference)
    {
        Rows rows = new();
        for (int i = 0; i < 60; i++) rows.Add($"{i}", "m", preference, 50 + i * i % 97);
        return rows;
    }

    private static Leaderboard Build(Rows rows, LeaderboardOptions options) => LeaderboardBuilder.Build(rows.Set, options);

    private static LeaderboardEntry Single(Rows rows, LeaderboardOptions options) => Build(rows, options).Entries.Single();

    private static string Error(Rows rows, LeaderboardOptions options) => Assert.Throws<InputException>(() => Build(rows, options)).Message;
}
