using Assay.Core.Judging;
using Assay.Core.Leaderboards;
using Assay.Core.Models;
using Assay.Core.Outputs;
using Assay.Core.Preferences;
using Assay.Evaluation.Gate;
using Assay.Evaluation.Judging;
using Assay.Evaluation.Runs;
using Assay.Evaluation.Summaries;
using Assay.Models.Pipeline;
using Assay.Reporting.Contracts;
using Assay.Reporting.Documents;
using Assay.Reporting.Plots;
using Assay.Statistics.Comparison;
using Assay.Statistics.Estimation;
using Assay.Storage.Annotations;
using Assay.TestServer;
using Assay.TestSupport;
using Microsoft.Extensions.AI;

namespace Assay.Cli.Tests.Documentation;

/// <summary>The examples of the packages' README files, compiled and run.</summary>
public sealed class PackageReadmeTests
{
    [Theory]
    [InlineData("Statistics")]
    [InlineData("Core")]
    [InlineData("Storage")]
    [InlineData("Models")]
    [InlineData("Evaluation")]
    [InlineData("Reporting")]
    public void The_readme_of_a_package_shows_the_code_that_is_run_here(string package) =>
        DocumentedCode.IsShownIn($"src/Assay.{package}/README.md", package);

    [Fact]
    public void The_example_of_Statistics_gives_a_mean_and_a_paired_test()
    {
        // Statistics begins
        double[] first = [0.9, 0.4, 0.7, 0.8, 0.6], second = [0.5, 0.4, 0.6, 0.3, 0.5];
        Estimate mean = MeanEstimate.Of(first, confidence: 0.95)!;
        PairedTTest test = PairedTTest.Of(first, second, confidence: 0.95)!;
        string report = $"mean {mean.Value:0.00} ({mean.Interval!.Lower:0.00} to {mean.Interval.Upper:0.00}), "
            + $"difference {test.Difference.Value:0.00}, p {test.PValue:0.000}";
        // Statistics ends
        Assert.Equal("mean 0.68 (0.44 to 0.92), difference 0.22, p 0.086", report);
    }

    [Fact]
    public void The_example_of_Core_ranks_two_models()
    {
        // Core begins
        AnnotationVocabulary names = new();
        AnnotationRow Row(int instruction, string model, double preference) => new()
        {
            Instruction = names.Instructions.GetOrAdd($"instruction {instruction}"),
            Dataset = -1,
            Generator1 = names.Generators.GetOrAdd("baseline"),
            Generator2 = names.Generators.GetOrAdd(model),
            Annotator = names.Annotators.GetOrAdd("judge"),
            Preference = preference,
            Length1 = 100,
            Length2 = 90 + instruction % 20,
            Output2Hash = (ulong)instruction,
        };
        PreferenceSetBuilder judgements = new(names);
        judgements.Add([.. Enumerable.Range(0, 50).SelectMany(i => new[] { Row(i, "good", i % 4 == 0 ? 0.2 : 0.9), Row(i, "weak", i % 4 == 0 ? 0.8 : 0.1) })]);
        Leaderboard leaderboard = LeaderboardBuilder.Build(judgements.Build(), new LeaderboardOptions());
        LeaderboardEntry best = leaderboard.Entries[0];
        string report = $"{best.Model}: {100 * best.WinRate!.Value:0.0} %, rank {best.Rank}";
        // Core ends
        Assert.Equal("good: 71.8 %, rank 1", report);
    }

    [Fact]
    public void The_examples_of_Storage_and_Reporting_rank_the_samples_and_write_the_ranking()
    {
        string folder = Path.Combine(SharedData.RepositoryRoot, "samples", "leaderboard");
        // Storage begins
        AnnotationVocabulary names = new();
        AnnotationFileReader reader = new(names);
        PreferenceSetBuilder judgements = new(names);
        foreach (string file in AnnotationSearch.Find([folder])) judgements.Add(reader.Read(file, CancellationToken.None));
        Leaderboard leaderboard = LeaderboardBuilder.Build(judgements.Build(), new LeaderboardOptions());
        // Storage ends
        Assert.Equal("hazel-70b", leaderboard.Entries[0].Model);

        // Reporting begins
        string json = ContractJson.Render(leaderboard);
        string table = LeaderboardMarkdown.Render(leaderboard);
        string plot = LeaderboardPlot.Render(leaderboard);
        ContractSchemas.TryRender("leaderboard", out string? schema);
        // Reporting ends
        SchemaAssert.Describes(schema!, json);
        Assert.Contains("hazel-70b", table, StringComparison.Ordinal);
        Assert.StartsWith("<svg", plot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_example_of_Models_gets_an_answer()
    {
        await using ModelServer server = await ModelServer.StartAsync();
        Uri endpoint = server.Endpoint;
        Environment.SetEnvironmentVariable("MY_KEY", "a-key-of-the-example");
        // Models begins
        ModelSpecification model = new()
        {
            Name = "judge",
            Endpoint = endpoint,
            Model = "my-model",
            ApiKeyVariable = "MY_KEY",
            Price = new ModelPrice(0.15m, 0.60m),
        };
        ModelPipelineOptions options = new() { Time = TimeProvider.System, Seed = 1, Environment = Environment.GetEnvironmentVariable };
        using IChatClient client = ModelPipeline.Create(model, options);
        ChatResponse answer = await client.GetResponseAsync("Name a prime number.");
        // Models ends
        Assert.NotEmpty(answer.Text);
        Assert.Equal(1, server.CallCount);
    }

    [Fact]
    public async Task The_example_of_Evaluation_decides_a_gate()
    {
        IAsyncEnumerable<OutputRow> candidate = Outputs("new", 30), baseline = Outputs("old", 10);
        // Evaluation begins
        JudgeRunOptions options = new() { Judge = new ControlJudge { Name = "longest", Rule = ControlRule.Longest }, Seed = 1 };
        MemoryRunLog log = new();
        await new JudgeRun(options, new Dictionary<string, IChatClient>(), log, TimeProvider.System).RunAsync(PairJoin.JoinAsync(candidate, baseline));
        JudgeRunSummary summary = await JudgeRunSummary.ReadAsync(log);
        GateResult gate = GateCondition.Parse("win_rate > 45").Decide(GateMeasures.Of(summary));
        // Evaluation ends
        Assert.Equal(GateDecision.Pass, gate.Decision);

        // The candidate's are longer but for one in twelve.
        static IAsyncEnumerable<OutputRow> Outputs(string generator, int length) => Enumerable.Range(0, 60).Select(i => new OutputRow
        {
            Instruction = $"instruction {i}",
            Output = new string('x', i % 12 == 0 ? 40 - length : length),
            Generator = generator,
        }).ToAsyncEnumerable();
    }
}
