using Assay.Cli.Tests.Support;
using Assay.TestServer;

namespace Assay.Cli.Tests.Runs;

public sealed class RunsVerbTests
{
    [Fact]
    public async Task A_finished_run_is_listed_and_consistent()
    {
        await using RunScene scene = await RunScene.StartAsync();
        await scene.Run(scene.WritePair(6));
        Assert.Equal($"{scene.File("run")}\tjudge\tsoft\t6\t0\tfinished\n", (await scene.Run("runs", "list", scene.Folder)).Out);
        CommandRun verified = await scene.Run("runs", "verify", scene.File("run"));
        Assert.Equal((ExitCode.Done, "consistent: 12 calls, 6 items, 0 outputs\n"), (verified.ExitCode, verified.Out));
    }

    [Fact]
    public async Task A_line_somebody_changed_is_found()
    {
        await using RunScene scene = await RunScene.StartAsync();
        await scene.Run(scene.WritePair(6));
        string calls = Path.Combine(scene.File("run"), "calls.jsonl");
        File.WriteAllText(calls, File.ReadAllText(calls).Replace("\"temperature\":0", "\"temperature\":1", StringComparison.Ordinal));
        CommandRun verified = await scene.Run("runs", "verify", scene.File("run"));
        Assert.Equal(ExitCode.GateFailed, verified.ExitCode);
        Assert.Contains("calls.jsonl, line 1: ", verified.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_without_a_verdict_are_listed_and_one_is_shown_with_its_calls()
    {
        await using RunScene scene = await RunScene.StartAsync(new ModelServerOptions { Reply = _ => RunScene.Unreadable });
        await scene.Run(scene.WritePair(2));
        CommandRun run = await scene.Run("runs", "show", scene.File("run"));
        Assert.Contains("2 unparsed", run.Out, StringComparison.Ordinal);
        string line = run.Out.Split('\n').First(text => text.Contains("  unparsed ", StringComparison.Ordinal));
        CommandRun item = await scene.Run("runs", "show", scene.File("run"), "--item", line[..32]);
        Assert.Equal(6, item.Out.Split('\n').Count(text => text.StartsWith("call ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_question_asked_again_is_explained()
    {
        await using RunScene scene = await RunScene.StartAsync(new ModelServerOptions { Faults = FaultPlan.First(Fault.MissingLogProbabilities) });
        // Fewer than five questions: five first answers without log-probabilities would end the run.
        await scene.Run(scene.WritePair(2));
        CommandRun run = await scene.Run("runs", "explain", scene.File("run"));
        Assert.Contains("4 calls: asked again, because the verdict could not be read", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_part_of_the_key_that_differs_from_another_run_is_named()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string[] judge = scene.WritePair(3);
        await scene.Run(judge);
        scene.Write("assay.yaml", (await File.ReadAllTextAsync(scene.File("assay.yaml"))).Replace("test-model", "other-model", StringComparison.Ordinal));
        await scene.Run([.. judge[..^1], scene.File("second")]);
        Assert.Equal(12, scene.Server.CallCount);
        CommandRun run = await scene.Run("runs", "explain", scene.File("second"), "--against", scene.File("run"));
        Assert.Contains("6 calls: the key differs in model", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_judges_of_the_same_pairs_are_compared_item_by_item()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string[] judge = scene.WritePair(8);
        await scene.Run(judge);
        await scene.Run([.. judge[..6], "longest", "--run", scene.File("longest")]);
        CommandRun run = await scene.Run("runs", "diff", scene.File("run"), scene.File("longest"));
        Assert.Contains("its judge is 'soft', not 'longest'", run.Out, StringComparison.Ordinal);
        Assert.Contains("0 only in ", run.Out, StringComparison.Ordinal);
        Assert.Contains("items with a preference in both", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_has_not_ended_is_exported_as_far_as_it_has_come()
    {
        await using RunScene scene = await RunScene.StartAsync();
        await scene.Run([.. scene.WritePair(20), "--max-cost", "0.006", "--concurrency", "1"]);
        Assert.False(File.Exists(Path.Combine(scene.File("run"), "annotations.json")));
        CommandRun run = await scene.Run("runs", "export", scene.File("run"), "--output", scene.File("so-far.json"));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(ExitCode.Done, (await scene.Run("leaderboard", scene.File("so-far.json"))).ExitCode);
    }

    [Theory]
    [InlineData("items.csv", null, "6 items", "id,outcome,candidate_preference,")]
    [InlineData("calls.jsonl", null, "12 calls", "{\"instruction\":")]
    [InlineData("any.json", null, "6 rows", "[\n{\"instruction\":")]
    [InlineData("any.txt", "csv", "6 items", "id,outcome,candidate_preference,")]
    public async Task A_run_is_exported_in_the_form_that_the_name_or_the_format_says(string file, string? format, string written, string begins)
    {
        await using RunScene scene = await RunScene.StartAsync();
        await scene.Run(scene.WritePair(6));
        string[] form = format is null ? [] : ["--format", format];
        CommandRun run = await scene.Run(["runs", "export", scene.File("run"), "--output", scene.File(file), .. form]);
        Assert.Equal(new CommandRun(ExitCode.Done, "", $"wrote {scene.File(file)} with {written}\n"), run);
        Assert.StartsWith(begins, await File.ReadAllTextAsync(scene.File(file)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verdicts_are_read_again_without_a_call()
    {
        await using RunScene scene = await RunScene.StartAsync();
        await scene.Run(scene.WritePair(6));
        byte[] annotations = await File.ReadAllBytesAsync(Path.Combine(scene.File("run"), "annotations.json"));
        CommandRun run = await scene.Run("judge", "--reparse", "--run", scene.File("run"));
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        Assert.StartsWith("6 items read again, 0 of them changed\n", run.Out, StringComparison.Ordinal);
        Assert.Equal(12, scene.Server.CallCount);
        Assert.Equal(annotations, await File.ReadAllBytesAsync(Path.Combine(scene.File("run"), "annotations.json")));
    }

    [Fact]
    public async Task What_an_endpoint_supports_is_found_out()
    {
        await using RunScene scene = await RunScene.StartAsync();
        CommandRun run = await scene.Run("models", "check");
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        Assert.Contains("log-probabilities  yes", run.Out, StringComparison.Ordinal);
        Assert.Contains("$1.00 input, $2.00 output, per million tokens", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_whose_endpoint_is_not_there_is_said_not_to_answer()
    {
        await using RunScene scene = await RunScene.StartAsync();
        await scene.Server.DisposeAsync();
        CommandRun run = await scene.Run("models", "check");
        Assert.Equal(ExitCode.UsageOrInput, run.ExitCode);
        Assert.Contains("answers            no: ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_of_verbs_alone_shows_them()
    {
        CommandRun run = await CommandRun.Of("runs");
        Assert.Equal(ExitCode.UsageOrInput, run.ExitCode);
        Assert.Contains("runs explain", run.Error, StringComparison.Ordinal);
        Assert.Contains("did you mean 'list'?", (await CommandRun.Of("runs", "lits")).Error, StringComparison.Ordinal);
    }
}
