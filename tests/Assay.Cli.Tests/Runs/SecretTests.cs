using Assay.Cli.Tests.Support;
using Assay.TestServer;

namespace Assay.Cli.Tests.Runs;

public sealed class SecretTests
{
    [Fact]
    public async Task The_key_is_in_no_file_and_in_no_output()
    {
        await using RunScene scene = await RunScene.StartAsync();
        List<CommandRun> runs =
        [
            await scene.Run(scene.WritePair(4)),
            await scene.Run("generate", "--instructions", scene.File("old.json"), "--run", scene.File("generated")),
            await scene.Run("models", "check"),
            await scene.Run("runs", "show", scene.File("run")),
        ];
        Assert.All(runs, run => Assert.Equal(ExitCode.Done, run.ExitCode));
        AssertNowhere(scene, runs);
    }

    [Fact]
    public async Task An_endpoint_that_repeats_the_key_in_its_error_gives_it_away_nowhere()
    {
        await using RunScene scene = await RunScene.StartAsync(new ModelServerOptions { Faults = FaultPlan.Always(Fault.EchoKey) });
        List<CommandRun> runs = [await scene.Run(scene.WritePair(4)), await scene.Run("models", "check"), await scene.Run("runs", "show", scene.File("run"))];
        Assert.Equal(ExitCode.UsageOrInput, runs[0].ExitCode);
        AssertNowhere(scene, runs);
    }

    private static void AssertNowhere(RunScene scene, IEnumerable<CommandRun> runs)
    {
        // Half of it is too much, too.
        string half = RunScene.Key[..(RunScene.Key.Length / 2)];
        Assert.All(runs, run => Assert.DoesNotContain(half, run.Out + run.Error, StringComparison.Ordinal));
        Assert.All(scene.AllFiles(), file => Assert.DoesNotContain(half, File.ReadAllText(file), StringComparison.Ordinal));
    }
}
