using System.CommandLine;
using System.Text.RegularExpressions;
using Assay.Cli.Options;
using Assay.Cli.Tests.Support;
using Assay.TestSupport;

namespace Assay.Cli.Tests.Help;

public sealed class HelpTests
{
    [Theory]
    [InlineData("root")]
    [InlineData("leaderboard")]
    [InlineData("compare")]
    [InlineData("ratings")]
    [InlineData("ratings compare")]
    [InlineData("schema")]
    [InlineData("completion")]
    [InlineData("generate")]
    [InlineData("judge")]
    [InlineData("judges")]
    [InlineData("judges evaluate")]
    [InlineData("plan")]
    [InlineData("simulate")]
    [InlineData("simulate annotators")]
    [InlineData("simulate world")]
    [InlineData("gate")]
    [InlineData("bench")]
    [InlineData("bench run")]
    [InlineData("bench table")]
    [InlineData("bench compare")]
    [InlineData("bench list")]
    [InlineData("bench check")]
    [InlineData("runs")]
    [InlineData("runs list")]
    [InlineData("runs show")]
    [InlineData("runs verify")]
    [InlineData("runs explain")]
    [InlineData("runs diff")]
    [InlineData("runs export")]
    [InlineData("models")]
    [InlineData("models check")]
    [InlineData("audit")]
    [InlineData("audit calibration")]
    [InlineData("audit factuality")]
    [InlineData("audit contamination")]
    [InlineData("audit overlap")]
    [InlineData("lm")]
    [InlineData("lm train")]
    [InlineData("lm score")]
    [InlineData("lm sample")]
    [InlineData("watermark")]
    [InlineData("watermark generate")]
    [InlineData("watermark detect")]
    public async Task Help_is_as_approved(string verb)
    {
        CommandRun run = await CommandRun.Of(verb == "root" ? ["--help"] : [.. verb.Split(' '), "--help"]);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Approved.Verify(run.Out, variant: verb.Replace(' ', '-'));
    }

    [Fact]
    public void Every_option_that_takes_a_value_states_its_default_or_must_be_given()
    {
        RootCommand root = AssayCommand.CreateRoot(new TestTerminal().ToCommandTerminal(), new ManualTime());
        IEnumerable<Option> options = VerbsOf(root).SelectMany(verb => verb.Options);
        Assert.All(options, option => Assert.True(option.Description!.Contains("Default: ", StringComparison.Ordinal) || option.Required, option.Name));
    }

    [Fact]
    public void Every_example_can_be_parsed()
    {
        RootCommand root = AssayCommand.CreateRoot(new TestTerminal().ToCommandTerminal(), new ManualTime());
        IEnumerable<string> lines = VerbsOf(root).SelectMany(verb => verb.Examples).Select(example => example.CommandLine);
        Assert.All(lines, line =>
        {
            string words = Regex.Replace(line.Replace("source <(", "", StringComparison.Ordinal), """[)>|][^"]*$""", "");
            Assert.Empty(root.Parse(words[(words.IndexOf("assay ", StringComparison.Ordinal) + 6)..]).Errors);
        });
    }

    private static IEnumerable<VerbCommand> VerbsOf(RootCommand root) =>
        root.Subcommands.SelectMany(verb => verb is VerbGroup ? verb.Subcommands : [verb]).Cast<VerbCommand>();

    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(200)]
    public async Task Help_keeps_to_the_width_of_the_terminal_but_for_what_cannot_be_broken(int width)
    {
        CommandRun run = await CommandRun.On(new TestTerminal { OutIsTerminal = true, Width = width }, "leaderboard", "--help");
        int widest = Math.Clamp(width - 1, 40, 100);
        string prose = run.Out.Split("\nExamples\n")[0];
        Assert.All(prose.Split('\n'), line => Assert.True(line.Length <= widest || line.TrimStart().Split(' ').Length <= 2, line));
    }

    [Fact]
    public async Task Help_answers_though_the_rest_of_the_line_is_wrong()
    {
        CommandRun run = await CommandRun.Of("leaderboard", "--nonsense", "--seed", "-1", "--help");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task The_version_is_a_number_on_standard_output()
    {
        CommandRun run = await CommandRun.Of("--version");
        Assert.Matches(@"\A\d+\.\d+\.\d+\S*\n\z", run.Out);
    }
}
