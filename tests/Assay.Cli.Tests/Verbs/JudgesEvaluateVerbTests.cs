using System.Text.Json;
using Assay.Cli.Tests.Support;
using Assay.TestSupport;

namespace Assay.Cli.Tests.Verbs;

public sealed class JudgesEvaluateVerbTests : IDisposable
{
    private const string People = "item,annotator,preference\nq1,ann,1\nq1,bob,1\nq2,ann,2\nq2,bob,0\nq3,ann,2\nq3,bob,2\n";
    private const string Judge = "item,annotator,preference\nq1,j,1\nq2,j,2\nq3,j,\n";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SharedDataFact("pandalm")]
    public async Task The_recorded_judges_give_json_and_a_plot()
    {
        string plot = Path.Combine(_folder.Path, "judges.svg");
        CommandRun run = await CommandRun.Of(
            "judges", "evaluate", "--human", SharedData.Data("pandalm", "testset-v1.json"), "--annotations",
            SharedData.Data("pandalm", "gpt-3.5-turbo-testset-v1.json"), SharedData.Data("pandalm", "pandalm-7b-testset-v1.json"), "--format", "json",
            "--quiet", "--plot", plot);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        using JsonDocument json = JsonDocument.Parse(run.Out);
        Assert.Equal(999, json.RootElement.GetProperty("n_pairs").GetInt32());
        Assert.StartsWith("<svg", await File.ReadAllTextAsync(plot), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes()
    {
        string[] command = ["judges", "evaluate", "--human", Write("people.csv", People), "--annotations", Write("judge.csv", Judge), "--seed", "7"];
        CommandRun first = await CommandRun.Of([.. command, "--format", "csv"]), second = await CommandRun.Of([.. command, "--format", "csv"]);

        Assert.Equal((ExitCode.Done, first.Out), (second.ExitCode, second.Out));
    }

    [Fact]
    public async Task People_alone_are_measured_without_annotations()
    {
        CommandRun run = await CommandRun.Of("judges", "evaluate", "--human", Write("people.csv", People));

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("Fleiss' kappa", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_judge_of_other_pairs_is_one_sentence()
    {
        string judge = Write("judge.csv", Judge.Replace("q", "p", StringComparison.Ordinal));
        CommandRun run = await CommandRun.Of("judges", "evaluate", "--human", Write("people.csv", People), "--annotations", judge);

        Assert.Equal(ExitCode.UsageOrInput, run.ExitCode);
        Assert.StartsWith("assay: The judge j judged none of the 3 pairs that people judged", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Families_come_from_the_configuration()
    {
        string rows = """{"instruction": "i", "output_1": "a", "output_2": "b", "generator_1": "m", "generator_2": "n", "annotator": "W", "preference": 2}""";
        string config = Write("assay.yaml", "families: { j: red, n: red, m: blue }\n");
        CommandRun run = await CommandRun.Of(
            "judges", "evaluate", "--human", Write("people.jsonl", rows), "--annotations", Write("j.jsonl", rows.Replace("W", "j", StringComparison.Ordinal)),
            "--config", config);

        Assert.Contains("its own family's", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_says_price_duration_and_flips_of_its_judge()
    {
        await using RunScene scene = await RunScene.StartAsync();
        await scene.Run(scene.WritePair(10));
        string annotations = await File.ReadAllTextAsync(Path.Combine(scene.File("run"), "annotations.json"));
        string human = scene.Write("people.json", annotations.Replace("\"annotator\":\"soft\"", "\"annotator\":\"ann\"", StringComparison.Ordinal));

        CommandRun run = await scene.Run("judges", "evaluate", "--human", human, "--annotations", scene.File("run"), "--format", "json", "--quiet");

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        using JsonDocument json = JsonDocument.Parse(run.Out);
        JsonElement judge = json.RootElement.GetProperty("annotators")[1];
        Assert.Equal("soft", judge.GetProperty("name").GetString());
        Assert.True(judge.GetProperty("price_per_1000").GetProperty("value").GetDouble() > 0);
        Assert.True(judge.GetProperty("seconds_per_1000").GetProperty("value").GetDouble() > 0);
        Assert.Equal(10, judge.GetProperty("flips").GetProperty("n").GetInt32());
        JsonElement first = judge.GetProperty("likings").EnumerateArray().Single(liking => liking.GetProperty("feature").GetString() == "shown_first");
        Assert.Equal(JsonValueKind.Number, first.GetProperty("share").GetProperty("value").ValueKind);
    }

    [Theory]
    [InlineData("--human' is required")]
    [InlineData("--bootstrap takes at least 100 resamples", "--human", "x", "--bootstrap", "5")]
    [InlineData("--columns names \"anotator\"; did you mean 'annotator'?", "--human", "x", "--columns", "anotator=who")]
    [InlineData("--plot writes SVG", "--human", "x", "--plot", "x.png")]
    public async Task A_wrong_option_is_a_usage_error(string message, params string[] args)
    {
        CommandRun run = await CommandRun.Of(["judges", "evaluate", .. args]);

        Assert.Equal(ExitCode.UsageOrInput, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder.Path, name);
        File.WriteAllText(path, text);
        return path;
    }
}
