using System.Net;
using System.Net.Sockets;
using Assay.Core.Models;
using Assay.Models.Pipeline;
using Assay.Models.Tests.Support;
using Assay.TestServer;
using Assay.TestSupport;
using Microsoft.Extensions.AI;

namespace Assay.Models.Tests.OpenAi;

public sealed class FailureWireTests
{
    [Theory]
    [InlineData(Fault.TooManyRequests, ModelFailure.RateLimited, 429)]
    [InlineData(Fault.TooManyRequestsRetryAfter, ModelFailure.RateLimited, 429)]
    [InlineData(Fault.QuotaExhausted, ModelFailure.QuotaExhausted, 429)]
    [InlineData(Fault.ServerError, ModelFailure.ServerError, 500)]
    [InlineData(Fault.Unavailable, ModelFailure.ServerError, 503)]
    [InlineData(Fault.BadRequest, ModelFailure.BadRequest, 400)]
    [InlineData(Fault.UnknownModel, ModelFailure.NotFound, 404)]
    [InlineData(Fault.Reset, ModelFailure.Connection, null)]
    [InlineData(Fault.BrokenOff, ModelFailure.Connection, null)]
    [InlineData(Fault.TruncatedJson, ModelFailure.BrokenAnswer, 200)]
    [InlineData(Fault.WrongJson, ModelFailure.UnexpectedAnswer, 200)]
    [InlineData(Fault.ErrorInside, ModelFailure.ServerError, 503)]
    [InlineData(Fault.EchoKey, ModelFailure.Unauthorized, 401)]
    public async Task A_fault_of_the_endpoint_is_told_by_its_kind(Fault fault, ModelFailure failure, int? status)
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Faults = FaultPlan.Always(fault) });
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options());

        ModelCallException error = await Assert.ThrowsAsync<ModelCallException>(() => client.AskAsync("q"));

        Assert.Equal((failure, status), (error.Failure, error.StatusCode));
        Assert.StartsWith($"judge at 127.0.0.1:{server.Endpoint.Port} ", error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task One_call_is_sent_once_when_it_is_refused()
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Faults = FaultPlan.Always(Fault.TooManyRequests) });
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options());

        await Assert.ThrowsAsync<ModelCallException>(() => client.AskAsync("q"));

        Assert.Equal(1, server.CallCount);
    }

    [Fact]
    public async Task The_wait_that_an_endpoint_asks_for_is_told()
    {
        ModelServerOptions options = new() { Faults = FaultPlan.Always(Fault.TooManyRequestsRetryAfter), RetryAfter = "17" };
        await using ModelServer server = await ModelServer.StartAsync(options);
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options());

        ModelCallException error = await Assert.ThrowsAsync<ModelCallException>(() => client.AskAsync("q"));

        Assert.Equal(TimeSpan.FromSeconds(17), error.RetryAfter);
    }

    [Fact]
    public async Task An_endpoint_that_hangs_times_out_by_the_clock_given()
    {
        FakeTime time = new();
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Faults = FaultPlan.Always(Fault.Hang) });
        using IChatClient client = ModelPipeline.Create(Calls.Model(server) with { Timeout = TimeSpan.FromSeconds(90) }, Calls.Options(time));

        Task<ChatResponse> call = client.AskAsync("q");
        while (server.CallCount == 0) await Task.Delay(1);
        time.Advance(TimeSpan.FromSeconds(89));
        Assert.False(call.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));

        ModelCallException error = await Assert.ThrowsAsync<ModelCallException>(() => call);
        Assert.Equal(ModelFailure.Timeout, error.Failure);
        Assert.Contains("within 90 seconds", error.Message);
    }

    [Fact]
    public async Task Cancelling_a_call_is_no_failure_of_the_endpoint()
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Faults = FaultPlan.Always(Fault.Hang) });
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options());
        using CancellationTokenSource stop = new();

        Task<ChatResponse> call = client.AskAsync("q", cancellation: stop.Token);
        while (server.CallCount == 0) await Task.Delay(1);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task A_port_where_nothing_listens_is_said_to_be_one()
    {
        int port;
        using (TcpListener listener = new(IPAddress.Loopback, 0))
        {
            listener.Start();
            port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        ModelSpecification model = new() { Name = "local", Endpoint = new Uri($"http://127.0.0.1:{port}/v1"), Model = "m" };
        using IChatClient client = ModelPipeline.Create(model, Calls.Options());

        ModelCallException error = await Assert.ThrowsAsync<ModelCallException>(() => client.AskAsync("q"));

        Assert.Equal($"local at 127.0.0.1:{port} cannot be reached: nothing listens there; start the server, or correct the endpoint.", error.Message);
    }

    [Fact]
    public async Task An_unknown_model_is_named()
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Faults = FaultPlan.Always(Fault.UnknownModel) });
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options());

        ModelCallException error = await Assert.ThrowsAsync<ModelCallException>(() => client.AskAsync("q"));

        Assert.Contains("knows no model \"test-model\"", error.Message);
        Assert.True(error.ConcernsEveryCall);
    }
}
