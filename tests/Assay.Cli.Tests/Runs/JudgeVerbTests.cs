using System.Text.Json;
using Assay.Cli.Tests.Support;
using Assay.TestServer;

namespace Assay.Cli.Tests.Runs;

public sealed class JudgeVerbTests
{
    [Fact]
    public async Task Outputs_are_generated_judged_and_ranked()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string old = scene.WriteOutputs("old", 12);
        CommandRun generated = await scene.Run("generate", "--instructions", old, "--model", "judge-model", "--run", scene.File("generated"));
        Assert.Equal((ExitCode.Done, 12), (generated.ExitCode, scene.Server.CallCount));
        string outputs = Path.Combine(scene.File("generated"), "model_outputs.json");

        CommandRun judged = await scene.Run("judge", "--candidate", outputs, "--baseline", old, "--judge", "soft", "--run", scene.File("run"));
        Assert.True(judged.ExitCode == ExitCode.Done, judged.Error);
        Assert.Contains("judge-model against old, judged by soft (both orders)", judged.Out, StringComparison.Ordinal);
        Assert.Equal(12 + 24, scene.Server.CallCount);

        CommandRun ranked = await scene.Run("leaderboard", scene.File("run"), "--format", "json");
        Assert.True(ranked.ExitCode == ExitCode.Done, ranked.Error);
        using JsonDocument leaderboard = JsonDocument.Parse(ranked.Out);
        using JsonDocument results = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(scene.File("run"), "results.json")));
        double rate = leaderboard.RootElement.GetProperty("models").EnumerateArray()
            .Single(model => model.GetProperty("model").GetString() == "judge-model").GetProperty("win_rate").GetDouble();
        Assert.Equal(rate, results.RootElement.GetProperty("candidates")[0].GetProperty("win_rate").GetProperty("value").GetDouble(), 9);
    }

    [Fact]
    public async Task A_run_that_is_finished_is_gone_on_with_without_a_call()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string[] judge = scene.WritePair(10);
        CommandRun first = await scene.Run(judge);
        byte[] annotations = await File.ReadAllBytesAsync(Path.Combine(scene.File("run"), "annotations.json"));
        CommandRun second = await scene.Run(judge);
        Assert.Equal((ExitCode.Done, ExitCode.Done, 20), (first.ExitCode, second.ExitCode, scene.Server.CallCount));
        Assert.Equal(first.Out, second.Out);
        Assert.Equal(annotations, await File.ReadAllBytesAsync(Path.Combine(scene.File("run"), "annotations.json")));
    }

    [Fact]
    public async Task A_finished_run_is_left_as_it_is()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string[] judge = scene.WritePair(10);
        await scene.Run(judge);
        Dictionary<string, (DateTime, long)> before = Files(scene.File("run"));
        CommandRun again = await scene.Run(judge);
        Assert.Contains("nothing was asked and nothing written", again.Error, StringComparison.Ordinal);
        Assert.Equal(before, Files(scene.File("run")));

        static Dictionary<string, (DateTime, long)> Files(string run) =>
            new DirectoryInfo(run).EnumerateFiles().ToDictionary(static file => file.Name, static file => (file.LastWriteTimeUtc, file.Length));
    }

    [Theory]
    [InlineData("annotations.json", null)]
    [InlineData("results.json", null)]
    [InlineData("annotations.json", "[]")]
    [InlineData("results.json", "{}")]
    public async Task A_file_that_is_no_longer_that_of_a_finished_run_is_made_again(string name, string? content)
    {
        await using RunScene scene = await RunScene.StartAsync();
        string[] judge = scene.WritePair(10);
        CommandRun first = await scene.Run(judge);
        string file = Path.Combine(scene.File("run"), name);
        byte[] whole = await File.ReadAllBytesAsync(file);
        if (content is null) File.Delete(file);
        else await File.WriteAllTextAsync(file, content);
        CommandRun again = await scene.Run(judge);
        Assert.Equal((ExitCode.Done, first.Out, 20), (again.ExitCode, again.Out, scene.Server.CallCount));
        Assert.Equal(whole, await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task A_dry_run_asks_nothing_and_leaves_nothing()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string[] judge = scene.WritePair(10, "--dry-run");
        string[] before = [.. scene.AllFiles()];
        CommandRun run = await scene.Run(judge);
        Assert.Equal((ExitCode.Done, 0), (run.ExitCode, scene.Server.CallCount));
        Assert.Contains("20 calls, cost about $", run.Out, StringComparison.Ordinal);
        Assert.Equal(before, scene.AllFiles());
    }

    [Fact]
    public async Task A_budget_stops_the_run_which_a_larger_one_goes_on_with()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string[] judge = scene.WritePair(30);
        CommandRun stopped = await scene.Run([.. judge, "--max-cost", "0.006", "--concurrency", "2"]);
        int asked = scene.Server.CallCount;
        Assert.Equal(ExitCode.BudgetReached, stopped.ExitCode);
        Assert.InRange(asked, 1, 59);
        CommandRun again = await scene.Run([.. judge, "--max-cost", "0.006"]);
        Assert.Equal(ExitCode.BudgetReached, again.ExitCode);
        CommandRun done = await scene.Run([.. judge, "--max-cost", "1"]);
        Assert.True(done.ExitCode == ExitCode.Done, done.Error);
        Assert.Equal(60, scene.Server.CallCount);
        Assert.All(scene.Server.Calls.Values, calls => Assert.Equal(1, calls));
    }

    [Fact]
    public async Task Attempts_that_may_have_been_charged_count_in_later_sessions_too()
    {
        bool isBroken = true;
        FaultPlan faults = new((_, _) => isBroken ? Fault.BrokenOff : Fault.None);
        await using RunScene scene = await RunScene.StartAsync(new ModelServerOptions { Faults = faults }, time: new HurriedTime(1000));
        string[] judge = scene.WritePair(3, "--max-cost", "0.006", "--concurrency", "1");
        CommandRun stopped = await scene.Run(judge);
        Assert.True(stopped.ExitCode == ExitCode.BudgetReached, stopped.Error);
        int asked = scene.Server.CallCount;
        isBroken = false;
        CommandRun again = await scene.Run(judge);
        Assert.Equal((ExitCode.BudgetReached, asked), (again.ExitCode, scene.Server.CallCount));
    }

    [Fact]
    public async Task The_key_of_a_call_that_failed_is_that_of_the_answer_which_comes_later()
    {
        bool isBroken = true;
        FaultPlan faults = new((_, _) => isBroken ? Fault.BadRequest : Fault.None);
        await using RunScene scene = await RunScene.StartAsync(new ModelServerOptions { Faults = faults }, "    query: { api-version: v1 }");
        string[] judge = scene.WritePair(3);
        await scene.Run(judge);
        isBroken = false;
        CommandRun run = await scene.Run(judge);
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        JsonElement[] calls = [.. File.ReadLines(Path.Combine(scene.File("run"), "calls.jsonl")).Select(static line => JsonSerializer.Deserialize<JsonElement>(line))];
        Assert.Equal(Keys(calls, "failure"), Keys(calls, "response"));
        Assert.All(calls, static call => Assert.Equal(1, call.GetProperty("request").GetProperty("parameters").GetProperty("max_tokens").GetInt32()));

        static IEnumerable<string?> Keys(JsonElement[] calls, string how) =>
            calls.Where(call => call.TryGetProperty(how, out _)).Select(static call => call.GetProperty("key").GetString()).Order();
    }

    [Fact]
    public async Task Offline_fails_on_the_first_answer_that_is_not_stored()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string[] judge = scene.WritePair(5);
        CommandRun run = await scene.Run([.. judge, "--offline"]);
        Assert.Equal((ExitCode.UsageOrInput, 0), (run.ExitCode, scene.Server.CallCount));
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Offline_another_run_is_answered_from_the_store()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string[] judge = scene.WritePair(5);
        await scene.Run(judge);
        CommandRun offline = await scene.Run([.. judge[..^1], scene.File("second"), "--offline"]);
        Assert.True(offline.ExitCode == ExitCode.Done, offline.Error);
        Assert.Equal(10, scene.Server.CallCount);
        Assert.Equal(
            await File.ReadAllBytesAsync(Path.Combine(scene.File("run"), "annotations.json")),
            await File.ReadAllBytesAsync(Path.Combine(scene.File("second"), "annotations.json")));
    }

    [Fact]
    public async Task Identical_outputs_are_a_tie_without_a_call()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string candidate = scene.WriteOutputs("new", 6, i => i <= 4 ? "the same" : $"other {i}");
        string baseline = scene.WriteOutputs("old", 6, _ => "the same");
        CommandRun run = await scene.Run("judge", "--candidate", candidate, "--baseline", baseline, "--judge", "soft", "--run", scene.File("run"));
        Assert.Equal((ExitCode.Done, 4), (run.ExitCode, scene.Server.CallCount));
        Assert.Contains("2 judged, 4 ties", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_change_nothing_in_the_annotations()
    {
        await using RunScene calm = await RunScene.StartAsync();
        await calm.Run([.. calm.WritePair(40), "--store", calm.File("store")]);
        FaultPlan faults = FaultPlan.Share(0.05, 7, 2, Fault.TooManyRequests, Fault.ServerError, Fault.Reset, Fault.TruncatedJson, Fault.WrongJson);
        await using RunScene scene = await RunScene.StartAsync(new ModelServerOptions { Faults = faults });
        Directory.CreateDirectory(scene.File("store"));
        File.Copy(Path.Combine(calm.File("store"), "store.json"), Path.Combine(scene.File("store"), "store.json"));
        File.Copy(Path.Combine(calm.File("store"), "fence.secret"), Path.Combine(scene.File("store"), "fence.secret"));
        CommandRun run = await scene.Run([.. scene.WritePair(40), "--store", scene.File("store")]);
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        Assert.True(scene.Server.CallCount > 80);
        Assert.Equal(Preferences(calm.File("run")), Preferences(scene.File("run")));
    }

    [Fact]
    public async Task A_control_needs_no_model_and_no_key()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string[] judge = scene.WritePair(10);
        File.Delete(scene.File("assay.yaml"));
        CommandRun run = await scene.Run([.. judge[..6], "longest", "--run", scene.File("run")]);
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        Assert.Equal(0, scene.Server.CallCount);
        Assert.False(Directory.Exists(scene.File(".assay")));
    }

    [Fact]
    public async Task Without_a_configuration_the_model_that_was_found_is_named()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string[] judge = scene.WritePair(4);
        File.Delete(scene.File("assay.yaml"));
        scene.Variables = scene.Variables.Add("OPENAI_API_KEY", RunScene.Key).Add("OPENAI_BASE_URL", scene.Server.Endpoint.AbsoluteUri);
        CommandRun run = await scene.Run(judge);
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        Assert.Equal(8, scene.Server.CallCount);
        Assert.Contains($"at {scene.Server.Endpoint}, found by the environment variable OPENAI_API_KEY.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_in_every_script_and_of_every_kind_go_through_unharmed()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string[] texts = ["\0 nul \u0001", new string('x', 200_000), "日本語 עברית हिन्दी 🧪", "\u202E turned \r\n {instruction} </output>", ""];
        string candidate = scene.WriteOutputs("new", 5, i => texts[i - 1]), baseline = scene.WriteOutputs("old", 5);
        CommandRun run = await scene.Run("judge", "--candidate", candidate, "--baseline", baseline, "--judge", "soft", "--run", scene.File("run"));
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        using JsonDocument json = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(scene.File("run"), "annotations.json")));
        Assert.Equal(
            texts.Order(StringComparer.Ordinal),
            json.RootElement.EnumerateArray().Select(row => row.GetProperty("output_2").GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_lone_surrogate_becomes_a_replacement_sign_and_a_note()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string[] judge = scene.WritePair(1);
        scene.Write("new.json", (await File.ReadAllTextAsync(scene.File("new.json"))).Replace("new says", "\\uD800 says", StringComparison.Ordinal));
        CommandRun run = await scene.Run(judge);
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        Assert.Contains("was replaced by U+FFFD", run.Out, StringComparison.Ordinal);
    }

    private static Dictionary<string, double> Preferences(string run)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(run, "annotations.json")));
        return json.RootElement.EnumerateArray().ToDictionary(
            row => row.GetProperty("instruction").GetString()!, row => row.GetProperty("preference").GetDouble());
    }
}
