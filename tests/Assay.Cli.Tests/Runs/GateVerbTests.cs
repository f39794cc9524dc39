using System.Xml.Linq;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Runs;

public sealed class GateVerbTests
{
    // The longer output wins: always for "long", half the time for "mixed".
    [Theory]
    [InlineData("win_rate > 45", ExitCode.Undecided)]
    [InlineData("win_rate > 5", ExitCode.Done)]
    [InlineData("win_rate > 95", ExitCode.GateFailed)]
    [InlineData("parsed >= 100", ExitCode.Done)]
    [InlineData("flips < 1", ExitCode.Undecided)]
    public async Task The_exit_code_says_what_the_whole_interval_does(string condition, int exitCode)
    {
        await using RunScene scene = await RunScene.StartAsync();
        await Judge(scene, i => i % 2 == 0 ? "a far longer output than that" : "no");
        CommandRun run = await scene.Run("gate", "--run", scene.File("run"), "--require", condition);
        Assert.True(run.ExitCode == exitCode, run.Out + run.Error);
    }

    [Fact]
    public async Task Reports_are_written_for_ci()
    {
        await using RunScene scene = await RunScene.StartAsync();
        await Judge(scene, i => i % 2 == 0 ? "a far longer output than that" : "no");
        CommandRun run = await scene.Run(
            "gate", "--run", scene.File("run"), "--require", "win_rate > 5", "--require", "win_rate > 95",
            "--report", scene.File("gate.xml"), "--report", scene.File("gate.md"));
        Assert.Equal(ExitCode.GateFailed, run.ExitCode);
        XElement suite = XElement.Load(scene.File("gate.xml"));
        Assert.Equal(("2", "1", "0"), ((string)suite.Attribute("tests")!, (string)suite.Attribute("failures")!, (string)suite.Attribute("errors")!));
        Assert.Contains("| win\\_rate &gt; 95 | failed |", await File.ReadAllTextAsync(scene.File("gate.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_without_its_end_is_not_decided_on()
    {
        await using RunScene scene = await RunScene.StartAsync();
        Assert.Equal(ExitCode.BudgetReached, (await scene.Run([.. scene.WritePair(20), "--max-cost", "0.004", "--concurrency", "1"])).ExitCode);
        CommandRun run = await scene.Run("gate", "--run", scene.File("run"), "--require", "win_rate > 5");
        Assert.Equal(ExitCode.UsageOrInput, run.ExitCode);
        Assert.Contains("has not come to its end", run.Error, StringComparison.Ordinal);
    }

    private static async Task Judge(RunScene scene, Func<int, string> output)
    {
        string candidate = scene.WriteOutputs("new", 40, output), baseline = scene.WriteOutputs("old", 40, _ => "middling text");
        CommandRun judged = await scene.Run("judge", "--candidate", candidate, "--baseline", baseline, "--judge", "longest", "--run", scene.File("run"));
        Assert.Equal(ExitCode.Done, judged.ExitCode);
    }
}
