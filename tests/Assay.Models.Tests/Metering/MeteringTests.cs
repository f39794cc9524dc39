using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Assay.Core.Models;
using Assay.Models.Metering;
using Assay.Models.Pipeline;
using Assay.Models.Tests.Support;
using Assay.TestServer;
using Assay.TestSupport;
using Microsoft.Extensions.AI;

namespace Assay.Models.Tests.Metering;

public sealed class MeteringTests
{
    [Fact]
    public async Task A_call_can_be_observed_by_the_names_of_OpenTelemetry()
    {
        await using ModelServer server = await ModelServer.StartAsync();
        ConcurrentQueue<Activity> activities = new();
        using ActivityListener listener = new()
        {
            ShouldListenTo = static source => source.Name == ModelTelemetry.SourceName,
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activities.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options());

        await client.AskAsync("a secret question");

        Activity activity = Assert.Single(activities, activity => server.Endpoint.Port.Equals(activity.GetTagItem("server.port")));
        Assert.Equal(("chat test-model", ActivityKind.Client), (activity.DisplayName, activity.Kind));
        Assert.Equal("chat", activity.GetTagItem("gen_ai.operation.name"));
        Assert.Equal("test-model-served", activity.GetTagItem("gen_ai.response.model"));
        Assert.Equal(4L, activity.GetTagItem("gen_ai.usage.input_tokens"));
        Assert.DoesNotContain(activity.TagObjects, static tag => tag.Value is string text && text.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failed_call_is_observed_with_its_kind()
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Faults = FaultPlan.Always(Fault.ServerError) });
        ConcurrentQueue<(string Name, string? Error)> measured = new();
        using MeterListener listener = new();
        listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == ModelTelemetry.SourceName) listener.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) =>
        {
            Dictionary<string, object?> named = new(tags.ToArray());
            if (server.Endpoint.Port.Equals(named["server.port"])) measured.Enqueue((instrument.Name, named.GetValueOrDefault("error.type") as string));
        });
        listener.Start();
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options());

        await Assert.ThrowsAsync<ModelCallException>(() => client.AskAsync("q"));

        Assert.Equal(("gen_ai.client.operation.duration", "ServerError"), Assert.Single(measured));
    }

    [Fact]
    public async Task Latency_is_that_of_the_answer_without_any_waiting()
    {
        FakeTime time = new();
        ScriptedClient endpoint = new(async (_, call, cancellation) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(3), time, cancellation);
            if (call == 0) throw new ModelCallException(ModelFailure.ServerError, "once");
            return new ChatResponse(new ChatMessage(ChatRole.Assistant, "a"));
        });
        ModelSpecification model = new() { Name = "judge", Endpoint = new Uri("http://127.0.0.1/v1"), Model = "m" };
        using IChatClient client = ModelPipeline.Wrap(endpoint, model, Calls.Options(time) with { Retry = new Models.Retries.RetryPolicy() });

        ChatResponse response = await time.RunAsync(client.AskAsync("q"));

        Assert.Equal((TimeSpan.FromSeconds(3), 2), (response.Call().Response.Latency, response.Call().Response.Attempts));
    }

    [Fact]
    public async Task A_cost_that_cannot_be_known_is_absent()
    {
        ScriptedClient endpoint = new(static (_, _) => "an answer without usage");
        ModelSpecification model = new() { Name = "judge", Endpoint = new Uri("http://127.0.0.1/v1"), Model = "m", Price = new ModelPrice(1, 1) };
        using IChatClient client = ModelPipeline.Wrap(endpoint, model, Calls.Options());

        Assert.Null((await client.AskAsync("q")).Call().Response.Cost);
    }
}
