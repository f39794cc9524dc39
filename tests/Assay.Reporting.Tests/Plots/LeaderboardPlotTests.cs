using System.Xml.Linq;
using Assay.Core.Leaderboards;
using Assay.Reporting.Plots;
using Assay.Statistics.Estimation;
using Assay.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Reporting.Tests.Plots;

public sealed class LeaderboardPlotTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Five_models_look_as_approved() => Approved.Verify(LeaderboardPlot.Render(Samples.Small()), "svg");

    [Fact]
    public void Strengths_are_drawn_in_logits_as_approved() => Approved.Verify(LeaderboardPlot.Render(Samples.ByStrength()), "svg");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(42)]
    [InlineData(200)]
    public void Every_model_has_one_row_inside_the_picture(int count)
    {
        XElement plot = Parse(LeaderboardPlot.Render(Samples.Many(count)));
        double height = (double)plot.Attribute("height")!;
        double[] tops = [.. Rows(plot).Select(row => (double)row.Element(Svg + "rect")!.Attribute("y")!)];
        Assert.Equal(count, tops.Count(top => top > 0 && top < height - 60));
    }

    [Fact]
    public void The_best_model_is_at_the_top()
    {
        XElement[] rows = [.. Rows(Parse(LeaderboardPlot.Render(Samples.Many(12))))];
        XElement top = rows.MinBy(row => (double)row.Element(Svg + "rect")!.Attribute("y")!)!;
        Assert.StartsWith("model-001: rank 1 ", top.Element(Svg + "title")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_without_length_control_shows_the_raw_mark_alone()
    {
        XElement row = Rows(Parse(LeaderboardPlot.Render(Samples.Small()))).Last();
        Assert.Equal("dot-2", Assert.Single(row.Elements(Svg + "circle")).Attribute("class")!.Value);
    }

    [Fact]
    public void An_interval_that_leaves_the_axis_ends_in_an_arrow()
    {
        LeaderboardEntry entry = Samples.Entry("m", 1, 0.02, null) with { WinRate = Samples.Estimate(0.02, 0.1) };
        Assert.Single(Parse(LeaderboardPlot.Render(Samples.Leaderboard(entry))).Descendants(Svg + "polygon"));
    }

    [Fact]
    public void An_unknown_interval_is_not_drawn()
    {
        LeaderboardEntry entry = Samples.Entry("m", 1, 0.02, null) with { WinRate = new Estimate(0.02, null, null, 1) };
        Assert.Empty(Rows(Parse(LeaderboardPlot.Render(Samples.Leaderboard(entry)))).Single().Elements(Svg + "line"));
    }

    [Fact]
    public void Each_judge_has_a_heading()
    {
        IEnumerable<XElement> texts = Parse(LeaderboardPlot.Render(Samples.TwoJudges())).Elements(Svg + "text");
        Assert.Equal(["Judged by judge-a", "Judged by judge-b"], texts.Where(text => text.Attribute("class")?.Value == "heading").Select(text => text.Value));
    }

    [Fact]
    public void A_long_name_is_whole_in_the_tooltip()
    {
        string name = new('x', 300);
        XElement row = Rows(Parse(LeaderboardPlot.Render(Samples.Leaderboard(Samples.Entry(name))))).Single();
        Assert.StartsWith(name + ":", row.Element(Svg + "title")!.Value, StringComparison.Ordinal);
        Assert.EndsWith("…", row.Elements(Svg + "text").ElementAt(1).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_baseline_is_named() =>
        Assert.Contains("against gpt4_1106_preview · 805 instructions", LeaderboardPlot.Render(Samples.Small()), StringComparison.Ordinal);

    [Fact]
    public void The_same_leaderboard_gives_the_same_bytes() => Assert.Equal(LeaderboardPlot.Render(Samples.Many(42)), LeaderboardPlot.Render(Samples.Many(42)));

    [Fact]
    public void Coordinates_have_at_most_two_decimals()
    {
        string[] geometry = ["x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height"];
        Assert.All(
            Parse(LeaderboardPlot.Render(Samples.Many(42))).Descendants().Attributes().Where(attribute => geometry.Contains(attribute.Name.LocalName)),
            attribute => Assert.Equal(Math.Round((double)attribute, 2), (double)attribute));
    }

    [Fact]
    public void Hostile_names_stay_text()
    {
        XElement plot = Parse(LeaderboardPlot.Render(Samples.Hostile()));
        Assert.Empty(plot.Descendants(Svg + "script"));
        Assert.Contains(Rows(plot), row => row.Elements(Svg + "text").Any(text => text.Value == "<script>alert(1)</script>"));
    }

    [Fact]
    public void Any_name_gives_well_formed_XML() =>
        Prop.ForAll(ArbMap.Default.GeneratorFor<string>().Where(name => name is not null).ToArbitrary(), name =>
            Rows(Parse(LeaderboardPlot.Render(Samples.Leaderboard(Samples.Entry(name) with { Annotator = name }) with { Baseline = name }))).Count() == 1)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(3, 5));

    private static XElement Parse(string svg) => XDocument.Parse(svg).Root!;

    private static IEnumerable<XElement> Rows(XElement plot) => plot.Elements(Svg + "g");
}
