using Assay.Core.Metrics.Answers;
using Assay.Core.Models;
using Assay.Core.Runs;
using Assay.Core.Scenarios;
using Assay.Evaluation.Benchmarks;
using Assay.Evaluation.Runs;
using Assay.TestSupport;
using Microsoft.Extensions.AI;

namespace Assay.Evaluation.Tests.Benchmarks;

public class BenchmarkRunTests
{
    private static readonly Scenario Sums = new()
    {
        Name = "sums",
        Data = new ScenarioData { Files = ["sums.json"], Input = "input" },
        Adapter = new GenerationAdapter { Question = "Q: {input}\nA:" },
        Answer = new WholeAnswer(),
        AnswerName = "whole",
        Metrics = [MetricCatalogue.Find("exact_match")!],
    };

    private static readonly Instance[] Instances = [.. Enumerable.Range(0, 40).Select(static i => new Instance { Id = $"{i}", Input = $"{i}", References = [$"{i}"] })];

    [Fact]
    public async Task Every_instance_is_asked_and_scored_once_for_each_repeat()
    {
        MemoryRunLog log = new();
        await RunAsync(log, Echo(), repeats: 2);
        Assert.Equal(80, (await log.ReadInstancesAsync(default).ToListAsync()).Count(static instance => instance.Scores["exact_match"] == 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(60)]
    public async Task A_run_that_is_killed_and_goes_on_asks_nothing_twice_and_ends_alike(int records)
    {
        MemoryRunLog log = new(), whole = new();
        ScriptedChatClient client = Echo();
        await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(new StoppingRunLog(log, records), client));
        int logged = await log.ReadCallsAsync(default).CountAsync();
        int before = client.Answered.Count;
        await RunAsync(log, client);
        await RunAsync(whole, Echo());
        Assert.True(client.Answered.Count - before <= Instances.Length - logged);
        Assert.Equal(await ShapeAsync(whole), await ShapeAsync(log));
    }

    [Fact]
    public async Task A_model_that_refuses_is_wrong_and_counted_as_refused()
    {
        MemoryRunLog log = new();
        await RunAsync(log, new ScriptedChatClient((_, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "")) { FinishReason = ChatFinishReason.ContentFilter })));
        ScoredInstance first = await log.ReadInstancesAsync(default).FirstAsync();
        Assert.Equal((InstanceOutcome.Refused, 0), (first.Outcome, first.Scores["exact_match"]));
    }

    [Fact]
    public async Task Stop_and_most_tokens_of_a_scenario_are_sent_but_where_the_model_has_its_own()
    {
        ScriptedChatClient client = Echo();
        Scenario scenario = Sums with { Stop = ["\n"], MaxTokens = 7 };
        await RunAsync(new MemoryRunLog(), client, scenario: scenario, own: ModelParameters.Empty.With("max_tokens", 900L));
        ChatOptions options = client.Asked.First().Options;
        Assert.Null(options.MaxOutputTokens);
        Assert.Equal(["\n"], options.StopSequences);
    }

    private static ScriptedChatClient Echo() => new(static call => call.Prompt.Split("Q: ")[^1].Split('\n')[0]);

    private static async Task RunAsync(IRunLog log, IChatClient client, int repeats = 1, Scenario? scenario = null, ModelParameters? own = null)
    {
        BenchmarkRunOptions options = new() { Models = [KeyValuePair.Create("m", own ?? ModelParameters.Empty)], Repeats = repeats };
        BenchmarkRun run = new(
            options, new Dictionary<string, IChatClient> { ["m"] = client }, new Dictionary<string, RecordedAnswers>(), static (_, _) => null, log, new FakeTime(), static _ => { });
        await run.RunAsync([new ScenarioToRun(scenario ?? Sums, Instances, null)]);
    }

    private static async Task<string[]> ShapeAsync(MemoryRunLog log) =>
        [.. await log.ReadInstancesAsync(default).Select(static one => $"{one.Id} {one.Outcome} {one.Answer} {one.Scores["exact_match"]}").Order().ToListAsync()];
}
