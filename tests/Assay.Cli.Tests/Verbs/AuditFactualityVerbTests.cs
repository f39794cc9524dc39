using System.Text.Json;
using System.Xml.Linq;
using Assay.Cli.Tests.Support;
using Assay.TestSupport;

namespace Assay.Cli.Tests.Verbs;

public sealed class AuditFactualityVerbTests
{
    [Fact]
    public async Task A_report_for_people_is_as_approved()
    {
        using TestFolder folder = new();
        CommandRun run = await CommandRun.Of("audit", "factuality", Claims(folder), "--score", "s", "--alpha", "0.2", "--leave-one-out");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Approved.Verify(run.Out);
    }

    [Fact]
    public async Task Json_and_csv_are_as_approved()
    {
        using TestFolder folder = new();
        string claims = Claims(folder);
        CommandRun json = await CommandRun.Of("audit", "factuality", claims, "--score", "s", "--alpha", "0.25", "--split", "0.5", "--format", "json");
        CommandRun csv = await CommandRun.Of("audit", "factuality", claims, "--score", "s", "--alpha", "0.25", "--leave-one-out", "--format", "csv", "--quiet");
        Approved.Verify(json.Out, "json");
        Approved.Verify(csv.Out, "csv");
    }

    [Fact]
    public async Task A_stored_threshold_filters_new_outputs()
    {
        using TestFolder folder = new();
        string report = folder.File("threshold.json");
        await CommandRun.Of("audit", "factuality", Claims(folder), "--score", "s", "--alpha", "0.2", "--format", "json", "--output", report, "--quiet");
        double threshold = JsonDocument.Parse(await File.ReadAllTextAsync(report)).RootElement.GetProperty("threshold").GetDouble();
        string fresh = folder.Write("new.jsonl", JsonSerializer.Serialize(new
        {
            prompt = "new",
            claims = new object[] { new { claim = "sure", s = threshold + 1 }, new { claim = "equal", s = threshold }, new { claim = "surer", s = threshold + 2 } },
        }));
        CommandRun run = await CommandRun.Of("audit", "factuality", fresh, "--apply", report);
        Assert.Equal(
            new CommandRun(ExitCode.Done, """{"prompt":"new","claims":["sure","surer"],"removed":1}""" + "\n", "note: kept 2 of 3 claims of 1 outputs.\n"), run);
    }

    [Fact]
    public async Task The_plot_is_svg_with_a_point_for_every_alpha()
    {
        using TestFolder folder = new();
        string plot = folder.File("curve.svg");
        await CommandRun.Of("audit", "factuality", Claims(folder), "--score", "s", "--alpha", "0.2", "--leave-one-out", "--plot", plot);
        int circles = XElement.Load(plot).Descendants("{http://www.w3.org/2000/svg}circle").Count(static circle => circle.Parent!.Name.LocalName == "g");
        Assert.Equal(2 * 10, circles);
    }

    [Theory]
    [InlineData("--score is missing", "--alpha", "0.1")]
    [InlineData("--alpha is missing", "--score", "s")]
    [InlineData("--leave-one-out and --split are two ways to check", "--score", "s", "--alpha", "0.1", "--leave-one-out", "--split", "0.5")]
    [InlineData("--alpha has no place beside --apply", "--apply", "x.json", "--alpha", "0.1")]
    [InlineData("--alpha takes a number strictly between 0 and 1", "--score", "s", "--alpha", "1")]
    [InlineData("--a takes a number above 0 and at most 1", "--score", "s", "--alpha", "0.1", "--a", "0")]
    public async Task Options_that_do_not_go_together_are_one_sentence(string expected, params string[] options)
    {
        using TestFolder folder = new();
        CommandRun run = await CommandRun.Of(["audit", "factuality", Claims(folder), .. options]);
        Assert.Equal((ExitCode.UsageOrInput, ""), (run.ExitCode, run.Out));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_is_none_is_refused_in_words()
    {
        using TestFolder folder = new();
        string claims = Claims(folder);
        CommandRun run = await CommandRun.Of("audit", "factuality", claims, "--apply", claims);
        Assert.Equal(
            new CommandRun(ExitCode.UsageOrInput, "", $"assay: {claims} is no report of 'assay audit factuality --format json', from which a threshold is read; name one.\n"),
            run);
    }

    [SharedDataFact("conformal_factuality")]
    public async Task The_recorded_coverage_and_removal_come_out()
    {
        Assert.Equal((80, 53.85), await LeaveOneOut("factscore", "0.2"));
        Assert.Equal((90, 27.63), await LeaveOneOut("nq", "0.1"));
    }

    private static async Task<(double Coverage, double Removed)> LeaveOneOut(string recorded, string alpha)
    {
        string file = SharedData.Data("conformal_factuality", $"{recorded}_subclaims_with_scores.json");
        CommandRun run = await CommandRun.Of("audit", "factuality", file, "--score", "frequency+gpt", "--alpha", alpha, "--leave-one-out", "--format", "json");
        JsonElement outcome = JsonDocument.Parse(run.Out).RootElement.GetProperty("outcome");
        return (outcome.GetProperty("coverage").GetDouble(), Math.Round(outcome.GetProperty("removed").GetDouble(), 2));
    }

    // Forty prompts of three claims; the score tells right from wrong in most.
    private static string Claims(TestFolder folder) => folder.Write("claims.json", JsonSerializer.Serialize(Enumerable.Range(0, 40).Select(static i => new
    {
        prompt = $"prompt {i}",
        claims = new object[]
        {
            new { claim = "first", s = 3 + i * 0.01, annotation = i % 13 == 0 ? "N" : "Y" },
            new { claim = "second", s = 2 + i * 0.01, annotation = i % 4 == 0 ? "N" : "S" },
            new { claim = "third", s = 1 + i * 0.01, annotation = i % 2 == 0 ? "N" : "Y" },
        },
    })));
}
