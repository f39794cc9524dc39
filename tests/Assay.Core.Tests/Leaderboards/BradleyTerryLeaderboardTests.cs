using Assay.Core.Errors;
using Assay.Core.Leaderboards;
using Assay.Core.Tests.Support;
using Assay.Statistics.Ranking;

namespace Assay.Core.Tests.Leaderboards;

/// <summary>Models that met several opponents.</summary>
public class BradleyTerryLeaderboardTests
{
    private static readonly LeaderboardOptions Options = new() { Method = RankingMethod.BradleyTerry, Bootstrap = 200 };

    [Fact]
    public void Strengths_are_those_of_the_design()
    {
        Rows rows = Triangle();
        Dictionary<string, double?> expected = Strengths(rows);
        Assert.All(Build(rows).Entries, entry => Assert.Equal(expected[entry.Model]!.Value, entry.Strength!.Value, 1e-12));
        Assert.Equal(0, Build(rows).Entries.Sum(entry => entry.Strength!.Value), 1e-12);
    }

    [Fact]
    public void Both_sides_of_a_pair_are_ranked_best_first() =>
        Assert.Equal([("m", 1), ("base", 2), ("n", 3)], Build(Triangle()).Entries.Select(entry => (entry.Model, entry.Rank)));

    [Fact]
    public void The_baseline_is_0_and_the_others_are_differences_to_it()
    {
        Rows rows = Triangle();
        Dictionary<string, double?> free = Strengths(rows);
        Leaderboard board = Build(rows, Options with { Baseline = "n" });
        Assert.All(board.Entries, entry => Assert.Equal(free[entry.Model]!.Value - free["n"]!.Value, entry.Strength!.Value, 1e-12));
        LeaderboardEntry anchor = board.Entries.Single(entry => entry.Model == "n");
        Assert.Equal((0, null, null), (anchor.Strength!.Value, anchor.Strength.StandardError, anchor.Strength.Interval));
        Assert.Equal(["This is the baseline: its strength is 0 by definition."], anchor.Notes);
    }

    [Fact]
    public void Choosing_a_baseline_changes_no_rank() => Assert.Equal(
        Build(Triangle()).Entries.Select(entry => (entry.Model, entry.Rank, entry.RankInterval)),
        Build(Triangle(), Options with { Baseline = "base" }).Entries.Select(entry => (entry.Model, entry.Rank, entry.RankInterval)));

    [Fact]
    public void Every_estimate_has_a_standard_error_and_an_interval_around_it() => Assert.All(Build(Triangle()).Entries, entry =>
    {
        Assert.True(entry.Strength!.StandardError > 0);
        Assert.True(entry.Strength.Interval!.Contains(entry.Strength.Value));
        Assert.True(entry.RankInterval!.Value.Best <= entry.Rank && entry.Rank <= entry.RankInterval.Value.Worst);
    });

    [Fact]
    public void The_raw_win_rate_is_over_all_opponents_from_either_side()
    {
        Rows rows = new Rows().Add("a", "m", 1).Add("b", "m", 0.5).Add("a", "n", 0.25, baseline: "m").Add("c", "n", 0.4, baseline: "m");
        LeaderboardEntry entry = Build(rows).Entries.Single(entry => entry.Model == "m");
        Assert.Equal((1 + 0.75) / 2 / 3 + 0.5 / 3 + 0.6 / 3, entry.WinRate!.Value, 1e-15); // instruction a counts once, with the mean of its two verdicts
        Assert.Equal((4, 3, 0, 1), (entry.Count, entry.Wins, entry.Losses, entry.Ties));
    }

    [Fact]
    public void Hard_verdicts_and_half_ties_give_the_closed_form_of_two_competitors() // 6 wins and 2 ties of 10: log(7 / 3)
    {
        Rows rows = new();
        for (int i = 0; i < 10; i++) rows.Add($"{i}", "m", i < 6 ? 1 : i < 8 ? 0.5 : 0);
        Assert.Equal(Math.Log(7.0 / 3), Build(rows, Options with { Baseline = "base" }).Entries.Single(entry => entry.Model == "m").Strength!.Value, 1e-9);
    }

    [Fact]
    public void A_model_that_lost_everything_has_no_finite_strength_and_comes_last()
    {
        Rows rows = Triangle();
        for (int i = 0; i < 40; i++) rows.Add($"instruction {i:000}", "loser", 0);
        LeaderboardEntry last = Build(rows).Entries[^1];
        Assert.Equal(("loser", 4, null, null), (last.Model, last.Rank, last.Strength, last.DifferenceToBest));
        Assert.Equal(["No finite strength: no chain of wins leads from this model to all others and back."], last.Notes);
    }

    [Fact]
    public void A_baseline_without_a_finite_strength_is_an_error()
    {
        Rows rows = Triangle();
        for (int i = 0; i < 40; i++) rows.Add($"instruction {i:000}", "loser", 0);
        Assert.StartsWith("The baseline 'loser' has no finite strength", Error(rows, "loser"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_baseline_nobody_met_is_an_error() =>
        Assert.Equal("No model was compared with the baseline 'x'; the models are m, base, n.", Error(Triangle(), "x"));

    [Fact]
    public void Unjudged_pairs_count_as_such()
    {
        Rows rows = Triangle().Add("another", "m", double.NaN);
        LeaderboardEntry entry = Build(rows).Entries.Single(entry => entry.Model == "m");
        Assert.Equal((80, 1), (entry.Count, entry.Unjudged));
        Assert.Equal(Strengths(Triangle())["m"]!.Value, entry.Strength!.Value, 1e-12);
    }

    [Fact]
    public void Each_judge_has_a_table_of_its_own()
    {
        Rows rows = Triangle().AddModel("m", -0.5, count: 40, judge: "another");
        Assert.Equal([("another", "base", 1), ("another", "m", 2), ("judge", "m", 1), ("judge", "base", 2), ("judge", "n", 3)],
            Build(rows).Entries.Select(entry => (entry.Annotator!, entry.Model, entry.Rank)));
    }

    /// <summary>m above base above n; m also met n.</summary>
    private static Rows Triangle() => new Rows().AddModel("m", 1, count: 40).AddModel("n", -1, count: 40).AddModel("n", -2, count: 40, baseline: "m");

    private static Dictionary<string, double?> Strengths(Rows rows)
    {
        string[] names = [.. rows.Vocabulary.Generators.ToList()];
        BradleyTerryDesign design = new(
            names.Length, rows.Vocabulary.Instructions.Count,
            [.. rows.All.Select(row => new BradleyTerryComparison(row.Generator2, row.Generator1, row.Preference, row.Instruction))]);
        return names.Zip(design.Fit().Strengths).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    private static Leaderboard Build(Rows rows, LeaderboardOptions? options = null) => LeaderboardBuilder.Build(rows.Set, options ?? Options);

    private static string Error(Rows rows, string baseline) => Assert.Throws<InputException>(() => Build(rows, Options with { Baseline = baseline })).Message;
}
