using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Models.Pipeline;
using Assay.Models.Tests.Support;
using Assay.TestServer;
using Microsoft.Extensions.AI;

namespace Assay.Models.Tests.Stored;

public sealed class StoredResponsesTests
{
    [Fact]
    public async Task The_same_question_is_sent_once()
    {
        await using ModelServer server = await ModelServer.StartAsync();
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options() with { Store = new MemoryStore() });

        ChatResponse first = await client.AskAsync("q", Calls.LogProbabilities(2));
        ChatResponse second = await client.AskAsync("q", Calls.LogProbabilities(2));

        Assert.Equal(1, server.CallCount);
        Assert.Equal((false, true), (first.Call().IsFromStore, second.Call().IsFromStore));
        Assert.Equal((first.Text, first.FinishReason, first.ModelId), (second.Text, second.FinishReason, second.ModelId));
        Assert.Equal(first.AdditionalProperties![TokenLogProbabilities.PropertyName], second.AdditionalProperties![TokenLogProbabilities.PropertyName]);
    }

    [Fact]
    public async Task The_same_question_asked_many_times_at_once_is_sent_once()
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Latency = TimeSpan.FromMilliseconds(20) });
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options() with { Store = new MemoryStore() });

        ChatResponse[] responses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.AskAsync("q")));

        Assert.Equal(1, server.CallCount);
        Assert.Single(responses.Select(static response => response.Text).Distinct());
        Assert.Single(responses, static response => !response.Call().IsFromStore);
    }

    public static TheoryData<string, Func<ModelSpecification, ModelSpecification>> OtherModels => new()
    {
        { "model", static model => model with { Model = "other-model" } },
        { "temperature", static model => model with { Parameters = model.Parameters.With("temperature", 0.5) } },
        { "query", static model => model with { Query = model.Query.Add("api-version", "2") } },
    };

    [Theory]
    [MemberData(nameof(OtherModels))]
    public async Task Another_model_or_parameter_is_another_question(string changed, Func<ModelSpecification, ModelSpecification> change)
    {
        await using ModelServer server = await ModelServer.StartAsync();
        ModelPipelineOptions options = Calls.Options() with { Store = new MemoryStore() };
        using IChatClient before = ModelPipeline.Create(Calls.Model(server), options);
        using IChatClient after = ModelPipeline.Create(change(Calls.Model(server)), options);

        await before.AskAsync("q");
        ChatResponse response = await after.AskAsync("q");

        Assert.False(response.Call().IsFromStore, changed);
    }

    [Fact]
    public async Task Another_repeat_is_another_answer()
    {
        await using ModelServer server = await ModelServer.StartAsync();
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options() with { Store = new MemoryStore() });

        await client.AskAsync("q");
        ChatResponse second = await client.AskAsync("q", Calls.With(ModelRequest.RepeatPropertyName, 1));

        Assert.Equal((2, 1), (server.CallCount, second.Call().Request.Repeat));
    }

    [Fact]
    public async Task What_is_not_sent_is_not_in_the_key()
    {
        await using ModelServer server = await ModelServer.StartAsync();
        ModelPipelineOptions options = Calls.Options() with { Store = new MemoryStore() };
        ModelSpecification model = Calls.Model(server);
        using IChatClient before = ModelPipeline.Create(model, options);
        ModelSpecification same = model with { Name = "another name", StripThinking = true, Price = null, Headers = model.Headers.Add("x-a", "b") };
        using IChatClient after = ModelPipeline.Create(same, options);

        await before.AskAsync("q");

        Assert.True((await after.AskAsync("q")).Call().IsFromStore);
    }

    [Fact]
    public async Task A_failure_is_never_an_answer()
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Faults = FaultPlan.First(Fault.ServerError) });
        MemoryStore store = new();
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options() with { Store = store });

        await Assert.ThrowsAsync<ModelCallException>(() => client.AskAsync("q"));
        Assert.Empty(store.Responses);

        Assert.False((await client.AskAsync("q")).Call().IsFromStore);
    }

    [Fact]
    public async Task Who_waited_for_a_call_that_failed_asks_again()
    {
        ModelServerOptions behaviour = new() { Faults = FaultPlan.First(Fault.ServerError), Latency = TimeSpan.FromMilliseconds(20) };
        await using ModelServer server = await ModelServer.StartAsync(behaviour);
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options() with { Store = new MemoryStore() });

        Task<ChatResponse>[] calls = [client.AskAsync("q"), client.AskAsync("q")];
        await Assert.ThrowsAsync<ModelCallException>(async () => await Task.WhenAll(calls));

        Assert.Equal(1, calls.Count(static call => call.IsCompletedSuccessfully));
        Assert.Equal(2, server.CallCount);
    }

    [Fact]
    public async Task Offline_the_first_question_that_is_not_stored_fails_and_nothing_is_sent()
    {
        await using ModelServer server = await ModelServer.StartAsync();
        MemoryStore store = new();
        ModelSpecification model = Calls.Model(server) with { ApiKeyVariable = Calls.KeyVariable };
        ModelPipelineOptions options = Calls.Options(environment: static _ => "some-key") with { Store = store };
        using (IChatClient online = ModelPipeline.Create(model, options)) await online.AskAsync("known");
        using IChatClient offline = ModelPipeline.Create(model, Calls.Options() with { Store = store, IsOffline = true });

        Assert.True((await offline.AskAsync("known")).Call().IsFromStore);
        NotStoredException error = await Assert.ThrowsAsync<NotStoredException>(() => offline.AskAsync("unknown"));

        Assert.Equal(64, error.Key.Id.Length);
        Assert.Equal(1, server.CallCount);
    }
}
