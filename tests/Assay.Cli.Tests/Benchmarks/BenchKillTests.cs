using System.Diagnostics;
using System.Text.Json;
using Assay.Cli.Tests.Support;
using Assay.TestServer;

namespace Assay.Cli.Tests.Benchmarks;

public class BenchKillTests
{
    private const int Instances = 150;
    private const int Concurrency = 4;
    private const int Kills = 5;

    [UnixFact]
    public async Task A_benchmark_killed_again_and_again_ends_as_one_that_was_never_interrupted()
    {
        await using RunScene scene = await RunScene.StartAsync(new ModelServerOptions { Latency = TimeSpan.FromMilliseconds(10) });
        scene.Write("sums.jsonl", BenchScene.Lines(Instances, i => new { id = $"s{i}", question = $"{i} + {i}", answer = $"{2 * i}" }));
        string spec = scene.Write("sums.yaml", BenchScene.Scenario.Replace(
            "answer: { after: \"answer is \", drop_final_stop: true }", "answer: { pattern: \"Answer ([0-9a-f])\" }", StringComparison.Ordinal));
        string[] command = ["bench", "run", spec, "--model", "judge-model", "--repeats", "2", "--concurrency", $"{Concurrency}", "--quiet", "--run", scene.File("run")];
        Random random = new(20261121);
        for (int kills = 0; kills < Kills; kills++)
        {
            // The moment is counted in calls, not in time: it lies within the run however slow the machine is.
            int moment = scene.Server.CallCount + random.Next(1, 2 * Instances / (Kills + 1));
            using Process process = AssayProcess.StartIn(scene.Folder, scene.Variables, command);
            while (scene.Server.CallCount < moment && !process.HasExited) await Task.Delay(1);
            Assert.False(process.HasExited, process.HasExited ? await process.StandardError.ReadToEndAsync() : "");
            process.Kill();
            await process.WaitForExitAsync();
        }

        CommandRun last = await scene.Run(command);
        Assert.True(last.ExitCode == ExitCode.Done, last.Error);
        // Only what was in flight at a kill may have been asked again.
        Assert.InRange(scene.Server.CallCount, 2 * Instances, 2 * Instances + Kills * Concurrency);
        CommandRun verified = await scene.Run("runs", "verify", scene.File("run"));
        Assert.True(verified.ExitCode == ExitCode.Done, verified.Out);

        CommandRun whole = await scene.Run([.. command[..^1], scene.File("whole"), "--offline"]);
        Assert.True(whole.ExitCode == ExitCode.Done, whole.Error);
        Assert.Equal(Results(scene, "whole"), Results(scene, "run"));
        Assert.Equal(Ends(scene, "whole"), Ends(scene, "run"));
    }

    private static string Results(RunScene scene, string run) => File.ReadAllText(Path.Combine(scene.File(run), "results.json"));

    // What became of every instance, without what answering it took: that is another from the store.
    private static SortedDictionary<string, string> Ends(RunScene scene, string run)
    {
        SortedDictionary<string, string> ends = new(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(Path.Combine(scene.File(run), "instances.jsonl")))
        {
            using JsonDocument row = JsonDocument.Parse(line);
            string said = row.RootElement.TryGetProperty("answer", out JsonElement answer) ? answer.ToString() : "";
            ends[row.RootElement.GetProperty("id").GetString()!] = $"{row.RootElement.GetProperty("outcome")} {said} {row.RootElement.GetProperty("scores")}";
        }
        return ends;
    }
}
