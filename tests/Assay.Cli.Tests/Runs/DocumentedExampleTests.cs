using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Assay.Cli.Tests.Support;
using Assay.TestServer;
using Assay.TestSupport;

namespace Assay.Cli.Tests.Runs;

/// <summary>The examples of the documentation for jq and pandas, and its judge, run as they are written.</summary>
public sealed partial class DocumentedExampleTests
{
    private const int Pairs = 6;

    [GeneratedRegex(@"(?:^(?:    .*)?\n)+", RegexOptions.Multiline)]
    private static partial Regex Block { get; }

    [UnixFact("bash", "jq")]
    public async Task The_examples_for_jq_say_what_the_results_say()
    {
        await using RunScene scene = await JudgedAsync();
        using JsonDocument results = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(scene.File("run"), "results.json")));
        string[] examples = [.. Examples("run-folder.md", "jq ")
            .Where(static example => example.Contains("RUN/", StringComparison.Ordinal) && !example.Contains("instances.jsonl", StringComparison.Ordinal))];
        Assert.Equal(3, examples.Length);
        string[] said = [.. await Task.WhenAll(examples.Select(example => AssayProcess.RunOther("bash", "-c", InRun(example, scene))))];

        Assert.Equal(results.RootElement.GetProperty("calls").GetProperty("cost_usd").GetDouble(), double.Parse(said[0], CultureInfo.InvariantCulture), 9);
        using JsonDocument outcomes = JsonDocument.Parse(said[1]);
        Assert.Equal((Pairs - 1, 1), (outcomes.RootElement.GetProperty("judged").GetInt32(), outcomes.RootElement.GetProperty("unparsed").GetInt32()));
        Assert.Equal("none\nnone\n", said[2]);
    }

    [PandasFact]
    public async Task The_examples_for_pandas_say_what_the_results_say()
    {
        await using RunScene scene = await JudgedAsync();
        using JsonDocument results = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(scene.File("run"), "results.json")));
        double rate = results.RootElement.GetProperty("candidates")[0].GetProperty("win_rate").GetProperty("value").GetDouble();
        string[] examples = [.. Examples("run-folder.md", "import pandas").Where(static example => example.Contains("RUN/", StringComparison.Ordinal))];
        Assert.Equal(2, examples.Length);
        string[] said = [.. await Task.WhenAll(examples.Select(example => AssayProcess.RunOther(PandasFactAttribute.Python!, "-c", InRun(example, scene))))];

        Assert.Matches(@"judged\s+5", said[0]);
        Assert.Contains("baseline_first", said[0], StringComparison.Ordinal);
        Assert.Equal(rate, double.Parse(said[1], CultureInfo.InvariantCulture), 6);
    }

    [Fact]
    public async Task The_judge_of_the_documentation_judges()
    {
        await using RunScene scene = await RunScene.StartAsync(new ModelServerOptions { Reply = _ => new ModelReply("""{"better": "second"}""") });
        string judge = scene.Write("strict.yaml", Assert.Single(Examples("judges.md", "# judges/strict.yaml")).Replace("gpt-judge", "judge-model", StringComparison.Ordinal));
        string candidate = scene.WriteOutputs("new", 3), baseline = scene.WriteOutputs("old", 3);
        CommandRun run = await scene.Run("judge", "--candidate", candidate, "--baseline", baseline, "--judge", judge, "--run", scene.File("run"));
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        Assert.Contains("0 judged, 3 ties", run.Out, StringComparison.Ordinal);
    }

    // The verdict on one pair can never be read.
    private static async Task<RunScene> JudgedAsync()
    {
        RunScene scene = await RunScene.StartAsync(new ModelServerOptions
        {
            Reply = question => question.Prompt.Contains("number 3", StringComparison.Ordinal)
                ? RunScene.Unreadable
                : RunScene.Reply(question),
        });
        CommandRun run = await scene.Run(scene.WritePair(Pairs));
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        return scene;
    }

    private static string InRun(string example, RunScene scene) => example.Replace("RUN/", scene.File("run") + "/", StringComparison.Ordinal);

    private static string[] Examples(string page, string beginning) =>
    [
        .. Block.Matches(File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "docs", page)).ReplaceLineEndings("\n"))
            .Select(static block => string.Join('\n', block.Value.Split('\n').Select(static line => line.Length > 4 ? line[4..] : "")).Trim('\n'))
            .Where(block => block.StartsWith(beginning, StringComparison.Ordinal)),
    ];
}
