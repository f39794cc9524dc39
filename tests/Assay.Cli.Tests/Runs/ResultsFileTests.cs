using System.Text.Json;
using Assay.Cli.Tests.Support;
using Assay.TestServer;
using Assay.TestSupport;

namespace Assay.Cli.Tests.Runs;

public sealed class ResultsFileTests
{
    [Fact]
    public async Task The_schema_is_the_approved_one() => Approved.Verify((await CommandRun.Of("schema", "results")).Out, "json");

    [Fact]
    public async Task Every_field_is_described() => SchemaAssert.DescribesEveryProperty((await CommandRun.Of("schema", "results")).Out);

    [Fact]
    public async Task A_run_with_every_figure_has_what_its_schema_names()
    {
        await using RunScene scene = await RunScene.StartAsync();
        JsonElement results = await Judged(scene, scene.WritePair(8));
        JsonElement candidate = results.GetProperty("candidates")[0];
        Assert.Equal(
            ("soft", "new", "old"),
            (results.GetProperty("judge").GetString(), candidate.GetProperty("candidate").GetString(), candidate.GetProperty("baseline").GetString()));
        Assert.Equal((8, 16), (candidate.GetProperty("win_rate").GetProperty("n").GetInt32(), results.GetProperty("calls").GetProperty("sent").GetInt32()));
        Assert.InRange(candidate.GetProperty("win_rate").GetProperty("value").GetDouble(), 1.5, 100);
        Assert.True(results.GetProperty("calls").GetProperty("cost_usd").GetDecimal() > 0);
    }

    [Fact]
    public async Task A_run_without_a_verdict_has_what_its_schema_names_and_null_for_the_unknown()
    {
        await using RunScene scene = await RunScene.StartAsync(new ModelServerOptions { Faults = FaultPlan.Always(Fault.MissingLogProbabilities) });
        JsonElement candidate = (await Judged(scene, scene.WritePair(3))).GetProperty("candidates")[0];
        Assert.Equal(
            (JsonValueKind.Null, JsonValueKind.Null, 3),
            (candidate.GetProperty("win_rate").ValueKind, candidate.GetProperty("flips").ValueKind,
                candidate.GetProperty("outcomes").GetProperty("unparsed").GetInt32()));
        Assert.Equal([0.0, 100.0], candidate.GetProperty("win_rate_if_missing").EnumerateArray().Select(static end => end.GetDouble()));
    }

    [Fact]
    public async Task A_judge_without_a_model_has_no_calls_and_costs_nothing()
    {
        await using RunScene scene = await RunScene.StartAsync();
        string[] judge = scene.WritePair(5);
        JsonElement calls = (await Judged(scene, [.. judge[..6], "longest", .. judge[7..]])).GetProperty("calls");
        Assert.Equal((0, 0m), (calls.GetProperty("sent").GetInt32(), calls.GetProperty("cost_usd").GetDecimal()));
    }

    private static async Task<JsonElement> Judged(RunScene scene, string[] judge)
    {
        CommandRun run = await scene.Run(judge);
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        string written = await File.ReadAllTextAsync(Path.Combine(scene.File("run"), "results.json"));
        SchemaAssert.Describes((await scene.Run("schema", "results")).Out, written);
        return JsonElement.Parse(written);
    }
}
