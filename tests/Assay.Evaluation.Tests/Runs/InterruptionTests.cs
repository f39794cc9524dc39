using System.Globalization;
using Assay.Core.Judging;
using Assay.Core.Runs;
using Assay.Evaluation.Runs;
using Assay.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Evaluation.Tests.Runs;

/// <summary>A run that is killed anywhere, any number of times, ends as if it never was.</summary>
public sealed class InterruptionTests
{
    private static readonly PairToJudge[] Pairs = Samples.Pairs(25);

    private static ModelJudge Other => Samples.VerdictJudge with { Name = "other", Model = "other" };

    private static readonly JudgeRunOptions[] Kinds =
    [
        Samples.Options(Samples.VerdictJudge) with { Repeats = 2 },
        Samples.Options(Samples.VerdictJudge) with { Orders = OrderPolicy.Random, Concurrency = 1 },
        Samples.Options(new PoolJudge { Name = "pool", Members = [Samples.VerdictJudge, Other], FlipProbability = 0.3 }),
        Samples.Options(new PanelJudge { Name = "panel", Members = [Samples.VerdictJudge, Other], Rule = PanelRule.Majority }),
    ];

    [Fact]
    public void Any_kills_and_resumes_end_in_the_annotations_of_an_uninterrupted_run() => Prop.ForAll(Interruptions, async run =>
    {
        using ScriptedChatClient calm = new(Script);
        string[] expected = JudgeSession.Texts(await JudgeSession.JudgeAsync(Kinds[run.Kind], calm, Pairs));
        (MemoryRunLog log, _) = await RunKilledAsync(Kinds[run.Kind], run.Kills);
        Assert.Equal(expected, JudgeSession.Texts(await JudgeSession.ItemsAsync(log)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void No_kill_makes_a_run_ask_for_an_answer_that_was_logged() => Prop.ForAll(Interruptions, async run =>
    {
        (MemoryRunLog log, ScriptedChatClient judge) = await RunKilledAsync(Kinds[run.Kind], run.Kills);
        List<CallRecord> calls = await log.ReadCallsAsync(default).ToListAsync();
        Assert.Equal(calls.Count, calls.Select(call => (call.Item, call.Model, call.Key)).Distinct().Count());
        // What was answered and not logged was in flight at a kill: at most the concurrency each time.
        int lost = judge.Answered.Count - calls.Count;
        Assert.InRange(lost, 0, run.Kills.Length * (Kinds[run.Kind].Concurrency ?? Pairs.Length * 4));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static Arbitrary<(int Kind, int[] Kills)> Interruptions =>
        (from kind in Gen.Choose(0, Kinds.Length - 1)
         from count in Gen.Choose(0, 6)
         from kills in Gen.Choose(0, 60).ArrayOf(count)
         select (kind, kills)).ToArbitrary();

    private static async Task<(MemoryRunLog Log, ScriptedChatClient Judge)> RunKilledAsync(JudgeRunOptions options, int[] kills)
    {
        MemoryRunLog log = new();
        ScriptedChatClient judge = new(Script);
        foreach (int records in kills)
        {
            try
            {
                await JudgeSession.RunAsync(options, judge, new StoppingRunLog(log, records), Pairs);
            }
            catch (ProcessKilledException)
            {
                // The next session goes on with what is in the log.
            }
        }
        await JudgeSession.RunAsync(options, judge, log, Pairs);
        return (log, judge);
    }

    // Depends on the question alone; some answers cannot be read, some never.
    private static string Script(ScriptedCall call) => (int)(ItemId.Of(call.Prompt, call.Repeat.ToString(CultureInfo.InvariantCulture)).Value % 10) switch
    {
        < 3 => "hm",
        < 6 => """{"better":"first"}""",
        < 9 => """{"better":"second"}""",
        _ => """{"better":"tie"}""",
    };
}
