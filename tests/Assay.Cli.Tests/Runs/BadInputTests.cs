using Assay.Cli.Tests.Support;
using Assay.TestServer;

namespace Assay.Cli.Tests.Runs;

/// <summary>Everything wrong is one sentence on standard error and exit code 2, and costs nothing.</summary>
public sealed class BadInputTests
{
    [Fact]
    public async Task An_unset_key_variable_is_named()
    {
        await using RunScene scene = await RunScene.StartAsync();
        scene.Variables = scene.Variables.Clear();
        string error = await Refused(scene, scene.WritePair(3));
        Assert.Contains(RunScene.KeyVariable, error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(scene.File("run")));
    }

    [Fact]
    public async Task An_unknown_judge_gets_the_nearest_name()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string[] judge = scene.WritePair(3);
        judge[Array.IndexOf(judge, "soft")] = "sofft";
        Assert.Contains("did you mean 'soft'?", await Refused(scene, judge), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_model_gets_the_nearest_name()
    {
        await using RunScene scene = await RunScene.StartAsync();
        Assert.Contains("did you mean 'judge-model'?", await Refused(scene, scene.WritePair(3, "--model", "judge-modell")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_files_that_share_no_instruction_are_refused()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string[] judge = scene.WritePair(3);
        scene.WriteOutputs("old", 3, first: 100);
        Assert.Contains("share no instruction", await Refused(scene, judge), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_field_in_yaml_gets_its_line_and_the_nearest_name()
    {
        await using RunScene scene = await RunScene.StartAsync();
        scene.Write("assay.yaml", "models:\n  m:\n    endpoint: http://127.0.0.1:1/v1\n    api_key_evn: KEY\n");
        string error = await Refused(scene, scene.WritePair(3));
        Assert.Contains("line 4", error, StringComparison.Ordinal);
        Assert.Contains("api_key_env", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_does_not_exist_stops_the_run()
    {
        await using RunScene scene = await RunScene.StartAsync(new ModelServerOptions { Faults = FaultPlan.Always(Fault.UnknownModel) });
        Assert.Contains("judge-model", (await Refused(scene, scene.WritePair(30), makesCalls: true)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_was_asked_something_else_is_refused_and_says_in_what()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string[] judge = scene.WritePair(3);
        Assert.Equal(ExitCode.Done, (await scene.Run(judge)).ExitCode);
        string error = await Refused(scene, [.. judge, "--repeats", "2", "--order", "fixed"], makesCalls: true);
        Assert.Contains("its order is both, not fixed; its repeats are 1, not 2", error, StringComparison.Ordinal);
        scene.WriteOutputs("new", 3, i => $"another {i}");
        Assert.Contains("has changed since", await Refused(scene, judge, makesCalls: true), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_no_model_at_all_the_three_ways_to_go_on_are_named()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string[] judge = scene.WritePair(3);
        File.Delete(scene.File("assay.yaml"));
        string error = await Refused(scene, judge);
        Assert.Contains("assay.yaml", error, StringComparison.Ordinal);
        Assert.Contains("OPENAI_API_KEY", error, StringComparison.Ordinal);
        Assert.Contains("--judge longest", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_of_outputs_is_named()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string[] judge = scene.WritePair(3);
        File.Delete(scene.File("old.json"));
        Assert.Contains("old.json", await Refused(scene, judge), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_budget_without_a_price_is_refused()
    {
        await using RunScene scene = await RunScene.StartAsync();
        scene.Write("assay.yaml", $"models:\n  m:\n    endpoint: {scene.Server.Endpoint}\n    api_key_env: {RunScene.KeyVariable}\n");
        Assert.Contains("price", await Refused(scene, scene.WritePair(3, "--max-cost", "1")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Skipped_instructions_are_said_and_counted()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string[] judge = scene.WritePair(5);
        scene.WriteOutputs("old", 3);
        CommandRun run = await scene.Run(judge);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("note: 2 skipped: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("2 skipped", run.Out, StringComparison.Ordinal);
    }

    private static async Task<string> Refused(RunScene scene, string[] args, bool makesCalls = false)
    {
        CommandRun run = await scene.Run(args);
        Assert.True(run.ExitCode == ExitCode.UsageOrInput, $"{run.ExitCode} {run.Out}{run.Error}");
        Assert.Single(run.Error.TrimEnd().Split('\n'), line => line.StartsWith("assay: ", StringComparison.Ordinal));
        Assert.DoesNotContain("defect", run.Error, StringComparison.Ordinal);
        if (!makesCalls) Assert.Equal(0, scene.Server.CallCount);
        return run.Error;
    }
}
