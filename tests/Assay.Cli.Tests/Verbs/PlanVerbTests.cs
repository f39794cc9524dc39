using System.Text.Json;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Verbs;

public sealed class PlanVerbTests
{
    [Fact]
    public async Task A_run_with_repeats_in_both_orders_gives_designs_with_their_costs()
    {
        await using RunScene scene = await RunScene.StartAsync();
        CommandRun pilot = await scene.Run(scene.WritePair(40, "--repeats", "2"));
        Assert.True(pilot.ExitCode == ExitCode.Done, pilot.Error);
        CommandRun run = await scene.Run("plan", "--difference", "3", "--annotations", scene.File("run"), "--format", "json");
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        using JsonDocument plan = JsonDocument.Parse(run.Out);
        JsonElement designs = plan.RootElement.GetProperty("designs");
        Assert.Equal(6, designs.GetArrayLength());
        Assert.All(designs.EnumerateArray(), static design => Assert.True(design.GetProperty("cost_usd").GetDouble() > 0));
        Assert.Equal(2, plan.RootElement.GetProperty("pilot_repeats").GetInt32());
    }

    [Fact]
    public async Task The_example_of_the_page_holds()
    {
        await using RunScene scene = await RunScene.StartAsync();
        CommandRun run = await scene.Run("plan", "--difference", "3", "--deviation", "40", "--instructions", "805");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("1396", run.Out, StringComparison.Ordinal);
        Assert.Contains("3.95", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--difference 3", "--annotations is missing")]
    [InlineData("--deviation 40", "--difference or --instructions is missing")]
    [InlineData("--difference 0 --deviation 40", "takes a difference above 0")]
    [InlineData("--difference 3 --deviation 40 --power 0.4", "takes a probability of at least 0.5")]
    [InlineData("--difference 3 --deviation 40 --models a", "--models chooses from a pilot")]
    [InlineData("--difference 3 --annotations nowhere.json", "nowhere.json")]
    public async Task What_cannot_be_planned_is_said(string options, string said)
    {
        await using RunScene scene = await RunScene.StartAsync();
        CommandRun run = await scene.Run(["plan", .. options.Split(' ')]);
        Assert.Equal(ExitCode.UsageOrInput, run.ExitCode);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_the_pilot_lacks_gets_the_names_there_are()
    {
        await using RunScene scene = await RunScene.StartAsync();
        await scene.Run(scene.WritePair(5));
        CommandRun run = await scene.Run("plan", "--difference", "3", "--annotations", scene.File("run"), "--models", "ne");
        Assert.Equal(ExitCode.UsageOrInput, run.ExitCode);
        Assert.Contains("did you mean 'new'?", run.Error, StringComparison.Ordinal);
    }
}
