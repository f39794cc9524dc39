using Assay.Reporting.Documents;
using Assay.TestSupport;

namespace Assay.Reporting.Tests.Documents;

public sealed class LeaderboardMarkdownTests
{
    [Fact]
    public void A_leaderboard_is_the_approved_table() => Approved.Verify(LeaderboardMarkdown.Render(Samples.Small()), "md");

    [Fact]
    public void Win_rates_by_data_set_are_a_table_of_their_own() => Approved.Verify(LeaderboardMarkdown.Render(Samples.ByDataset()), "md");

    [Fact]
    public void Hostile_names_are_escaped() => Approved.Verify(LeaderboardMarkdown.Render(Samples.Hostile()), "md");

    [Fact]
    public void Each_judge_has_a_heading() =>
        Assert.Contains("**Judged by judge-b**", LeaderboardMarkdown.Render(Samples.TwoJudges()), StringComparison.Ordinal);

    [Fact]
    public void Strengths_come_first_where_they_rank() =>
        Assert.Contains("| Rank | Model | Bradley-Terry strength | Win rate | n |", LeaderboardMarkdown.Render(Samples.ByStrength()), StringComparison.Ordinal);

    [Theory]
    [InlineData("gpt4_1106_preview", "gpt4_1106_preview")]
    [InlineData("_private_", "\\_private\\_")]
    [InlineData("a|b`c`", "a\\|b\\`c\\`")]
    [InlineData("<script>", "&lt;script&gt;")]
    [InlineData("@team", "&#64;team")]
    [InlineData("back\\|slash", "back\\\\\\|slash")]
    public void Markup_is_escaped(string text, string escaped) => Assert.Equal(escaped, MarkdownText.Escape(text));
}
