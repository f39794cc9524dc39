using System.Globalization;
using Assay.Core.Comparisons;
using Assay.Reporting.Tables;
using Assay.TestSupport;

namespace Assay.Reporting.Tests.Tables;

public sealed class ComparisonTableTests
{
    [Theory]
    [InlineData(60)]
    [InlineData(100)]
    public void Two_models_are_a_block_to_read(int width) =>
        Approved.Verify(Show(Samples.TwoModels(), width), variant: width.ToString(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(80)]
    [InlineData(140)]
    public void Three_models_are_a_table_of_pairs(int width) =>
        Approved.Verify(Show(Samples.ThreeModels(), width), variant: width.ToString(CultureInfo.InvariantCulture));

    [Fact]
    public void Each_judge_has_a_block()
    {
        ModelComparison comparison = new()
        {
            Leaderboard = Samples.TwoJudges(),
            Pairs = [Samples.Pair("claude-2", "phi-2") with { Annotator = "judge-a" }, Samples.Pair("claude-2", "phi-2", 0.16) with { Annotator = "judge-b" }],
        };
        Approved.Verify(Show(comparison, 80));
    }

    [Fact]
    public void Hostile_names_are_shown_as_text()
    {
        string shown = Show(Samples.TwoModels() with { Pairs = [Samples.Pair("[red]x[/]", "esc\u001b[2J\nape")] }, 80);
        Assert.Contains("[red]x[/] compared with esc\uFFFD[2J\uFFFDape", shown, StringComparison.Ordinal);
    }

    private static string Show(ModelComparison comparison, int width) => CapturedConsole.Show(width, console => ComparisonTable.Write(comparison, console));
}
