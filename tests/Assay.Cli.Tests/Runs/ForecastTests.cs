using System.Security.Cryptography;
using Assay.Cli.Tests.Support;
using Assay.TestServer;

namespace Assay.Cli.Tests.Runs;

/// <summary><c>--dry-run</c> says what a run is going to ask, what is there already, and leaves everything as it is.</summary>
public sealed class ForecastTests
{
    [Fact]
    public async Task A_forecast_of_outputs_asks_nothing_and_leaves_nothing()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string[] generate = Generate(scene, 10);
        string[] before = Contents(scene);
        CommandRun run = await scene.Run([.. generate, "--dry-run"]);
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        Assert.StartsWith("10 outputs to generate, 0 done before, 0 instructions given twice\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("10 calls, cost about $", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("; 0 answers are stored already and cost nothing\n", run.Out, StringComparison.Ordinal);
        Assert.Equal((0, before), (scene.Server.CallCount, Contents(scene)), Same);
    }

    [Fact]
    public async Task Outputs_that_are_stored_are_told_apart_from_calls()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string[] generate = Generate(scene, 10);
        await scene.Run([.. generate, "--limit", "4"]);
        string[] before = Contents(scene);
        CommandRun run = await scene.Run([.. generate[..^1], scene.File("second"), "--dry-run"]);
        Assert.Contains("  stored         4 answers, which cost nothing\n  calls          6\n", run.Out, StringComparison.Ordinal);
        Assert.Equal(before, Contents(scene));
    }

    [Fact]
    public async Task Verdicts_that_are_stored_are_told_apart_from_calls()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string[] judge = scene.WritePair(10);
        await scene.Run([.. judge, "--limit", "3"]);
        string[] before = Contents(scene);
        CommandRun run = await scene.Run([.. judge[..^1], scene.File("second"), "--dry-run"]);
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        Assert.Contains("14 calls, cost about $", run.Out, StringComparison.Ordinal);
        Assert.Contains("6 answers are stored already and cost nothing", run.Out, StringComparison.Ordinal);
        Assert.Equal(before, Contents(scene));
    }

    [Fact]
    public async Task A_stored_verdict_that_cannot_be_read_is_followed_by_a_call()
    {
        ModelServerOptions speechless = new() { Faults = new FaultPlan((prompt, _) => prompt.Contains("number 1", StringComparison.Ordinal) ? Fault.EmptyContent : Fault.None) };
        await using RunScene scene = await RunScene.StartAsync(speechless);
        string[] judge = scene.WritePair(3);
        await scene.Run(judge);
        CommandRun all = await scene.Run([.. judge[..^1], scene.File("second"), "--dry-run"]);
        // Three answers to each of the two orders of the one, one to each of the others: exactly what the run asked.
        Assert.Contains($"0 calls, cost about $0.00, at most $0.00; {scene.Server.CallCount} answers are stored", all.Out, StringComparison.Ordinal);
        Assert.Equal(2 * 3 + 4, scene.Server.CallCount);
    }

    [Fact]
    public async Task What_a_forecast_calls_stored_is_what_the_run_takes_from_the_store()
    {
        await using RunScene scene = await RunScene.StartAsync();
        // A model that wants its tokens named otherwise, and a query in its address: both are in the key.
        scene.Write("assay.yaml", $$"""
            models:
              judge-model:
                endpoint: {{scene.Server.Endpoint}}
                model: test-model
                api_key_env: {{RunScene.KeyVariable}}
                query: { api-version: "1" }
                parameters: { max_completion_tokens: 100, temperature: 0.25 }
                price: { input: 1, output: 2 }
            """);
        string[] judge = scene.WritePair(5);
        judge[Array.IndexOf(judge, "soft")] = "verdict";
        await scene.Run(judge);
        int asked = scene.Server.CallCount;
        CommandRun forecast = await scene.Run([.. judge[..^1], scene.File("second"), "--dry-run"]);
        Assert.Contains($"0 calls, cost about $0.00, at most $0.00; {asked} answers are stored", forecast.Out, StringComparison.Ordinal);
        CommandRun run = await scene.Run([.. judge[..^1], scene.File("second")]);
        Assert.Contains($"calls: 0 sent, {asked} from the store", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_run_that_was_stopped_only_the_rest_is_forecast()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string[] judge = scene.WritePair(30);
        await scene.Run([.. judge, "--max-cost", "0.006", "--concurrency", "2"]);
        int asked = scene.Server.CallCount;
        string[] before = Contents(scene);
        CommandRun forecast = await scene.Run([.. judge, "--dry-run"]);
        Assert.Contains($"{60 - asked} calls, cost about $", forecast.Out, StringComparison.Ordinal);
        Assert.Equal(before, Contents(scene));
        await scene.Run(judge);
        Assert.Equal(60, scene.Server.CallCount);
    }

    [Fact]
    public async Task A_run_that_was_asked_something_else_is_refused_by_its_forecast_too()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string[] generate = Generate(scene, 3);
        await scene.Run(generate);
        CommandRun run = await scene.Run([.. generate, "--limit", "2", "--dry-run"]);
        Assert.Equal(ExitCode.UsageOrInput, run.ExitCode);
        Assert.Contains("was asked something else", run.Error, StringComparison.Ordinal);
    }

    private static string[] Generate(RunScene scene, int count) =>
        ["generate", "--instructions", scene.WriteOutputs("old", count), "--model", "judge-model", "--run", scene.File("generated")];

    private static bool Same((int, string[]) one, (int, string[]) other) => one.Item1 == other.Item1 && one.Item2.SequenceEqual(other.Item2);

    private static string[] Contents(RunScene scene) =>
        [.. scene.AllFiles().Order(StringComparer.Ordinal).Select(path => $"{path} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))}")];
}
