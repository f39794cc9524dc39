using System.Globalization;
using System.Text.Json;
using Assay.Cli.Tests.Support;
using Assay.TestSupport;

namespace Assay.Cli.Tests.Verbs;

/// <summary>People's judgements where a judge's stand, and beside them.</summary>
public sealed class PeopleTests : IDisposable
{
    private static readonly string News = SharedData.Data("news_summarization", "pairwise_evaluation_results.json");
    private static readonly string TestSet = SharedData.Data("pandalm", "testset-v1.json");

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SharedDataFact("news_summarization")] // 243 wins, 239 losses, 117 ties; 217, 250, 132.
    public async Task Writers_win_as_often_as_was_counted_with_both_intervals()
    {
        foreach ((string column, double winRate) in ((string, double)[])[("overall_writer_better", 50.33), ("informative_writer_better", 47.25)])
        {
            using JsonDocument document = await Json(["leaderboard", News, .. Columns(column), "--cluster-by", "annotator", "--sort", "win-rate"]);
            JsonElement writer = document.RootElement.GetProperty("models")[0];
            Assert.Equal((599, winRate, 6), (writer.GetProperty("n").GetInt32(), Math.Round(writer.GetProperty("win_rate").GetDouble(), 2), writer.GetProperty("clusters").GetInt32()));
            Assert.Equal("clustered_t", writer.GetProperty("win_rate_interval_method").GetString());
            Assert.InRange(Width(writer, "win_rate_interval") / Width(writer, "independent_interval"), 1.2, 2.2);
        }
    }

    [SharedDataFact("news_summarization")]
    public async Task Two_ways_the_wild_bootstrap_and_each_unit_give_intervals_of_their_own()
    {
        HashSet<double> widths = [];
        foreach (string[] clusters in (string[][])[["annotator"], ["item"], ["annotator,item"], ["annotator", "--cluster-interval", "wild-bootstrap"]])
        {
            using JsonDocument document = await Json(
                ["leaderboard", "--human", News, .. Columns("overall_writer_better"), "--sort", "win-rate", "--cluster-by", .. clusters]);
            widths.Add(Width(document.RootElement.GetProperty("models")[0], "win_rate_interval"));
        }
        Assert.Equal(4, widths.Count);
    }

    [SharedDataFact("pandalm")]
    public async Task PandaLMs_people_compare_models_on_what_the_same_person_judged()
    {
        using JsonDocument document = await Json(
            ["compare", TestSet, "--baseline", "llama-7b", "--cluster-by", "annotator", "--sort", "win-rate", "--models", "opt-7b", "bloom-7b"]);
        JsonElement pair = document.RootElement.GetProperty("comparisons")[0];
        Assert.Equal((3, "clustered_t"), (pair.GetProperty("clusters").GetInt32(), pair.GetProperty("interval_method").GetString()));
        Assert.Equal(["annotator"], document.RootElement.GetProperty("cluster_by").EnumerateArray().Select(unit => unit.GetString()));
    }

    [Fact]
    public async Task A_few_people_correct_a_judge()
    {
        WriteJudge(80);
        using JsonDocument document = await Json(["leaderboard", _folder.File("model.jsonl"), "--human", WritePeople(30), "--sort", "win-rate"]);
        JsonElement model = document.RootElement.GetProperty("models")[0];
        Assert.Equal((30, 80), (model.GetProperty("n_labelled").GetInt32(), model.GetProperty("n_predicted").GetInt32()));
        Assert.True(Width(model, "prediction_powered_interval") < Width(model, "human_win_rate_interval"));
        Assert.Equal(JsonValueKind.Null, model.GetProperty("prediction_powered_reason").ValueKind);
    }

    [Fact]
    public async Task The_table_shows_people_and_prediction_beside_the_judge()
    {
        WriteJudge(80);
        CommandRun run = await CommandRun.Of("leaderboard", _folder.File("model.jsonl"), "--human", WritePeople(30), "--sort", "win-rate");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Approved.Verify(run.Out);
    }

    [Fact]
    public async Task People_alone_are_a_table_with_both_intervals()
    {
        CommandRun run = await CommandRun.Of("leaderboard", WritePeople(30), "--cluster-by", "annotator", "--sort", "win-rate");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Approved.Verify(run.Out);
    }

    [Theory]
    [InlineData("--cluster-by takes one of annotator, item, dataset, or two of them with a comma between, not 'people'", "--cluster-by", "people")]
    [InlineData("--cluster-by names the same twice; name two different ones", "--cluster-by", "item,item")]
    [InlineData("--cluster-by takes one of annotator, item, dataset, or two of them", "--cluster-by", "item,dataset,annotator")]
    [InlineData("--cluster-interval goes with --cluster-by, which is missing", "--cluster-interval", "wild-bootstrap")]
    [InlineData("--cluster-interval wild-bootstrap takes one kind of clusters", "--cluster-by", "item,annotator", "--cluster-interval", "wild-bootstrap")]
    [InlineData("--bootstrap resamples instructions one by one and goes not with --cluster-by", "--cluster-by", "annotator", "--bootstrap", "100")]
    [InlineData("--cluster-by goes with --method win-rate", "--cluster-by", "annotator", "--method", "bradley-terry")]
    public async Task What_does_not_go_together_is_said(string sentence, params string[] args)
    {
        CommandRun run = await CommandRun.Of(["leaderboard", WritePeople(4), .. args]);
        Assert.Equal((ExitCode.UsageOrInput, ""), (run.ExitCode, run.Out));
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_takes_a_judge_or_people_and_not_both()
    {
        CommandRun run = await CommandRun.Of("compare", WritePeople(4), "--models", "a", "b", "--human", _folder.File("people.csv"));
        Assert.Contains("compare takes PATH or --human and not both", run.Error, StringComparison.Ordinal);
    }

    private static string[] Columns(string preference) =>
    [
        "--columns", $"item=article_id,annotator=evaluator_id,preference={preference},output_1=text-davinci-002_summary,output_2=writer_summary,"
            + "generator_1:text-davinci-002,generator_2:writer",
        "--values", "1=false,2=true,tie=Equally Good",
    ];

    private static async Task<JsonDocument> Json(string[] args)
    {
        CommandRun run = await CommandRun.Of([.. args, "--format", "json", "--quiet"]);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        return JsonDocument.Parse(run.Out);
    }

    private static double Width(JsonElement model, string interval) => model.GetProperty(interval)[1].GetDouble() - model.GetProperty(interval)[0].GetDouble();

    private void WriteJudge(int items) => _folder.WriteAnnotations("model", Enumerable.Range(0, items).Select(i => i % 3 == 0 ? 1.0 : 2.0));

    // The same outputs as the judge's, each seen by two people who agree with it most of the time.
    private string WritePeople(int items)
    {
        List<string> rows = ["instruction,output_1,output_2,generator_1,generator_2,annotator,preference"];
        for (int i = 0; i < items; i++)
        {
            string output = $"model: {new string('x', 5 + (i * 7 % 23))}";
            foreach (string person in (string[])["ada", "bo", "cy"])
            {
                double preference = i * person.Length % 10 == 4 ? 1.5 : i % 3 == 0 || i % 11 == person[0] % 11 ? 1 : 2;
                rows.Add(string.Create(CultureInfo.InvariantCulture, $"instruction {i + 1},an answer of the baseline,{output},reference,model,{person},{preference}"));
            }
        }
        return _folder.Write("people.csv", string.Join('\n', rows) + "\n");
    }
}
