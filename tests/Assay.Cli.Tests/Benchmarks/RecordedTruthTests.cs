using System.Text.Json;
using Assay.Cli.Tests.Support;
using Assay.TestSupport;

namespace Assay.Cli.Tests.Benchmarks;

/// <summary>Completions that others recorded, from the command to the table, against what they published.</summary>
public sealed class RecordedTruthTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SharedDataFact("bbh")]
    public async Task All_forty_recorded_pairs_of_task_and_mode_give_the_published_accuracies()
    {
        JsonElement table = await RunAsync("bbh/direct", "bbh/cot", "--data", SharedData.Data("bbh", "tasks"), "--model", $"recorded:{SharedData.Data("bbh", "code-davinci-002")}");
        JsonElement published = JsonDocument.Parse(File.ReadAllText(SharedData.Data("bbh", "published_accuracy.json"))).RootElement;
        int compared = 0;
        foreach (JsonElement cell in table.GetProperty("cells").EnumerateArray())
        {
            string[] name = cell.GetProperty("scenario").GetString()!.Split('/');
            if (!published.TryGetProperty(name[2], out JsonElement task)) continue;
            Assert.Equal(task.GetProperty(name[1]).GetDouble(), cell.GetProperty("value").GetDouble(), 9);
            compared++;
        }
        Assert.Equal(40, compared);
        Assert.Equal(52.4036, Mean(table, "bbh/direct"), 4);
        Assert.Equal(76.3381, Mean(table, "bbh/cot"), 4);
    }

    [SharedDataFact("gsm8k")]
    public async Task All_recorded_verdicts_on_grade_school_mathematics_agree()
    {
        string solutions = SharedData.Data("gsm8k", "example_model_solutions.jsonl.gz");
        string[] models = ["6b_finetuning", "175b_verification"];
        JsonElement table = await RunAsync(["gsm8k", "--data", SharedData.Data("gsm8k"), "--model", .. models.Select(model => $"recorded:{solutions}#{model}.solution")]);
        Assert.Equal([21.6831, 56.2547], models.Select(model => Math.Round(Value(table, "gsm8k", model), 4)));
        Dictionary<(string, string), bool> verdicts = [];
        using System.IO.Compression.GZipStream stream = new(File.OpenRead(solutions), System.IO.Compression.CompressionMode.Decompress);
        using StreamReader reader = new(stream);
        while (reader.ReadLine() is { } line)
        {
            JsonElement row = JsonDocument.Parse(line).RootElement;
            foreach (string model in models)
                verdicts[(model, row.GetProperty("question").GetString()!.Trim())] = row.GetProperty(model).GetProperty("is_correct").GetBoolean();
        }
        int agreed = 0;
        foreach (string line in File.ReadLines(Path.Combine(_folder.Path, "run", "instances.jsonl")))
        {
            JsonElement row = JsonDocument.Parse(line).RootElement;
            bool isCorrect = row.GetProperty("scores").GetProperty("final_number_match").GetDouble() == 1;
            if (isCorrect == verdicts[(row.GetProperty("model").GetString()!, row.GetProperty("input").GetString()!.Trim())]) agreed++;
        }
        Assert.Equal(2638, agreed);
    }

    // Counted by a program of its own, straight from the file.
    [SharedDataFact("bbq")]
    public async Task Recorded_answers_give_the_accuracy_and_bias_of_either_context()
    {
        string folder = SharedData.Data("bbq", "UnifiedQA");
        JsonElement table = await RunAsync("bbq/Age", "--data", folder, "--model", $"race=recorded:{folder}#unifiedqa-t5-11b_pred_race");
        Assert.Equal(29.78, Math.Round(Value(table, "bbq/Age", "race", "bbq_bias_ambiguous"), 2));
        Assert.Equal(1.16, Math.Round(Value(table, "bbq/Age", "race", "bbq_bias_disambiguated"), 2));
        Assert.Equal(54.67, Math.Round(Cell(table, "choice_accuracy", "ambig").GetProperty("value").GetDouble(), 2));
        Assert.Equal("clustered", Cell(table, "choice_accuracy", "ambig").GetProperty("interval_method").GetString());
    }

    [SharedDataFact("bbh")]
    public async Task A_recorded_file_of_another_scenario_is_refused()
    {
        CommandRun run = await CommandRun.Of(
            "bench", "run", "bbh/cot/navigate", "--data", SharedData.Data("bbh", "tasks"),
            "--model", $"recorded:{SharedData.Data("bbh", "code-davinci-002", "cot", "snarks.json.gz")}", "--run", _folder.File("run"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("is of another scenario: none of its 178 completions is to an instance of bbh/cot/navigate", run.Error, StringComparison.Ordinal);
    }

    private async Task<JsonElement> RunAsync(params string[] args)
    {
        CommandRun run = await CommandRun.Of(["bench", "run", .. args, "--run", _folder.File("run"), "--quiet"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        CommandRun table = await CommandRun.Of("bench", "table", _folder.File("run"), "--format", "json");
        CommandRun verified = await CommandRun.Of("runs", "verify", _folder.File("run"));
        Assert.StartsWith("consistent", verified.Out, StringComparison.Ordinal);
        return JsonDocument.Parse(table.Out).RootElement;
    }

    private static double Value(JsonElement table, string scenario, string model, string? metric = null) => table.GetProperty("cells").EnumerateArray().First(cell =>
        cell.GetProperty("scenario").GetString() == scenario && cell.GetProperty("model").GetString() == model && cell.GetProperty("group").GetString() is null
        && (metric is null || cell.GetProperty("metric").GetString() == metric)).GetProperty("value").GetDouble();

    private static JsonElement Cell(JsonElement table, string metric, string group) => table.GetProperty("cells").EnumerateArray()
        .First(cell => cell.GetProperty("metric").GetString() == metric && cell.GetProperty("group").GetString() == group);

    private static double Mean(JsonElement table, string family) =>
        table.GetProperty("means").EnumerateArray().Single(mean => mean.GetProperty("family").GetString() == family).GetProperty("value").GetDouble();
}
