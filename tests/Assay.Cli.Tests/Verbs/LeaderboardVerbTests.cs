using System.Text.Json;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Verbs;

public sealed class LeaderboardVerbTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public LeaderboardVerbTests() => _folder.WriteThreeModels();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_gives_exit_code_0_and_a_table_of_its_models()
    {
        CommandRun run = await CommandRun.Of("leaderboard", _folder.Path);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.All(["strong", "middle", "weak"], model => Assert.Contains(model, run.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Json_on_standard_output_parses_while_standard_error_carries_progress()
    {
        CommandRun run = await CommandRun.Of("leaderboard", _folder.Path, "--format", "json", "--progress", "plain");
        Assert.Contains("assay: reading: 3 of 3 files", run.Error, StringComparison.Ordinal);
        Assert.Equal(["strong", "middle", "weak"], Models(run.Out));
    }

    [Fact]
    public async Task Csv_has_a_header_and_a_line_per_model()
    {
        CommandRun run = await CommandRun.Of("leaderboard", _folder.Path, "--format", "csv");
        Assert.Equal(["model", "strong", "middle", "weak"], run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')[0]));
    }

    [Fact]
    public async Task Markdown_has_a_table_row_per_model()
    {
        CommandRun run = await CommandRun.Of("leaderboard", _folder.Path, "--format", "markdown");
        Assert.All(["strong", "middle", "weak"], model => Assert.Contains($"| {model} |", run.Out, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("json", true)]
    [InlineData("csv", true)]
    [InlineData("markdown", false)]
    [InlineData("table", false)]
    public async Task Notes_of_a_result_for_programs_are_told_to_people_too(string format, bool told)
    {
        CommandRun run = await CommandRun.Of("leaderboard", _folder.Path, "--format", format);
        Assert.Equal(told, run.Error.Contains("note: Length control: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Values_of_options_are_read_whatever_their_case()
    {
        CommandRun run = await CommandRun.Of("leaderboard", _folder.Path, "--format", "JSON", "--sort", "Win-Rate");
        Assert.Equal(3, Models(run.Out).Length);
    }

    [Fact]
    public async Task An_output_file_takes_the_result_and_standard_output_stays_empty()
    {
        string output = _folder.File("result.json");
        CommandRun run = await CommandRun.Of("leaderboard", _folder.Path, "--format", "json", "-o", output);
        Assert.Equal("", run.Out);
        Assert.Equal(3, Models(File.ReadAllText(output)).Length);
    }

    [Fact]
    public async Task An_output_file_is_as_it_was_after_a_failure()
    {
        string output = _folder.Write("result.txt", "before");
        _folder.Write("zz-broken.jsonl", "{");
        CommandRun run = await CommandRun.Of("leaderboard", _folder.Path, "--output", output, "--plot", _folder.File("plot.svg"));
        Assert.Equal((ExitCode.UsageOrInput, "before", false), (run.ExitCode, File.ReadAllText(output), File.Exists(_folder.File("plot.svg"))));
    }

    [Fact]
    public async Task A_table_in_a_file_has_no_colours_even_when_the_command_runs_on_a_terminal()
    {
        string output = _folder.File("table.txt");
        await CommandRun.On(new TestTerminal { OutIsTerminal = true, ErrorIsTerminal = true, Width = 60 }, "leaderboard", _folder.Path, "--output", output);
        Assert.DoesNotContain('\e', File.ReadAllText(output));
    }

    [Theory]
    [InlineData(true, false, false, true)]
    [InlineData(true, true, false, false)]
    [InlineData(true, false, true, false)]
    [InlineData(false, false, false, false)]
    public async Task Colours_need_a_terminal_that_wants_them(bool terminal, bool noColor, bool dumb, bool colours)
    {
        CommandRun run = await CommandRun.On(new TestTerminal { OutIsTerminal = terminal, NoColor = noColor, IsDumb = dumb, Width = 120 }, "leaderboard", _folder.Path);
        Assert.Equal(colours, run.Out.Contains('\e'));
    }

    [Fact]
    public async Task A_plot_is_written_as_svg_and_said()
    {
        string plot = _folder.File("plot.svg");
        CommandRun run = await CommandRun.Of("leaderboard", _folder.Path, "--plot", plot);
        Assert.StartsWith("<svg", File.ReadAllText(plot), StringComparison.Ordinal);
        Assert.Contains($"wrote {plot}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quiet_leaves_standard_error_empty()
    {
        CommandRun run = await CommandRun.On(
            new TestTerminal { ErrorIsTerminal = true },
            "leaderboard", _folder.Path, "--quiet", "--progress", "plain", "--format", "json", "--plot", _folder.File("plot.svg"));
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Quiet_does_not_hide_an_error()
    {
        CommandRun run = await CommandRun.Of("leaderboard", _folder.File("nowhere"), "--quiet");
        Assert.StartsWith("assay: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_error_is_empty_where_nobody_looks_and_nothing_is_to_say()
    {
        CommandRun run = await CommandRun.Of("leaderboard", _folder.Path);
        Assert.Equal("", run.Error);
    }

    [Fact]
    public async Task A_bar_on_a_terminal_is_cleared_before_the_end()
    {
        CommandRun run = await CommandRun.On(new TestTerminal { ErrorIsTerminal = true }, "leaderboard", _folder.Path);
        Assert.StartsWith("\rreading [", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("\r\e[K", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sorting_has_no_effect_on_strengths_and_that_is_said()
    {
        CommandRun run = await CommandRun.Of("leaderboard", _folder.Path, "--method", "bradley-terry", "--sort", "win-rate");
        Assert.Contains("note: --sort has no effect", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_inputs_and_seed_give_the_same_bytes()
    {
        string[] args = ["leaderboard", _folder.Path, "--format", "json", "--seed", "7"];
        Assert.Equal((await CommandRun.Of(args)).Out, (await CommandRun.Of(args)).Out);
    }

    private static string[] Models(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("models").EnumerateArray().Select(model => model.GetProperty("model").GetString()!)];
    }
}
