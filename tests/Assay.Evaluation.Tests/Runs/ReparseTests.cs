using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Responses;
using Assay.Evaluation.Runs;
using Assay.TestSupport;

namespace Assay.Evaluation.Tests.Runs;

public sealed class ReparseTests
{
    private static readonly JudgeRunOptions Strict = Samples.Options(Samples.VerdictJudge);
    private static readonly HashSet<string> Nothing = [];

    private static readonly PatternReading Words = new() { Patterns = [new VerdictValue("second", 1), new VerdictValue("first", 0)] };

    private static JudgeRunOptions Lenient { get; } = Strict with { Judge = Samples.VerdictJudge with { Reading = Words } };

    [Fact]
    public async Task Another_reading_gives_the_verdicts_it_would_have_given_without_a_call()
    {
        (MemoryRunLog log, ScriptedChatClient judge) = await RunAsync(Strict, "I say second.");
        int calls = judge.Asked.Count, records = await log.ReadCallsAsync(default).CountAsync();
        ReparsedItems reparsed = await Reparse.RunAsync(Lenient, Nothing, log);
        JudgedItem[] items = await JudgeSession.ItemsAsync(log);
        // 17 of 20 pairs differ; always the second is a tie in both orders.
        Assert.Equal(new ReparsedItems(20, 17), reparsed);
        Assert.All(items, item => Assert.Equal((Outcome.Tie, 0.5), (item.Outcome, item.Preference!.Value)));
        Assert.Equal((calls, records), (judge.Asked.Count, await log.ReadCallsAsync(default).CountAsync()));
    }

    [Fact]
    public async Task The_same_reading_changes_nothing()
    {
        (MemoryRunLog log, _) = await RunAsync(Strict, """{"better":"second"}""");
        string[] before = JudgeSession.Texts(await JudgeSession.ItemsAsync(log));
        ReparsedItems reparsed = await Reparse.RunAsync(Strict, Nothing, log);
        Assert.Equal(0, reparsed.Changed);
        Assert.Equal(before, JudgeSession.Texts(await JudgeSession.ItemsAsync(log)));
    }

    [Fact]
    public async Task Thinking_is_stripped_again_where_the_model_says_so()
    {
        (MemoryRunLog log, _) = await RunAsync(Lenient, "first, I think</think>second");
        await Reparse.RunAsync(Lenient with { Orders = OrderPolicy.Fixed }, new HashSet<string> { "judge" }, log);
        Assert.All((await JudgeSession.ItemsAsync(log)).Where(item => item.Verdicts.Length > 0), item => Assert.Equal(1, item.Preference));
    }

    [Fact]
    public async Task An_item_whose_call_failed_stays_failed()
    {
        MemoryRunLog log = new();
        using ScriptedChatClient judge = new(_ => throw new TimeoutException());
        await JudgeSession.RunAsync(Strict, judge, log, [Samples.Pair()]);
        await Reparse.RunAsync(Lenient, Nothing, log);
        Assert.Equal(Outcome.Failed, Assert.Single(await JudgeSession.ItemsAsync(log)).Outcome);
    }

    [Fact]
    public async Task Another_prompt_is_an_error_and_not_a_run_without_answers()
    {
        (MemoryRunLog log, _) = await RunAsync(Strict, "second");
        PromptTemplate prompt = Samples.Template with { Messages = [new PromptMessage("user", "{instruction}?")] };
        JudgeRunOptions other = Strict with { Judge = Samples.VerdictJudge with { Prompt = prompt } };
        Assert.Contains("only with the prompt", (await Assert.ThrowsAsync<InputException>(() => Reparse.RunAsync(other, Nothing, log))).Message,
            StringComparison.Ordinal);
    }

    private static async Task<(MemoryRunLog Log, ScriptedChatClient Judge)> RunAsync(JudgeRunOptions options, string answer)
    {
        MemoryRunLog log = new();
        ScriptedChatClient judge = new(_ => answer);
        await JudgeSession.RunAsync(options, judge, log, Samples.Pairs(20));
        return (log, judge);
    }
}
