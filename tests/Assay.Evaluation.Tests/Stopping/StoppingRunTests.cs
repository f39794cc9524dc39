using Assay.Core.Judging;
using Assay.Core.Models;
using Assay.Evaluation.Judging;
using Assay.Evaluation.Runs;
using Assay.Evaluation.Stopping;
using Assay.Statistics.Sequential;
using Assay.TestSupport;
using Microsoft.Extensions.AI;

namespace Assay.Evaluation.Tests.Stopping;

public class StoppingRunTests
{
    private const int Items = 300;

    private static readonly JudgeRunOptions Options = Samples.Options(Samples.VerdictJudge) with { Orders = OrderPolicy.Fixed };

    [Fact]
    public async Task A_candidate_that_always_loses_is_decided_after_a_few_items()
    {
        (MemoryRunLog log, StoppingRun stopping, ScriptedChatClient judge) = await JudgeAsync(new UntilDecided(0.5), Loses);
        StoppedCandidate stopped = Assert.Single(stopping.Stopped);
        Assert.InRange(stopped.After, 6, 20);
        Assert.InRange(judge.Asked.Count, stopped.After - 5, stopped.After + 2 * StoppingRun.LeastUnderWay);
        Assert.Equal(Items, stopped.Items);
        Assert.True(stopped.Interval.Upper < 0.5);
        Assert.Contains(log.Events, happened => happened.Kind == "enough");
    }

    [Fact]
    public async Task The_same_run_again_changes_nothing_and_asks_nothing()
    {
        (MemoryRunLog log, StoppingRun first, _) = await JudgeAsync(new UntilDecided(0.5), Loses);
        int before = (await JudgeItems(log)).Length;
        (_, StoppingRun again, ScriptedChatClient judge) = await JudgeAsync(new UntilDecided(0.5), Loses, log);
        Assert.Empty(judge.Asked);
        Assert.Equal(before, (await JudgeItems(log)).Length);
        Assert.Equal(first.Stopped.Single(), again.Stopped.Single());
    }

    [Fact]
    public async Task Without_the_rule_the_run_goes_on_to_the_full_set()
    {
        (MemoryRunLog log, _, _) = await JudgeAsync(new UntilDecided(0.5), Loses);
        ScriptedChatClient judge = new(Loses);
        await new JudgeRun(Options, Clients(judge), log, TimeProvider.System).RunAsync(Pairs().ToAsyncEnumerable());
        Assert.Equal(Items, (await JudgeItems(log)).Length);
    }

    [Fact]
    public async Task Answers_that_come_late_change_neither_the_look_nor_the_interval()
    {
        StoppedCandidate inOrder = (await JudgeAsync(new UntilDecided(0.5), Mixed)).Stopping.Stopped.Single();
        ScriptedChatClient slowWins = new(async (call, cancellation) =>
        {
            string answer = Mixed(call);
            // The candidate's wins come long after its losses: in the order of completion it would seem to lose always.
            if (answer.Contains("second", StringComparison.Ordinal)) await Task.Delay(15, cancellation);
            return ScriptedChatClient.Text(answer);
        });
        StoppedCandidate late = (await JudgeAsync(new UntilDecided(0.5), slowWins)).Stopping.Stopped.Single();
        Assert.Equal(inOrder, late);
    }

    [Fact]
    public async Task Verdicts_that_cannot_be_read_count_both_ways_and_put_the_decision_off()
    {
        StoppedCandidate read = (await JudgeAsync(new UntilDecided(0.5), Loses)).Stopping.Stopped.Single();
        StoppedCandidate holed = (await JudgeAsync(new UntilDecided(0.5), call => Number(call) % 5 == 0 ? "?" : Loses(call))).Stopping.Stopped.Single();
        Assert.True(holed.After > read.After);
        Assert.True(holed.Missing > 0);
        Assert.Equal(0, holed.Mean);
    }

    [Fact]
    public async Task A_set_that_never_decides_is_judged_to_its_end_and_does_not_count_as_stopped()
    {
        (MemoryRunLog log, StoppingRun stopping, _) = await JudgeAsync(new UntilDecided(0.5), static _ => """{"better": "tie"}""");
        Assert.Empty(stopping.Stopped);
        Assert.Equal(Items, (await JudgeItems(log)).Length);
    }

    [Fact]
    public async Task Each_candidate_stops_alone()
    {
        PairToJudge[] pairs = [.. Pairs(), .. Pairs().Select(static pair => new PairToJudge(pair.Baseline, pair.Candidate with { Generator = "other", Output = "other" }))];
        ScriptedChatClient judge = new(call => call.Prompt.Contains("other", StringComparison.Ordinal) ? """{"better": "tie"}""" : Loses(call));
        MemoryRunLog log = new();
        StoppingRun stopping = await RunAsync(new UntilDecided(0.5), judge, log, pairs);
        Assert.Equal("cand", Assert.Single(stopping.Stopped).Candidate);
        JudgedItem[] items = await JudgeItems(log);
        Assert.Equal(Items, items.Count(static item => item.Pair.Candidate.Generator == "other"));
        Assert.InRange(items.Count(static item => item.Pair.Candidate.Generator == "cand"), 6, 120);
    }

