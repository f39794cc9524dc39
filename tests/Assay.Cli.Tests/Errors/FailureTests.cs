using Assay.Cli.Errors;
using Assay.Cli.Tests.Support;
using Assay.Core.Errors;

namespace Assay.Cli.Tests.Errors;

public sealed class FailureTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_bad_input_is_one_line_with_exit_code_2()
    {
        string broken = _folder.Write("broken.jsonl", "{\n");
        CommandRun run = await CommandRun.Of("leaderboard", broken);
        Assert.Equal((ExitCode.UsageOrInput, ""), (run.ExitCode, run.Out));
        Assert.Matches(@"\Aassay: [^\n]*broken\.jsonl[^\n]*\n\z", run.Error);
    }

    [Fact]
    public async Task Of_several_bad_files_the_first_in_order_is_reported_though_a_later_one_is_read_first()
    {
        _folder.Write("a.jsonl", "{\n");
        _folder.Write("b.jsonl", new string('[', 1000) + "\n");
        for (int i = 0; i < 10; i++)
        {
            CommandRun run = await CommandRun.Of("leaderboard", _folder.Path);
            Assert.Contains("a.jsonl", run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("no-difficulty.csv", "no-gamed.csv", "no-difficulty.csv")]
    [InlineData("difficulty.csv", "no-gamed.csv", "no-gamed.csv")]
    [InlineData("difficulty.csv", "gamed.csv", "broken.jsonl")]
    public async Task Calibration_files_are_reported_before_annotations(string difficulty, string gamed, string reported)
    {
        _folder.Write("difficulty.csv", "instruction,instruction_difficulty\ninstruction 1,0.5\n");
        _folder.Write("gamed.csv", "index,generator,std_delta_len,instruction_difficulty,preference\n0,reference_verbose,0.5,0.5,0.5\n");
        _folder.Write("broken.jsonl", "{\n");
        CommandRun run = await CommandRun.Of(
            "leaderboard", _folder.File("broken.jsonl"), "--instruction-difficulty", _folder.File(difficulty), "--gamed-baselines", _folder.File(gamed));
        Assert.Equal(ExitCode.UsageOrInput, run.ExitCode);
        Assert.Contains(_folder.File(reported), run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_annotations_is_an_error()
    {
        CommandRun run = await CommandRun.Of("leaderboard", _folder.Path);
        Assert.Equal((ExitCode.UsageOrInput, ""), (run.ExitCode, run.Out));
    }

    [Fact]
    public async Task Two_baselines_are_an_error_that_names_both_flags()
    {
        _folder.WriteAnnotations("first", [1.2, 1.8, 1.9], "one");
        _folder.WriteAnnotations("second", [1.2, 1.8, 1.9], "two");
        CommandRun run = await CommandRun.Of("leaderboard", _folder.Path);
        Assert.Equal(ExitCode.UsageOrInput, run.ExitCode);
        Assert.Contains("--baseline", run.Error, StringComparison.Ordinal);
        Assert.Contains("--method bradley-terry", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--output", "folder", "is a folder")]
    [InlineData("--output", "nowhere/result.txt", "its folder does not exist")]
    [InlineData("--plot", "nowhere/plot.svg", "its folder does not exist")]
    [InlineData("--plot", "plot.png", "ends in .svg")]
    [InlineData("--output", "strong.jsonl", "is one of the inputs")]
    public async Task A_place_that_cannot_be_written_is_refused_before_any_work(string option, string place, string message)
    {
        _folder.WriteThreeModels();
        string before = File.ReadAllText(_folder.File("strong.jsonl"));
        Directory.CreateDirectory(_folder.File("folder"));
        CommandRun run = await CommandRun.Of("leaderboard", _folder.Path, option, _folder.File(place), "--progress", "plain");
        Assert.Equal(ExitCode.UsageOrInput, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("reading", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(_folder.File("strong.jsonl")));
    }

    [Fact]
    public async Task Output_and_plot_cannot_be_the_same_file()
    {
        CommandRun run = await CommandRun.Of("leaderboard", _folder.Path, "--output", _folder.File("a.svg"), "--plot", _folder.File("a.svg"));
        Assert.Equal("assay: --output and --plot name the same file; name two.\n", run.Error);
    }

    [Fact]
    public async Task A_stop_gives_exit_code_130_and_no_data()
    {
        _folder.WriteThreeModels();
        CommandRun run = await CommandRun.On(new TestTerminal { Cancellation = new CancellationToken(canceled: true) }, "leaderboard", _folder.Path);
        Assert.Equal(new CommandRun(ExitCode.Interrupted, "", "assay: interrupted; nothing was written.\n"), run);
    }

    [Fact]
    public async Task A_full_disk_behind_standard_output_is_one_line_with_exit_code_2()
    {
        _folder.WriteThreeModels();
        CommandRun run = await CommandRun.On(new TestTerminal { Out = new FullDisk() }, "leaderboard", _folder.Path);
        Assert.Equal((ExitCode.UsageOrInput, "assay: standard output could not be written: No space left on device.\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public void A_defect_asks_for_a_report_and_shows_its_details_only_when_asked()
    {
        TestTerminal terminal = new();
        int exitCode = FailureReport.Report(new InvalidOperationException("Impossible."), terminal.ToCommandTerminal(), interrupted: false);
        Assert.Equal(ExitCode.UsageOrInput, exitCode);
        Assert.Equal(
            "assay: this is a defect of assay, please report it: InvalidOperationException: Impossible. Details with ASSAY_DEBUG=1.\n",
            terminal.Error.ToString());
    }

    [Fact]
    public void A_defect_shows_its_details_when_asked()
    {
        TestTerminal terminal = new() { ShowsDefects = true };
        FailureReport.Report(new InvalidOperationException("Impossible."), terminal.ToCommandTerminal(), interrupted: false);
        Assert.Contains("System.InvalidOperationException: Impossible.\n", terminal.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_input_has_no_stack_trace_even_when_details_are_asked_for()
    {
        TestTerminal terminal = new() { ShowsDefects = true };
        FailureReport.Report(new InputException("a.json, row 3: no."), terminal.ToCommandTerminal(), interrupted: false);
        Assert.Equal("assay: a.json, row 3: no.\n", terminal.Error.ToString());
    }

    private sealed class FullDisk : StringWriter
    {
        public override void Flush() => throw new IOException("No space left on device");
    }
}
