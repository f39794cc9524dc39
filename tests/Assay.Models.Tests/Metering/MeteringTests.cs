using System.Diagnostics;
using Assay.Core.Models;
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
        using Observer observer = new(server);
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options());

        await client.AskAsync("a secret question");

        Activity activity = Assert.Single(observer.Activities);
        Assert.Equal(("chat test-model", ActivityKind.Client, ActivityStatusCode.Unset), (activity.DisplayName, activity.Kind, activity.Status));
        Assert.Equal(
            new SortedDictionary<string, object?>(StringComparer.Ordinal)
            {
                ["gen_ai.operation.name"] = "chat",
                ["gen_ai.provider.name"] = "openai",
                ["gen_ai.request.model"] = "test-model",
                ["gen_ai.response.model"] = "test-model-served",
                ["gen_ai.response.finish_reasons"] = "stop",
                ["gen_ai.usage.input_tokens"] = 4L,
                ["gen_ai.usage.output_tokens"] = (long)observer.Measured("gen_ai.client.token.usage", "output").Single(),
                ["server.address"] = "127.0.0.1",
                ["server.port"] = server.Endpoint.Port,
            },
            new SortedDictionary<string, object?>(activity.TagObjects.ToDictionary(
                static tag => tag.Key, static tag => tag.Value is string[] several ? string.Join(',', several) : tag.Value), StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_sampler_sees_what_is_known_before_the_call()
    {
        await using ModelServer server = await ModelServer.StartAsync();
        using Observer observer = new(server);
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options());

        await client.AskAsync("q");

        Assert.Equal(
            ["gen_ai.operation.name", "gen_ai.provider.name", "gen_ai.request.model", "server.address", "server.port"],
            Assert.Single(observer.Sampled).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Duration_and_tokens_of_a_call_are_measured()
    {
        await using ModelServer server = await ModelServer.StartAsync();
        using Observer observer = new(server);
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options());

        await client.AskAsync("a question of 20 B.");

        Assert.Equal(4, Assert.Single(observer.Measured("gen_ai.client.token.usage", "input")));
        Assert.True(Assert.Single(observer.Measured("gen_ai.client.token.usage", "output")) > 0);
        Assert.InRange(Assert.Single(observer.Measured("gen_ai.client.operation.duration")), double.Epsilon, 60);
        Assert.Equal(
            [("gen_ai.client.operation.duration", "s"), ("gen_ai.client.token.usage", "{token}")],
            observer.Instruments.Order());
    }

    [Fact]
    public async Task A_failed_call_is_observed_with_its_kind()
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Faults = FaultPlan.Always(Fault.ServerError) });
        using Observer observer = new(server);
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options());

        await Assert.ThrowsAsync<ModelCallException>(() => client.AskAsync("q"));

        Activity activity = Assert.Single(observer.Activities);
        Assert.Equal((ActivityStatusCode.Error, "ServerError"), (activity.Status, activity.GetTagItem("error.type")));
        Assert.Equal("ServerError", Assert.Single(observer.Errors));
        Assert.Empty(observer.Measured("gen_ai.client.token.usage"));
    }

    [Fact]
    public async Task Every_attempt_is_a_call_of_its_own_and_an_answer_from_the_store_is_none()
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Faults = FaultPlan.First(Fault.ServerError) });
        using Observer observer = new(server);
        Models.Retries.RetryPolicy soon = new() { FirstWait = TimeSpan.FromMilliseconds(1) };
        ModelPipelineOptions options = Calls.Options() with { Retry = soon, Store = new MemoryStore() };
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), options);

        await client.AskAsync("q");
        await client.AskAsync("q");

        Assert.Equal([ActivityStatusCode.Error, ActivityStatusCode.Unset], observer.Activities.Select(static activity => activity.Status));
    }

    [Fact]
    public async Task No_prompt_no_answer_and_no_key_is_observed()
    {
        const string Key = "sk-metering-5d2f8e61c3";
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Key = Key });
        using Observer observer = new(server);
        ModelSpecification model = Calls.Model(server) with { ApiKeyVariable = Calls.KeyVariable };
        using IChatClient client = ModelPipeline.Create(model, Calls.Options(environment: static _ => Key));

        string answer = (await client.AskAsync("whispered words")).Text;

        Assert.NotEmpty(answer);
        string[] seen = [.. observer.Activities.SelectMany(static activity => activity.TagObjects).Select(static tag => $"{tag.Value}")];
        Assert.DoesNotContain(
            seen, text => text.Contains(Key, StringComparison.Ordinal) || text.Contains("whispered", StringComparison.Ordinal) || text == answer);
    }

    [Fact]
    public async Task Another_provider_s_client_is_observed_under_that_provider_s_name()
    {
        await using ModelServer server = await ModelServer.StartAsync();
        using Observer observer = new(server);
        ScriptedChatClient theirs = new(static _ => "an answer");
        using IChatClient client = ModelPipeline.Wrap(theirs, Calls.Model(server), Calls.Options());

        await client.AskAsync("q");

        Assert.Equal("scripted", Assert.Single(observer.Activities).GetTagItem("gen_ai.provider.name"));
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