    [Fact]
    public async Task The_order_of_the_files_changes_nothing()
    {
        StoppedCandidate forward = (await RunAsync(new UntilWidth(0.3), new ScriptedChatClient(Mixed), new MemoryRunLog(), Pairs())).Stopped.Single();
        StoppedCandidate backward = (await RunAsync(new UntilWidth(0.3), new ScriptedChatClient(Mixed), new MemoryRunLog(), [.. Pairs().Reverse()])).Stopped.Single();
        Assert.Equal(forward, backward);
    }

    [Fact]
    public async Task A_run_told_to_drain_ends_and_the_same_run_goes_on()
    {
        using CancellationTokenSource drain = new();
        MemoryRunLog log = new();
        int calls = 0;
        ScriptedChatClient judge = new(_ =>
        {
            if (Interlocked.Increment(ref calls) == 5) drain.Cancel();
            return """{"better": "tie"}""";
        });
        StoppingRun stopping = await BeginAsync(new UntilDecided(0.5), log, Pairs());
        RunProgress session = await new JudgeRun(Options, Clients(judge), stopping.Log, TimeProvider.System).RunAsync(stopping.ItemsAsync(), drain: drain.Token);
        Assert.False(session.IsComplete);
        Assert.InRange((await JudgeItems(log)).Length, 5, 5 + StoppingRun.LeastUnderWay);
        (_, StoppingRun again, _) = await JudgeAsync(new UntilDecided(0.5), Loses, log);
        Assert.Single(again.Stopped);
    }

    [Fact]
    public async Task A_model_that_no_call_reaches_ends_the_run_at_once()
    {
        ScriptedChatClient dead = new(static (_, _) => throw new ModelCallException(ModelFailure.Unauthorized, "The key is refused."));
        StoppingRun stopping = await BeginAsync(new UntilDecided(0.5), new MemoryRunLog(), Pairs());
        await Assert.ThrowsAsync<ModelCallException>(() => new JudgeRun(Options, Clients(dead), stopping.Log, TimeProvider.System).RunAsync(stopping.ItemsAsync()));
    }

    [Fact]
    public async Task Texts_are_read_again_part_by_part()
    {
        int reads = 0;
        RandomItemOrder order = await RandomItemOrder.DrawAsync(Read, 3, held: 70, default);
        List<JoinedItem> items = await order.ReadAsync().ToListAsync();
        Assert.Equal(Pairs().Select(static pair => pair.Id).Order(Comparer<ItemId>.Create(static (a, b) => a.Value.CompareTo(b.Value))),
            items.Select(static item => item.Pair!.Id).Order(Comparer<ItemId>.Create(static (a, b) => a.Value.CompareTo(b.Value))));
        Assert.Equal(2 + 5, reads);

        IAsyncEnumerable<JoinedItem> Read()
        {
            reads++;
            return Pairs().ToAsyncEnumerable().Select(JoinedItem.Of);
        }
    }

    private static PairToJudge[] Pairs() =>
        [.. Enumerable.Range(0, Items).Select(static i => Samples.Pair($"Question {i}?", $"baseline {i}", $"candidate {i}"))];

    private static string Loses(ScriptedCall call) => """{"better": "first"}""";

    private static string Mixed(ScriptedCall call) => Number(call) % 4 == 0 ? """{"better": "second"}""" : """{"better": "first"}""";

    private static int Number(ScriptedCall call)
    {
        int start = call.Prompt.IndexOf("Question ", StringComparison.Ordinal) + 9;
        return int.Parse(call.Prompt.AsSpan(start, call.Prompt.IndexOf('?', start) - start), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Task<(MemoryRunLog Log, StoppingRun Stopping, ScriptedChatClient Judge)> JudgeAsync(
        StoppingRule rule, Func<ScriptedCall, string> answer, MemoryRunLog? log = null) => JudgeAsync(rule, new ScriptedChatClient(answer), log);

    private static async Task<(MemoryRunLog Log, StoppingRun Stopping, ScriptedChatClient Judge)> JudgeAsync(
        StoppingRule rule, ScriptedChatClient judge, MemoryRunLog? log = null)
    {
        log ??= new MemoryRunLog();
        return (log, await RunAsync(rule, judge, log, Pairs()), judge);
    }

    private static async Task<StoppingRun> RunAsync(StoppingRule rule, ScriptedChatClient judge, MemoryRunLog log, PairToJudge[] pairs)
    {
        StoppingRun stopping = await BeginAsync(rule, log, pairs);
        RunProgress session = await new JudgeRun(Options, Clients(judge), stopping.Log, TimeProvider.System).RunAsync(stopping.ItemsAsync());
        Assert.True(session.IsComplete);
        return stopping;
    }

    private static Task<StoppingRun> BeginAsync(StoppingRule rule, MemoryRunLog log, PairToJudge[] pairs) =>
        StoppingRun.BeginAsync(() => pairs.ToAsyncEnumerable().Select(JoinedItem.Of), log, rule, 0.95, seed: 7, TimeProvider.System);

    private static Dictionary<string, IChatClient> Clients(IChatClient judge) => new(StringComparer.Ordinal) { ["judge"] = judge };

    private static async Task<JudgedItem[]> JudgeItems(MemoryRunLog log) => [.. await log.ReadItemsAsync(default).ToListAsync()];
}
