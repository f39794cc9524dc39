using System.Text.Json;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Benchmarks;

/// <summary>Benchmarks against a server that speaks the wire format.</summary>
public class BenchWireTests
{
    [Fact]
    public async Task A_second_run_of_the_same_scenario_is_answered_from_the_store()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string spec = WriteScenario(scene, "generation", "answer: whole");
        Assert.Equal(0, (await scene.Run("bench", "run", spec, "--model", "judge-model", "--run", scene.File("first"))).ExitCode);
        int sent = scene.Server.Calls.Count;
        CommandRun second = await scene.Run("bench", "run", spec, "--model", "judge-model", "--run", scene.File("second"), "--offline");
        Assert.Equal((0, 12, 12), (second.ExitCode, sent, scene.Server.Calls.Count));
    }

    [Fact]
    public async Task A_dry_run_prints_calls_and_cost_and_asks_nothing()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string spec = WriteScenario(scene, "generation", "answer: whole");
        CommandRun run = await scene.Run("bench", "run", spec, "--model", "judge-model", "--run", scene.File("run"), "--dry-run");
        Assert.Equal((0, 0), (run.ExitCode, scene.Server.CallCount));
        Assert.Contains("  calls          12\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("output tokens  about 1,200, at most 1,200", run.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(scene.File("run")));
    }

    [Fact]
    public async Task A_budget_stops_the_run_before_it_is_passed_and_the_run_goes_on()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string spec = WriteScenario(scene, "generation", "answer: whole");
        string[] command = ["bench", "run", spec, "--model", "judge-model", "--run", scene.File("run")];
        Assert.Equal(4, (await scene.Run([.. command, "--max-cost", "0.0001"])).ExitCode);
        Assert.Equal(0, (await scene.Run(command)).ExitCode);
    }

    [Fact]
    public async Task Choices_are_scored_by_the_log_probabilities_of_given_texts()
    {
        await using RunScene scene = await RunScene.StartAsync();
        File.AppendAllText(scene.File("assay.yaml"), $"  scorer: {{ endpoint: \"{scene.Server.Endpoint}\", model: test-model, kind: completions, api_key_env: {RunScene.KeyVariable} }}\n");
        string spec = WriteScenario(scene, "multiple-choice-separate", "");
        CommandRun run = await scene.Run("bench", "run", spec, "--model", "scorer", "--run", scene.File("run"));
        Assert.Equal((0, 24), (run.ExitCode, scene.Server.Calls.Count));
        JsonElement row = JsonDocument.Parse(File.ReadLines(Path.Combine(scene.File("run"), "instances.jsonl")).First()).RootElement;
        Assert.Equal((2, 2), (row.GetProperty("choice_scores").GetArrayLength(), row.GetProperty("keys").GetArrayLength()));
    }

    [Fact]
    public async Task A_model_of_chats_cannot_score_given_texts_and_it_is_said()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string spec = WriteScenario(scene, "multiple-choice-separate", "");
        CommandRun run = await scene.Run("bench", "run", spec, "--model", "judge-model", "--run", scene.File("run"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("takes a model of the kind completions", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_key_is_in_any_file_of_a_benchmark()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string spec = WriteScenario(scene, "chat", "answer: whole");
        await scene.Run("bench", "run", spec, "--model", "judge-model", "--run", scene.File("run"));
        Assert.All(scene.AllFiles(), static file => Assert.DoesNotContain(RunScene.Key, File.ReadAllText(file), StringComparison.Ordinal));
    }

    private static string WriteScenario(RunScene scene, string adapter, string answer)
    {
        scene.Write("colours.jsonl", BenchScene.Lines(12, i => new { question = $"Which colour has number {i}?", first = $"red {i}", second = $"blue {i}", right = i % 2 }));
        return scene.Write("colours.yaml", $$"""
            name: colours
            data: { file: colours.jsonl, input: question, choices: [first, second], right: right }
            adapter: {{adapter}}
            {{answer}}
            metrics: [choice_accuracy]
            """);
    }
}
