using Assay.Core.Models;
using Assay.Models.Pipeline;
using Assay.Models.Retries;
using Assay.Models.Tests.Support;
using Assay.TestServer;
using Assay.TestSupport;
using Microsoft.Extensions.AI;

namespace Assay.Models.Tests.Retries;

public sealed class RetryTests
{
    [Theory]
    [InlineData(Fault.TooManyRequests)]
    [InlineData(Fault.TooManyRequestsRetryAfter)]
    [InlineData(Fault.ServerError)]
    [InlineData(Fault.Unavailable)]
    [InlineData(Fault.Reset)]
    [InlineData(Fault.BrokenOff)]
    [InlineData(Fault.TruncatedJson)]
    [InlineData(Fault.WrongJson)]
    [InlineData(Fault.ErrorInside)]
    public async Task A_fault_that_passes_is_outlived(Fault fault)
    {
        FakeTime time = new();
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Faults = FaultPlan.First(fault, fault) });
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Options(time));

        ChatResponse response = await OutliveAsync(time, client.AskAsync("q"));

        Assert.Equal((3, 3), (server.CallCount, response.Call().Response.Attempts));
    }

    [Theory]
    [InlineData(Fault.BadRequest)]
    [InlineData(Fault.UnknownModel)]
    [InlineData(Fault.EchoKey)]
    [InlineData(Fault.QuotaExhausted)]
    public async Task A_fault_that_will_not_pass_is_not_tried_again(Fault fault)
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Faults = FaultPlan.Always(fault) });
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Options(new FakeTime()));

        ModelCallException error = await Assert.ThrowsAsync<ModelCallException>(() => client.AskAsync("q"));

        Assert.Equal((1, 1), (server.CallCount, error.Attempts));
    }

    [Fact]
    public async Task Attempts_are_bounded_and_counted()
    {
        FakeTime time = new();
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Faults = FaultPlan.Always(Fault.ServerError) });
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Options(time));

        ModelCallException error = await Assert.ThrowsAsync<ModelCallException>(() => OutliveAsync(time, client.AskAsync("q")));

        Assert.Equal((8, 8), (server.CallCount, error.Attempts));
        Assert.EndsWith("Tried 8 times.", error.Message);
    }

    [Fact]
    public async Task An_endpoint_that_was_never_reached_is_tried_three_times()
    {
        FakeTime time = new();
        ModelServer server = await ModelServer.StartAsync();
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Options(time));
        await server.DisposeAsync();

        ModelCallException error = await Assert.ThrowsAsync<ModelCallException>(() => OutliveAsync(time, client.AskAsync("q")));

        Assert.Equal((ModelFailure.Connection, 3), (error.Failure, error.Attempts));
    }

    [Fact]
    public async Task An_endpoint_that_was_reached_before_is_waited_for()
    {
        FakeTime time = new();
        ModelServer server = await ModelServer.StartAsync();
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Options(time));
        await client.AskAsync("q");
        await server.DisposeAsync();

        ModelCallException error = await Assert.ThrowsAsync<ModelCallException>(() => OutliveAsync(time, client.AskAsync("another")));

        Assert.Equal((ModelFailure.Connection, 8), (error.Failure, error.Attempts));
    }

    [Fact]
    public async Task Answers_that_are_none_are_tried_fewer_times_because_they_may_cost()
    {
        FakeTime time = new();
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Faults = FaultPlan.Always(Fault.WrongJson) });
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Options(time));

        await Assert.ThrowsAsync<ModelCallException>(() => OutliveAsync(time, client.AskAsync("q")));

        Assert.Equal(4, server.CallCount);
    }

    [Fact]
    public async Task An_endpoint_that_asks_to_wait_is_left_alone_that_long()
    {
        FakeTime time = new();
        List<double> sent = [];
        ScriptedClient endpoint = new((_, call, _) =>
        {
            sent.Add(time.Elapsed.TotalSeconds);
            return call == 0
                ? throw new ModelCallException(ModelFailure.RateLimited, "too many") { RetryAfter = TimeSpan.FromSeconds(100) }
                : Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "a")));
        });
        ModelSpecification model = new() { Name = "judge", Endpoint = new Uri("http://127.0.0.1/v1"), Model = "m" };
        using IChatClient client = ModelPipeline.Wrap(endpoint, model, Options(time));

        await time.RunAsync(client.AskAsync("q"));

        Assert.Equal(2, sent.Count);
        Assert.InRange(sent[1], 100, 100.5);
    }

    [Fact]
    public async Task Who_asks_to_wait_for_hours_is_not_waited_for()
    {
        ModelServerOptions options = new() { Faults = FaultPlan.Always(Fault.TooManyRequestsRetryAfter), RetryAfter = "7200" };
        await using ModelServer server = await ModelServer.StartAsync(options);
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Options(new FakeTime()));

        ModelCallException error = await Assert.ThrowsAsync<ModelCallException>(() => client.AskAsync("q"));

        Assert.Contains("It asks to wait 120 minutes", error.Message);
    }

    [Fact]
    public async Task Waiting_can_be_cancelled()
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Faults = FaultPlan.Always(Fault.ServerError) });
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Options(new FakeTime()));
        using CancellationTokenSource stop = new();

        Task<ChatResponse> call = client.AskAsync("q", cancellation: stop.Token);
        while (server.CallCount == 0) await Task.Delay(1);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(1, server.CallCount);
    }

    private static ModelPipelineOptions Options(FakeTime time) => Calls.Options(time) with { Retry = new RetryPolicy() };

    // The wire takes real time, in which the clock must not reach the attempt's timeout: it moves only as far as a wait can be.
    private static async Task<ChatResponse> OutliveAsync(FakeTime time, Task<ChatResponse> call)
    {
        while (!call.IsCompleted)
        {
            await Task.WhenAny(call, Task.Delay(5));
            time.Advance(TimeSpan.FromSeconds(0.5));
        }
        return await call;
    }
}
