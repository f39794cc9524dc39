using Assay.Core.Models;
using Assay.Models.Pipeline;
using Assay.Models.RateLimits;
using Assay.Models.Retries;
using Assay.Models.Tests.Support;
using Assay.TestServer;
using Assay.TestSupport;
using Microsoft.Extensions.AI;

namespace Assay.Models.Tests.RateLimits;

/// <summary>
/// An endpoint that refuses everything for half a minute, and then answers again. Time is fake: what is counted is when calls were sent by that clock.
/// </summary>
public sealed class StormTests
{
    private const int Calls = 200;
    private const int AtOnce = 50;
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Closed = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(null)]
    [InlineData(5)]
    public async Task Fifty_refused_calls_cause_no_storm(int? retryAfter)
    {
        FakeTime time = new();
        List<double> sent = [];
        List<ConcurrencyChange> changes = [];
        using IChatClient client = Pipeline(time, sent, changes, retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null);

        Task<ChatResponse>[] calls = [.. Enumerable.Range(0, Calls).Select(i => client.AskAsync($"question {i}"))];
        await time.RunAsync(Task.WhenAll(calls));

        int[] byTenSeconds = [.. Enumerable.Range(0, 3).Select(span => sent.Count(at => at >= span * 10 && at < (span + 1) * 10))];
        // All at once at first; after that the refused endpoint is asked a few times, fewer and fewer.
        Assert.Equal(AtOnce, sent.Count(static at => at == 0));
        Assert.True(byTenSeconds[1] <= AtOnce / 2, string.Join(' ', byTenSeconds));
        Assert.True(byTenSeconds[2] <= byTenSeconds[1], string.Join(' ', byTenSeconds));
        // Every refusal of one moment is one halving, and the number recovers when answers come again.
        Assert.Equal((AtOnce, AtOnce / 2), (changes[0].From, changes[0].To));
        int lowest = changes.Min(static change => change.To);
        Assert.True(lowest <= AtOnce / 8, $"{lowest}");
        Assert.Contains(changes, change => change.Pause == TimeSpan.Zero && change.To >= 2 * lowest);
        Assert.All(calls, static call => Assert.True(call.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task On_the_wire_an_endpoint_that_takes_few_calls_at_once_is_not_asked_for_more_for_long()
    {
        ModelServerOptions options = new() { MostInFlight = 4, Latency = TimeSpan.FromMilliseconds(5) };
        await using ModelServer server = await ModelServer.StartAsync(options);
        RetryPolicy quick = new() { MostAttempts = 100, FirstWait = TimeSpan.FromMilliseconds(1), LongestWait = TimeSpan.FromMilliseconds(20) };
        FakeTime time = new();
        ModelPipelineOptions pipeline = Support.Calls.Options(time) with { Concurrency = AtOnce, Retry = quick };
        using IChatClient client = ModelPipeline.Create(Support.Calls.Model(server), pipeline);

        Task<ChatResponse[]> all = Task.WhenAll(Enumerable.Range(0, Calls).Select(i => client.AskAsync($"question {i}")));
        while (!all.IsCompleted)
        {
            await Task.WhenAny(all, Task.Delay(2));
            time.Advance(TimeSpan.FromMilliseconds(200));
        }

        Assert.Equal(Calls, (await all).Length);
        // Fifty were refused at first; after that about one in a few, and never a call for nothing again and again.
        Assert.InRange(server.CallCount, Calls, 3 * Calls);
    }

    private static IChatClient Pipeline(FakeTime time, List<double> sent, List<ConcurrencyChange> changes, TimeSpan? retryAfter)
    {
        Lock state = new();
        ScriptedClient endpoint = new(async (prompt, _, cancellation) =>
        {
            lock (state) sent.Add(time.Elapsed.TotalSeconds);
            bool isClosed = time.Elapsed < Closed;
            await Task.Delay(AnswerTime, time, cancellation);
            if (isClosed) throw new ModelCallException(ModelFailure.RateLimited, "too many") { StatusCode = 429, RetryAfter = retryAfter };
            return new ChatResponse(new ChatMessage(ChatRole.Assistant, prompt));
        });
        ModelSpecification model = new() { Name = "judge", Endpoint = new Uri("http://127.0.0.1/v1"), Model = "m" };
        ModelPipelineOptions options = Support.Calls.Options(time) with
        {
            Concurrency = AtOnce,
            Retry = new RetryPolicy { MostAttempts = 20 },
            OnConcurrencyChanged = change =>
            {
                lock (state) changes.Add(change);
            },
        };
        return ModelPipeline.Wrap(endpoint, model, options);
    }
}
