using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Assay.Cli.Tests.Support;
using Assay.TestSupport;

namespace Assay.Cli.Tests.Verbs;

public sealed class AuditCalibrationVerbTests
{
    [Fact]
    public async Task A_report_for_people_is_as_approved()
    {
        using TestFolder folder = new();
        CommandRun run = await CommandRun.Of("audit", "calibration", Answers(folder), "--simulations", "200", "--bins", "5");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Approved.Verify(run.Out);
    }

    [Fact]
    public async Task Json_and_csv_are_as_approved_and_json_keeps_its_schema()
    {
        using TestFolder folder = new();
        string answers = Answers(folder);
        CommandRun json = await CommandRun.Of("audit", "calibration", answers, "--simulations", "200", "--bins", "5", "--format", "json");
        CommandRun csv = await CommandRun.Of("audit", "calibration", answers, "--simulations", "20", "--bins", "5", "--format", "csv", "--quiet");
        CommandRun schema = await CommandRun.Of("schema", "calibration");
        SchemaAssert.Describes(schema.Out, json.Out);
        Approved.Verify(json.Out, "json");
        Approved.Verify(csv.Out, "csv");
    }

    [Fact]
    public async Task The_diagram_is_svg_with_a_point_for_every_bin()
    {
        using TestFolder folder = new();
        string plot = folder.File("reliability.svg");
        await CommandRun.Of("audit", "calibration", Answers(folder), "--simulations", "20", "--plot", plot, "--bins", "5");
        int circles = XElement.Load(plot).Descendants("{http://www.w3.org/2000/svg}circle").Count(static circle => circle.Parent!.Name.LocalName == "g");
        Assert.Equal(5, circles);
    }

    [Theory]
    [InlineData("--scale takes a positive number", "--scale", "0")]
    [InlineData("--split takes a number strictly between 0 and 1", "--split", "1")]
    [InlineData("--bins takes a whole number from 1 to 1000", "--bins", "0")]
    [InlineData("name one of them with --correct-column", "--correct-column", "right")]
    public async Task What_is_wrong_is_one_sentence(string expected, params string[] options)
    {
        using TestFolder folder = new();
        CommandRun run = await CommandRun.Of(["audit", "calibration", Answers(folder), .. options]);
        Assert.Equal((ExitCode.UsageOrInput, ""), (run.ExitCode, run.Out));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_input_is_never_written_over()
    {
        using TestFolder folder = new();
        string answers = Answers(folder);
        CommandRun run = await CommandRun.Of("audit", "calibration", answers, "--output", answers);
        Assert.Equal(new CommandRun(ExitCode.UsageOrInput, "", $"assay: --output {answers} is the input; name another file.\n"), run);
    }

    // Sixty answers, surer than they are right.
    private static string Answers(TestFolder folder)
    {
        StringBuilder csv = new("confidence,correct\n");
        for (int i = 0; i < 60; i++) csv.Append(CultureInfo.InvariantCulture, $"{0.05 + i * 0.015:0.###},{(i * 7 % 60 < 10 + i * 2 / 3 ? "true" : "false")}\n");
        return folder.Write("answers.csv", csv.Append(",true\n").ToString());
    }
}
