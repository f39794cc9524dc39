using System.Net;
using Assay.Core.Judging;
using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Core.Runs;
using Assay.Evaluation.Calls;
using Assay.Evaluation.Runs;
using Assay.TestSupport;
using Microsoft.Extensions.AI;

namespace Assay.Evaluation.Tests.Runs;

/// <summary>A run that asks in vain stops after its first calls, and goes on when what was wrong is put right.</summary>
public sealed class FirstCallTests
{
    private const string Answer = """{"better":"first"}""";

    [Theory]
    [InlineData(ModelFailure.Connection)]
    [InlineData(ModelFailure.BadRequest)]
    [InlineData(ModelFailure.Timeout)]
    [InlineData(ModelFailure.RateLimited)]
    [InlineData(ModelFailure.ServerError)]
    [InlineData(ModelFailure.UnexpectedAnswer)]
    public async Task Five_first_calls_that_fail_in_one_way_stop_the_run(ModelFailure failure)
    {
        using ScriptedChatClient judge = new(_ => throw new ModelCallException(failure, "It does not work."));
        MemoryRunLog log = new();
        ModelCallException error = await Assert.ThrowsAsync<ModelCallException>(() => RunAsync(judge, log, concurrency: 1));
        Assert.Equal(failure, error.Failure);
        Assert.StartsWith("It does not work. The first 5 calls all ended so and none was answered", error.Message, StringComparison.Ordinal);
        Assert.Equal(FirstCalls.Agreeing, judge.Asked.Count);
        Assert.Equal(("stopped", error.Message), (log.Events[^1].Kind, log.Events[^1].Text));
    }

    [Fact]
    public async Task Calls_that_wait_when_the_fifth_fails_are_given_up()
    {
        int asked = 0;
        using ScriptedChatClient judge = new(async (_, abort) =>
        {
            if (Interlocked.Increment(ref asked) > FirstCalls.Agreeing) await Task.Delay(Timeout.Infinite, abort);
            throw new ModelCallException(ModelFailure.Connection, "Nothing listens there.");
        });
        ModelCallException error = await Assert.ThrowsAsync<ModelCallException>(() => RunAsync(judge, new MemoryRunLog())).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(ModelFailure.Connection, error.Failure);
    }

    [Fact]
    public async Task It_goes_on_and_asks_again_what_failed()
    {
        MemoryRunLog log = new();
        using (ScriptedChatClient down = new(_ => throw new HttpRequestException("refused", null, HttpStatusCode.BadGateway)))
            await Assert.ThrowsAsync<ModelCallException>(() => RunAsync(down, log));
        using ScriptedChatClient up = new(_ => Answer);
        RunProgress progress = await RunAsync(up, log);
        Assert.Equal((true, 0, 40), (progress.IsComplete, progress.Failed, up.Asked.Count));
    }

    [Fact]
    public async Task One_answer_first_and_every_item_comes_to_its_own_end()
    {
        int asked = 0;
        using ScriptedChatClient judge = new(_ => Interlocked.Increment(ref asked) == 1 ? Answer : throw new ModelCallException(ModelFailure.Connection, "Gone."));
        RunProgress progress = await RunAsync(judge, new MemoryRunLog(), concurrency: 1);
        Assert.Equal((true, 20), (progress.IsComplete, progress.Failed));
    }

    [Fact]
    public async Task Requests_refused_for_different_reasons_are_the_items_own()
    {
        int asked = 0;
        using ScriptedChatClient judge = new(_ => throw new ModelCallException(ModelFailure.BadRequest, $"{Interlocked.Increment(ref asked)} tokens are too many."));
        Assert.Equal(20, (await RunAsync(judge, new MemoryRunLog())).Failed);
    }

    [Fact]
    public async Task Requests_refused_for_their_size_are_the_items_own()
    {
        using ScriptedChatClient judge = new(_ => throw new ModelCallException(ModelFailure.BadRequest, "Too large.") { StatusCode = 413 });
        Assert.Equal(20, (await RunAsync(judge, new MemoryRunLog())).Failed);
    }

    [Fact]
    public async Task Four_calls_in_vain_are_too_few_to_say()
    {
        int asked = 0;
        using ScriptedChatClient judge = new(_ => Interlocked.Increment(ref asked) < FirstCalls.Agreeing ? throw new ModelCallException(ModelFailure.Timeout, "Slow.") : Answer);
        Assert.True((await RunAsync(judge, new MemoryRunLog(), concurrency: 1)).IsComplete);
    }

    [Fact]
    public async Task A_judge_of_log_probabilities_stops_where_there_are_none()
    {
        using ScriptedChatClient judge = new(_ => "m");
        MemoryRunLog log = new();
        ModelCallException error = await Assert.ThrowsAsync<ModelCallException>(() => RunAsync(judge, log, Samples.SoftJudge, concurrency: 1));
        Assert.Contains("gave no log-probabilities in its first 5 answers", error.Message, StringComparison.Ordinal);
        Assert.Equal(FirstCalls.Agreeing, judge.Asked.Count);
    }

    [Fact]
    public async Task Answers_without_log_probabilities_that_were_logged_before_count()
    {
        MemoryRunLog log = new();
        using ScriptedChatClient judge = new(_ => "m");
        for (int session = 0; session < 3; session++) await Assert.ThrowsAsync<ModelCallException>(() => RunAsync(judge, log, Samples.SoftJudge, concurrency: 1));
        Assert.InRange(judge.Asked.Count, FirstCalls.Agreeing, 2 * FirstCalls.Agreeing);
    }

    [Fact]
    public async Task One_answer_with_log_probabilities_is_enough_to_go_on()
    {
        int asked = 0;
        using ScriptedChatClient judge = new((_, _) =>
        {
            ChatResponse response = ScriptedChatClient.Text("m");
            if (Interlocked.Increment(ref asked) == 2)
            {
                response.AdditionalProperties = new()
                {
                    [TokenLogProbabilities.PropertyName] = new TokenLogProbabilities([new TokenLogProbability("m", -0.1, [new TokenAlternative("m", -0.1)])]),
                };
            }
            return Task.FromResult(response);
        });
        Assert.True((await RunAsync(judge, new MemoryRunLog(), Samples.SoftJudge, concurrency: 1)).IsComplete);
    }

    private static async Task<RunProgress> RunAsync(ScriptedChatClient judge, IRunLog log, JudgeDefinition? definition = null, int? concurrency = null)
    {
        JudgeRunOptions options = Samples.Options(definition ?? Samples.VerdictJudge) with { Concurrency = concurrency };
        return await JudgeSession.RunAsync(options, judge, log, [.. Enumerable.Range(0, 20).Select(i => Samples.Pair($"q{i}", $"a{i}", $"b{i}"))]);
    }
}
