using System.Text.Json;
using Assay.Cli.Tests.Support;
using Assay.TestSupport;

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

    [Fact]
    public async Task Pools_stand_in_the_table_of_people()
    {
        await using RunScene scene = await RunScene.StartAsync();
        CommandRun run = await scene.Run([.. Annotators(scene), "--flip", "0", "25", "--format", "json"]);
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        Assert.Contains("pool of judge, 25 % flipped", run.Out, StringComparison.Ordinal);
        CommandRun table = await scene.Run([.. Annotators(scene), "--flip", "25"]);
        Assert.Contains("people", table.Out, StringComparison.Ordinal);
        Assert.Contains("pool of judge, 25 % flipped", table.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_seed_gives_the_same_pools()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string[] command = [.. Annotators(scene), "--flip", "40", "--format", "json"];
        CommandRun first = await scene.Run([.. command, "--seed", "3"]), again = await scene.Run([.. command, "--seed", "3"]), other = await scene.Run([.. command, "--seed", "4"]);
        Assert.Equal(first.Out, again.Out);
        Assert.NotEqual(first.Out, other.Out);
    }

    [Theory]
    [InlineData("simulate world --output w --win-rates 100", "strictly between 0 and 100 percent")]
    [InlineData("simulate world --output w --win-rates half", "takes win rates in percent")]
    [InlineData("simulate world --output /dev/null", "is a file; name a folder")]
    [InlineData("simulate annotators --human h.json --annotations a.json --flip 120", "from 0 to 100 percent")]
    [InlineData("simulate annotators --human nowhere.json --annotations nowhere.json", "nowhere.json")]
    public async Task What_cannot_be_simulated_is_said(string command, string said)
    {
        await using RunScene scene = await RunScene.StartAsync();
        CommandRun run = await scene.Run(command.Split(' '));
        Assert.Equal(ExitCode.UsageOrInput, run.ExitCode);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [SharedDataFact("pandalm")]
    public async Task The_recorded_judges_rank_the_five_models_nearly_as_people_do()
    {
        await using RunScene scene = await RunScene.StartAsync();
        CommandRun run = await scene.Run(
            "simulate", "annotators", "--human", SharedData.Data("pandalm", "testset-v1.json"), "--annotations",
            SharedData.Data("pandalm", "gpt-3.5-turbo-testset-v1.json"), SharedData.Data("pandalm", "pandalm-7b-testset-v1.json"), "--flip", "25", "--format", "json", "--bootstrap", "100");
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        Assert.Contains("pool of all judges, 25 % flipped", run.Out, StringComparison.Ordinal);
    }

    private static string[] Annotators(RunScene scene)
    {
        string Row(int i, string annotator, int preference) => JsonSerializer.Serialize(new
        {
            instruction = $"i{i}",
            output_1 = $"a{i}",
            output_2 = $"b{i}",
            generator_1 = "x",
            generator_2 = "y",
            annotator,
            preference,
        });
        string human = scene.Write("human.jsonl", string.Join('\n', Enumerable.Range(0, 60).SelectMany(i =>
            new[] { Row(i, "ann", 1 + i % 2), Row(i, "bob", 1 + i % 2), Row(i, "eve", 1 + (i / 3) % 2) })));
        string judge = scene.Write("judge.jsonl", string.Join('\n', Enumerable.Range(0, 60).Select(i => Row(i, "judge", 1 + (i / 5) % 2))));
        return ["simulate", "annotators", "--human", human, "--annotations", judge];
    }
}
