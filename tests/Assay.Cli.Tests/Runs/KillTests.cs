using System.Diagnostics;
using System.Text.Json;
using Assay.Cli.Tests.Support;
using Assay.TestServer;

namespace Assay.Cli.Tests.Runs;

public sealed class KillTests
{
    private const int Pairs = 120;
    private const int Concurrency = 4;
    private const int Kills = 50;
    private const int KilledPairs = 600;

    [UnixFact]
    public async Task A_run_killed_again_and_again_asks_nothing_twice_that_was_answered_and_logged()
    {
        await using RunScene scene = await RunScene.StartAsync(new ModelServerOptions { Latency = TimeSpan.FromMilliseconds(10) });
        string[] judge = scene.WritePair(KilledPairs, "--concurrency", $"{Concurrency}", "--quiet");
        Random random = new(20261120);
        Dictionary<ulong, int> whenLogged = [];
        for (int kills = 0; kills < Kills; kills++)
        {
            int from = scene.Server.CallCount;
            using Process process = AssayProcess.StartIn(scene.Folder, scene.Variables, judge);
            // The moment is counted in calls, not in time: it lies within the run however slow the machine is. Some come before the first call.
            int moment = from + random.Next(0, 2 * KilledPairs / Kills);
            while (scene.Server.CallCount < moment && !process.HasExited) await Task.Delay(1);
            Assert.False(process.HasExited, process.HasExited ? await process.StandardError.ReadToEndAsync() : "");
            process.Kill();
            await process.WaitForExitAsync();
            foreach (ulong prompt in LoggedPrompts(scene.File("run"))) whenLogged.TryAdd(prompt, scene.Server.Calls[prompt]);
        }

        using Process last = AssayProcess.StartIn(scene.Folder, scene.Variables, judge);
        string error = await last.StandardError.ReadToEndAsync();
        await last.WaitForExitAsync();
        Assert.True(last.ExitCode == ExitCode.Done, error);
        Assert.NotEmpty(whenLogged);
        Assert.All(whenLogged, prompt => Assert.Equal(prompt.Value, scene.Server.Calls[prompt.Key]));
        // Only what was in flight at a kill may have been asked again.
        Assert.InRange(scene.Server.CallCount, 2 * KilledPairs, 2 * KilledPairs + Kills * Concurrency);

        CommandRun verified = await scene.Run("runs", "verify", scene.File("run"));
        Assert.True(verified.ExitCode == ExitCode.Done, verified.Out);
        CommandRun whole = await scene.Run([.. judge[..7], "--run", scene.File("whole"), "--offline"]);
        Assert.True(whole.ExitCode == ExitCode.Done, whole.Error);
        Assert.Equal(
            await File.ReadAllBytesAsync(Path.Combine(scene.File("whole"), "annotations.json")),
            await File.ReadAllBytesAsync(Path.Combine(scene.File("run"), "annotations.json")));
    }

    [UnixFact]
    public async Task Calls_in_flight_at_a_kill_count_as_their_worst_case()
    {
        bool hangs = true;
        FaultPlan faults = new((_, _) => hangs ? Fault.Hang : Fault.None);
        await using RunScene scene = await RunScene.StartAsync(new ModelServerOptions { Faults = faults });
        // Room for four calls and not for a fifth.
        string[] judge = scene.WritePair(10, "--max-cost", "0.0048", "--concurrency", "4", "--quiet");
        using Process process = AssayProcess.StartIn(scene.Folder, scene.Variables, judge);
        while (scene.Server.CallCount < 4 && !process.HasExited) await Task.Delay(1);
        process.Kill();
        await process.WaitForExitAsync();
        hangs = false;
        CommandRun again = await scene.Run(judge);
        Assert.Equal((ExitCode.BudgetReached, 4), (again.ExitCode, scene.Server.CallCount));
    }

    [UnixFact]
    public async Task The_first_interruption_finishes_what_is_in_flight()
    {
        await using RunScene scene = await RunScene.StartAsync(new ModelServerOptions { Latency = TimeSpan.FromMilliseconds(10) });
        string[] judge = scene.WritePair(Pairs, "--concurrency", $"{Concurrency}");
        using CancellationTokenSource interruption = new();
        Task<CommandRun> running = scene.Run(interruption.Token, judge);
        while (scene.Server.CallCount < 20) await Task.Delay(1);
        await interruption.CancelAsync();
        CommandRun run = await running;
        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
        Assert.Contains("the same command goes on", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await scene.Run(judge)).ExitCode);
        Assert.Equal(2 * Pairs, scene.Server.CallCount);
    }

    [Fact]
    public async Task A_second_process_on_one_run_is_told_so()
    {
        await using RunScene scene = await RunScene.StartAsync(new ModelServerOptions { Latency = TimeSpan.FromMilliseconds(20) });
        string[] judge = scene.WritePair(40, "--concurrency", "2");
        Task<CommandRun> first = scene.Run(judge);
        while (scene.Server.CallCount == 0) await Task.Delay(1);
        CommandRun second = await scene.Run(judge);
        Assert.Equal(ExitCode.UsageOrInput, second.ExitCode);
        Assert.Contains("in use", second.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await first).ExitCode);
    }

    // What was asked in every whole line of the log that has an answer.
    private static IEnumerable<ulong> LoggedPrompts(string run)
    {
        string calls = Path.Combine(run, "calls.jsonl");
        if (!File.Exists(calls)) yield break;
        string text = File.ReadAllText(calls);
        foreach (string line in text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using JsonDocument call = JsonDocument.Parse(line);
            if (!call.RootElement.TryGetProperty("response", out _)) continue;
            JsonElement messages = call.RootElement.GetProperty("request").GetProperty("messages");
            yield return ModelQuestion.IdentityOf(string.Join('\n', messages.EnumerateArray().Select(static message => message.GetProperty("text").GetString())));
        }
    }
}
