using System.Text.Json;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Runs;

public sealed class StoppingVerbTests
{
    private const int Items = 200;

    [Fact]
    public async Task A_run_stops_when_its_interval_excludes_the_value_and_says_why()
    {
        await using RunScene scene = await RunScene.StartAsync();
        CommandRun run = await scene.Run([.. Judge(scene), "--until-decided", "50"]);
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        Assert.Contains("excludes 50", run.Out, StringComparison.Ordinal);
        using JsonDocument results = await ResultsAsync(scene);
        JsonElement candidate = results.RootElement.GetProperty("candidates")[0], stopped = candidate.GetProperty("stopped");
        Assert.Equal("until_decided", stopped.GetProperty("rule").GetString());
        Assert.InRange(stopped.GetProperty("after").GetInt32(), 6, 30);
        Assert.Equal(Items, stopped.GetProperty("items").GetInt32());
        Assert.True(stopped.GetProperty("interval")[0].GetDouble() > 50);
        Assert.Equal(stopped.GetProperty("interval").GetRawText(), candidate.GetProperty("win_rate").GetProperty("interval").GetRawText());
    }

    [Fact]
    public async Task The_same_command_on_the_stopped_run_changes_nothing()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string[] judge = [.. Judge(scene), "--until-decided", "50"];
        CommandRun first = await scene.Run(judge);
        byte[] results = await File.ReadAllBytesAsync(ResultsPath(scene)), items = await File.ReadAllBytesAsync(Path.Combine(scene.File("run"), "items.jsonl"));
        CommandRun second = await scene.Run(judge);
        Assert.Equal(first.Out, second.Out);
        Assert.Equal(results, await File.ReadAllBytesAsync(ResultsPath(scene)));
        Assert.Equal(items, await File.ReadAllBytesAsync(Path.Combine(scene.File("run"), "items.jsonl")));
    }

    [Fact]
    public async Task Without_the_option_the_run_goes_on_to_the_full_set()
    {
        await using RunScene scene = await RunScene.StartAsync();
        await scene.Run([.. Judge(scene), "--until-decided", "50"]);
        CommandRun full = await scene.Run(Judge(scene));
        Assert.True(full.ExitCode == ExitCode.Done, full.Error);
        using JsonDocument results = await ResultsAsync(scene);
        JsonElement candidate = results.RootElement.GetProperty("candidates")[0];
        Assert.Equal(JsonValueKind.Null, candidate.GetProperty("stopped").ValueKind);
        Assert.Equal(Items, candidate.GetProperty("win_rate").GetProperty("n").GetInt32());
    }

    [Fact]
    public async Task A_gate_decides_on_the_interval_that_is_valid_at_every_look()
    {
        await using RunScene scene = await RunScene.StartAsync();
        await scene.Run([.. Judge(scene), "--until-decided", "50"]);
        CommandRun passed = await scene.Run("gate", "--run", scene.File("run"), "--require", "win_rate > 50");
        CommandRun undecided = await scene.Run("gate", "--run", scene.File("run"), "--require", "win_rate > 80");
        Assert.Equal((ExitCode.Done, ExitCode.Undecided), (passed.ExitCode, undecided.ExitCode));
    }

    [Fact]
    public async Task A_width_is_reached_and_shown_again()
    {
        await using RunScene scene = await RunScene.StartAsync();
        CommandRun run = await scene.Run([.. Judge(scene), "--until-width", "30"]);
        Assert.Contains("is at most 30 points wide", run.Out, StringComparison.Ordinal);
        CommandRun shown = await scene.Run("runs", "show", scene.File("run"));
        Assert.Contains("is at most 30 points wide", shown.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--until-width 4 --until-decided 50", "give one of them")]
    [InlineData("--until-width 0", "takes a width above 0")]
    [InlineData("--until-decided 101", "takes a win rate from 0 to 100")]
    public async Task What_makes_no_rule_is_refused(string options, string said)
    {
        await using RunScene scene = await RunScene.StartAsync();
        CommandRun run = await scene.Run([.. Judge(scene), .. options.Split(' ')]);
        Assert.Equal(ExitCode.UsageOrInput, run.ExitCode);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    private static string[] Judge(RunScene scene) =>
    [
        "judge", "--candidate", scene.WriteOutputs("new", Items, static i => i % 10 == 0 ? $"{i}" : $"a long answer about {i}, longer than the other"),
        "--baseline", scene.WriteOutputs("old", Items, static i => $"answer {i}"), "--judge", "longest", "--run", scene.File("run"),
    ];

    private static string ResultsPath(RunScene scene) => Path.Combine(scene.File("run"), "results.json");

    private static async Task<JsonDocument> ResultsAsync(RunScene scene) => JsonDocument.Parse(await File.ReadAllTextAsync(ResultsPath(scene)));
}
