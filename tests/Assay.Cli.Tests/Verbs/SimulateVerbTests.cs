using System.Text.Json;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Verbs;

public sealed class SimulateVerbTests
{
    [Fact]
    public async Task A_world_is_found_again_by_the_leaderboard()
    {
        await using RunScene scene = await RunScene.StartAsync();
        CommandRun made = await scene.Run("simulate", "world", "--output", scene.File("world"), "--win-rates", "20", "80", "--instructions", "300");
        Assert.True(made.ExitCode == ExitCode.Done, made.Error);
        CommandRun ranked = await scene.Run("leaderboard", scene.File("world"), "--format", "json");
        using JsonDocument leaderboard = JsonDocument.Parse(ranked.Out);
        Assert.Equal(["model-2", "model-1"], leaderboard.RootElement.GetProperty("models").EnumerateArray().Select(static model => model.GetProperty("model").GetString()));
    }

    [Theory]
    [InlineData("simulate world --output w --win-rates 100", "strictly between 0 and 100 percent")]
    [InlineData("simulate world --output w --win-rates half", "takes win rates in percent")]
    [InlineData("simulate world --output /dev/null", "is a file; name a folder")]
    public async Task What_cannot_be_simulated_is_said(string command, string said)
    {
        await using RunScene scene = await RunScene.StartAsync();
        CommandRun run = await scene.Run(command.Split(' '));
        Assert.Equal(ExitCode.UsageOrInput, run.ExitCode);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }
}
