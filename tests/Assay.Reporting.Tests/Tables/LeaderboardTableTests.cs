using System.Globalization;
using Assay.Core.Leaderboards;
using Assay.Reporting.Tables;
using Assay.TestSupport;
using FsCheck;
using FsCheck.Fluent;
using Spectre.Console;

namespace Assay.Reporting.Tests.Tables;

public sealed class LeaderboardTableTests
{
    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(200)]
    public void A_table_of_each_width_is_the_approved_one(int width) =>
        Approved.Verify(Show(Samples.Small(), width), variant: width.ToString(CultureInfo.InvariantCulture));

    [Fact]
    public void Win_rates_by_data_set_stand_below() => Approved.Verify(Show(Samples.ByDataset(), 80));

    [Fact]
    public void Each_judge_has_a_section() => Approved.Verify(Show(Samples.TwoJudges(), 80));

    [Fact]
    public void Strengths_are_shown_in_logits() => Approved.Verify(Show(Samples.ByStrength(), 100));

    [Fact]
    public void Hostile_names_are_shown_as_text() => Approved.Verify(Show(Samples.Hostile(), 80));

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(200)]
    public void No_line_is_wider_than_the_console(int width) =>
        Assert.All(Show(Samples.Many(42), width).Split('\n'), line => Assert.True(line.TrimEnd().Length <= width, line));

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public void Every_model_has_one_line(int width) =>
        Assert.Equal(42, Show(Samples.Many(42), width).Split('\n').Count(line => line.Contains("model-", StringComparison.Ordinal)));

    [Fact]
    public void A_note_of_many_models_is_said_once()
    {
        Leaderboard board = Samples.Many(42);
        string shown = Show(board with { Entries = [.. board.Entries.Select((entry, i) => entry with { Notes = i < 10 ? ["Rows are missing."] : [] })] }, 100);
        Assert.Contains("- model-001, model-002, model-003 and 7 more: Rows are missing.", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_of_every_model_names_none_of_them()
    {
        Leaderboard board = Samples.Many(42);
        string shown = Show(board with { Entries = [.. board.Entries.Select(entry => entry with { Notes = ["Ties are old."] })] }, 100);
        Assert.Contains("- All models: Ties are old.", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_console_without_colours_gets_no_escape_sequence() => Assert.DoesNotContain('\u001b', Show(Samples.Hostile(), 80));

    [Fact]
    public void Any_name_stays_on_its_line() =>
        Prop.ForAll(ArbMap.Default.GeneratorFor<NonNull<string>>().ToArbitrary(), name =>
        {
            string shown = Show(Samples.Leaderboard(Samples.Entry("first"), Samples.Entry(name.Get, 2)), 80);
            string[] rows = [.. shown.Split('\n').SkipWhile(line => !line.Contains("first", StringComparison.Ordinal)).Where(line => line.Length > 0)];
            return rows.Length == 2;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(9, 13));

    private static string Show(Leaderboard leaderboard, int width) => CapturedConsole.Show(width, console => LeaderboardTable.Write(leaderboard, console));
}
