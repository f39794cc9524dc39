using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Assay.Cli.Tests.Support;
using Assay.TestServer;

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

    [Theory]
    [InlineData("generation", "answer: whole", "judge-model", 12)]
    [InlineData("{ kind: multiple-choice-separate, calibrated: true }", "", "scorer", 48)]
    public async Task A_dry_run_tells_stored_answers_from_calls(string adapter, string answer, string model, int calls)
    {
        await using RunScene scene = await StartScorerAsync(static _ => -1);
        string spec = WriteScenario(scene, adapter, answer);
        string[] command = ["bench", "run", spec, "--model", model, "--run"];
        CommandRun nothing = await scene.Run([.. command, scene.File("run"), "--dry-run"]);
        Assert.Contains($"  calls          {calls}\n", nothing.Out, StringComparison.Ordinal);
        Assert.Contains("  stored         0 answers", nothing.Out, StringComparison.Ordinal);
        Assert.Equal(0, (await scene.Run([.. command, scene.File("part"), "--limit", "3"])).ExitCode);
        int sent = scene.Server.CallCount;
        CommandRun some = await scene.Run([.. command, scene.File("run"), "--dry-run"]);
        Assert.Contains($"  stored         {calls / 4} answers", some.Out, StringComparison.Ordinal);
        Assert.Contains($"  calls          {calls * 3 / 4}\n", some.Out, StringComparison.Ordinal);
        Assert.Equal(sent, scene.Server.CallCount);
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
        await using RunScene scene = await StartScorerAsync(static _ => -1);
        string spec = WriteScenario(scene, "multiple-choice-separate", "");
        CommandRun run = await scene.Run("bench", "run", spec, "--model", "scorer", "--run", scene.File("run"));
        Assert.Equal((0, 24), (run.ExitCode, scene.Server.Calls.Count));
        JsonElement row = JsonDocument.Parse(File.ReadLines(Path.Combine(scene.File("run"), "instances.jsonl")).First()).RootElement;
        Assert.Equal((2, 2), (row.GetProperty("choice_scores").GetArrayLength(), row.GetProperty("keys").GetArrayLength()));
    }

    // Blue is always likelier, and right for every second number.
    [Fact]
    public async Task The_likeliest_choice_is_the_answer_and_its_probability_is_kept()
    {
        await using RunScene scene = await StartScorerAsync(static word => word.Contains("blue", StringComparison.Ordinal) ? -1 : -3);
        string spec = WriteScenario(scene, "multiple-choice-separate", "", "choice_accuracy, ece_equal_width, brier");
        CommandRun run = await scene.Run("bench", "run", spec, "--model", "scorer", "--run", scene.File("run"));
        Assert.True(run.ExitCode == 0, run.Error);
        JsonElement[] cells = [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(scene.File("run"), "results.json"))).RootElement.GetProperty("cells").EnumerateArray()];
        double sure = 1 / (1 + Math.Exp(-2));
        Assert.Equal(50, Value(cells, "choice_accuracy"), 9);
        Assert.Equal(100 * (sure - 0.5), Value(cells, "ece_equal_width"), 9);
        Assert.Equal(100 * (((1 - sure) * (1 - sure)) + (sure * sure)) / 2, Value(cells, "brier"), 9);
    }

    [Fact]
    public async Task A_text_is_scored_in_bits_per_byte_without_its_first_token()
    {
        await using RunScene scene = await StartScorerAsync(static word => -Encoding.UTF8.GetByteCount(word) * Math.Log(2) * 3);
        scene.Write("texts.jsonl", BenchScene.Lines(5, static i => new { text = $"Größe number {i} of some" }));
        string spec = scene.Write("texts.yaml", """
            name: texts
            data: { file: texts.jsonl, input: text }
            adapter: language-modeling
            metrics: [bits_per_byte, bits_per_byte_mean]
            """);
        CommandRun run = await scene.Run("bench", "run", spec, "--model", "scorer", "--run", scene.File("run"));
        Assert.True(run.ExitCode == 0, run.Error);
        JsonElement[] cells = [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(scene.File("run"), "results.json"))).RootElement.GetProperty("cells").EnumerateArray()];
        Assert.Equal(3, Value(cells, "bits_per_byte"), 9);
        Assert.Equal(3, Value(cells, "bits_per_byte_mean"), 9);
        JsonElement row = JsonDocument.Parse(File.ReadLines(Path.Combine(scene.File("run"), "instances.jsonl")).First()).RootElement;
        Assert.Equal(" number 1 of some".Length, row.GetProperty("text_bytes").GetInt32());
    }

    [Fact]
    public async Task A_reliability_diagram_is_drawn_where_a_metric_of_calibration_is_chosen()
    {
        await using RunScene scene = await StartScorerAsync(static word => word.Contains("blue", StringComparison.Ordinal) ? -1 : -3);
        string spec = WriteScenario(scene, "multiple-choice-separate", "", "choice_accuracy, ece_equal_width");
        await scene.Run("bench", "run", spec, "--model", "scorer", "--run", scene.File("run"));
        CommandRun table = await scene.Run("bench", "table", scene.File("run"), "--metric", "ece_equal_width", "--plot", scene.File("plot.svg"));
        Assert.True(table.ExitCode == 0, table.Error);
        XDocument svg = XDocument.Load(scene.File("plot.svg"));
        // All are 88 % sure, and half of them right: one bin, under the diagonal.
        Assert.Contains(svg.Descendants(), static element => element.Name.LocalName == "title" && element.Value.Contains("88.08 % sure, 50.00 % right", StringComparison.Ordinal));
        Assert.Single(svg.Descendants(), static element => element.Name.LocalName == "line" && (string?)element.Attribute("class") == "reference" && (string?)element.Attribute("x1") == "84");
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

    private static double Value(JsonElement[] cells, string metric) =>
        cells.Single(cell => cell.GetProperty("metric").GetString() == metric).GetProperty("value").GetDouble();

    // A model that echoes: every word with the space before it is a token of this log-probability, but for the first.
    private static async Task<RunScene> StartScorerAsync(Func<string, double> logProbability)
    {
        RunScene scene = await RunScene.StartAsync(new ModelServerOptions
        {
            Reply = question =>
            {
                string[] words = question.Prompt.Split(' ');
                return new ModelReply(question.Prompt)
                {
                    Tokens =
                    [
                        new ReplyToken(words[0], null, []),
                        .. words.Skip(1).Select(word => new ReplyToken(" " + word, logProbability(" " + word), [(" " + word, logProbability(" " + word))])),
                    ],
                };
            },
        });
        File.AppendAllText(
            scene.File("assay.yaml"), $"  scorer: {{ endpoint: \"{scene.Server.Endpoint}\", model: test-model, kind: completions, api_key_env: {RunScene.KeyVariable} }}\n");
        return scene;
    }

    private static string WriteScenario(RunScene scene, string adapter, string answer, string metrics = "choice_accuracy")
    {
        scene.Write("colours.jsonl", BenchScene.Lines(12, i => new { question = $"Which colour has number {i}?", first = $"red {i}", second = $"blue {i}", right = i % 2 }));
        return scene.Write("colours.yaml", $$"""
            name: colours
            data: { file: colours.jsonl, input: question, choices: [first, second], right: right }
            adapter: {{adapter}}
            {{answer}}
            metrics: [{{metrics}}]
            """);
    }
}
