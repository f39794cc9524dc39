using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Core.Errors;
using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Models.Pipeline;
using Assay.Models.Tests.Support;
using Assay.TestServer;
using Microsoft.Extensions.AI;

namespace Assay.Models.Tests.OpenAi;

public sealed class ChatWireTests
{
    [Fact]
    public async Task A_chat_is_sent_with_its_messages_and_parameters_and_nothing_else()
    {
        await using ModelServer server = await ModelServer.StartAsync();
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options());

        await client.GetResponseAsync(
            [new ChatMessage(ChatRole.System, "Be brief."), new ChatMessage(ChatRole.User, "Why \"日本\"?\0")],
            new ChatOptions { Temperature = 0.7f, Seed = 12345678901, StopSequences = ["\n"] });

        ReceivedCall received = Assert.Single(server.Received);
        Assert.Equal("/v1/chat/completions", received.PathAndQuery);
        Assert.False(received.Headers.ContainsKey("authorization"));
        JsonNode expected = JsonNode.Parse("""
            {
              "model": "test-model",
              "messages": [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Why \"日本\"?\u0000"}],
              "max_tokens": 100, "seed": 12345678901, "stop": ["\n"], "temperature": 0.7
            }
            """)!;
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(received.Body)), received.Body);
    }

    [Fact]
    public async Task Log_probabilities_come_back_as_the_doubles_that_were_sent()
    {
        double exact = -0.12345678901234567;
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions
        {
            Reply = _ => new ModelReply("m") { Tokens = [new ReplyToken("m", exact, [("m", exact), ("M", -2.2600000000000002e-5)])] },
        });
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options());

        ChatResponse response = await client.AskAsync("q", Calls.LogProbabilities(5));

        TokenLogProbabilities tokens = (TokenLogProbabilities)response.AdditionalProperties![TokenLogProbabilities.PropertyName]!;
        TokenLogProbability token = Assert.Single(tokens.Tokens);
        Assert.Equal(("m", exact), (token.Token, token.LogProbability));
        Assert.Equal([new TokenAlternative("M", -2.2600000000000002e-5), new TokenAlternative("m", exact)], token.Top.ToArray());
        JsonNode sent = JsonNode.Parse(server.Received.Single().Body)!;
        Assert.Equal((true, 5), ((bool)sent["logprobs"]!, (int)sent["top_logprobs"]!));
    }

    [Fact]
    public async Task A_schema_is_sent_as_a_strict_response_format()
    {
        JsonElement schema = JsonSerializer.Deserialize<JsonElement>("""{"type": "object", "properties": {"winner": {"enum": ["first", "second"]}}}""");
        await using ModelServer server = await ModelServer.StartAsync();
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options());

        ChatResponse response = await client.AskAsync("q", new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(schema, "verdict") });

        JsonNode format = JsonNode.Parse(server.Received.Single().Body)!["response_format"]!;
        JsonNode named = format["json_schema"]!;
        Assert.Equal(("json_schema", "verdict", true), ((string)format["type"]!, (string)named["name"]!, (bool)named["strict"]!));
        Assert.True(JsonElement.DeepEquals(schema, named["schema"]!.Deserialize<JsonElement>()));
        Assert.Matches("^(first|second)$", (string)JsonNode.Parse(response.Text)!["winner"]!);
    }

    [Fact]
    public async Task A_finish_reason_nobody_knows_is_data()
    {
        ModelReply reply = new("so far") { FinishReason = "sleepy" };
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Reply = _ => reply });
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options());

        StoredResponse stored = (await client.AskAsync("q")).Call().Response;

        Assert.Equal(("so far", "sleepy", "test-model-served"), (stored.Text, stored.FinishReason, stored.AnsweredBy));
    }

    [Theory]
    [InlineData("""{"max_tokens": 100, "function_call": {"name": "f"}, "functions": [{"name": "f"}]}""")]
    [InlineData("""{"max_tokens": 100, "tool_choice": {"type": "function", "function": {"name": "f"}}, "tools": [{"type": "function", "function": {"name": "f"}}]}""")]
    public async Task The_arguments_of_a_function_call_are_the_text(string parameters)
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Reply = _ => new ModelReply("""{"best": "a"}""") });
        using IChatClient client = ModelPipeline.Create(Calls.Model(server) with { Parameters = ModelParameters.Parse(parameters) }, Calls.Options());

        Assert.Equal("""{"best": "a"}""", (await client.AskAsync("q")).Text);
    }

    [Fact]
    public async Task A_content_filter_is_an_answer_without_text()
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Faults = FaultPlan.Always(Fault.ContentFilter) });
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options());

        StoredResponse stored = (await client.AskAsync("q")).Call().Response;

        Assert.Equal(("", true), (stored.Text, stored.IsFiltered));
    }

    [Fact]
    public async Task Refusal_and_reasoning_are_kept_beside_the_text()
    {
        ModelReply reply = new("") { Refusal = "I cannot.", Reasoning = "Hm." };
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Reply = _ => reply });
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options());

        StoredResponse stored = (await client.AskAsync("q")).Call().Response;

        Assert.Equal(("", "I cannot.", "Hm."), (stored.Text, stored.Refusal, stored.Reasoning));
    }

    [Fact]
    public async Task Missing_log_probabilities_are_absent_and_not_empty()
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Faults = FaultPlan.Always(Fault.MissingLogProbabilities) });
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options());

        Assert.Null((await client.AskAsync("q", Calls.LogProbabilities(5))).Call().Response.LogProbabilities);
    }

    [Fact]
    public async Task An_answer_of_a_megabyte_arrives_whole()
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Faults = FaultPlan.Always(Fault.HugeAnswer) });
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options());

        Assert.Equal(1 << 20, (await client.AskAsync("q")).Text.Length);
    }

    [Fact]
    public async Task Usage_and_cost_are_those_of_the_endpoint()
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Reply = _ => new ModelReply(new string('a', 40)) });
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options());

        StoredResponse stored = (await client.AskAsync(new string('q', 80))).Call().Response;

        Assert.Equal(new TokenUsage(20, null, 10, null), stored.Usage);
        Assert.Equal((20 * 1 + 10 * 2) / 1_000_000m, stored.Cost);
    }

    [Fact]
    public async Task Lone_surrogates_go_out_and_come_in_as_replacement_characters()
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Reply = question => new ModelReply(question.Prompt) });
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options());

        Assert.Equal("a\uFFFDb 𝒳", (await client.AskAsync("a\uD800b 𝒳")).Text);
    }

    [Fact]
    public async Task Thinking_is_stripped_for_the_caller_and_kept_in_the_store()
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Reply = _ => new ModelReply("<think>M or m?</think>\n\nm") });
        MemoryStore store = new();
        using IChatClient client = ModelPipeline.Create(Calls.Model(server) with { StripThinking = true }, Calls.Options() with { Store = store });

        ChatResponse response = await client.AskAsync("q");

        Assert.Equal("m", response.Text);
        Assert.Equal("<think>M or m?</think>\n\nm", response.Call().Response.Text);
        Assert.Equal("<think>M or m?</think>\n\nm", Assert.Single(store.Responses).Value.Text);
    }

    [Fact]
    public async Task Headers_and_query_are_sent_with_the_values_of_variables_put_in()
    {
        await using ModelServer server = await ModelServer.StartAsync();
        ModelSpecification model = Calls.Model(server);
        model = model with { Headers = model.Headers.Add("api-key", "${TEST_MODEL_KEY}"), Query = model.Query.Add("api-version", "2024-10-21") };
        using IChatClient client = ModelPipeline.Create(model, Calls.Options(environment: static name => name == Calls.KeyVariable ? "secret-of-azure" : null));

        ChatResponse response = await client.AskAsync("q");

        ReceivedCall received = Assert.Single(server.Received);
        Assert.Equal("/v1/chat/completions?api-version=2024-10-21", received.PathAndQuery);
        Assert.Equal("secret-of-azure", received.Headers["api-key"]);
        Assert.EndsWith("/v1?api-version=2024-10-21", response.Call().Request.Endpoint);
    }

    [Fact]
    public async Task The_key_is_sent_as_a_bearer()
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Key = "sk-right" });
        ModelSpecification model = Calls.Model(server) with { ApiKeyVariable = Calls.KeyVariable };
        using IChatClient client = ModelPipeline.Create(model, Calls.Options(environment: static _ => "sk-right"));

        await client.AskAsync("q");

        Assert.Equal("Bearer sk-right", server.Received.Single().Headers["authorization"]);
    }

    [Fact]
    public async Task An_unset_key_variable_is_named_before_anything_is_sent()
    {
        await using ModelServer server = await ModelServer.StartAsync();
        ModelSpecification model = Calls.Model(server) with { ApiKeyVariable = Calls.KeyVariable };

        InputException error = Assert.Throws<InputException>(() => ModelPipeline.Create(model, Calls.Options()));

        Assert.StartsWith("The model \"judge\" needs the environment variable TEST_MODEL_KEY, which is not set; set it, ", error.Message);
    }

    [Fact]
    public async Task A_parameter_that_the_request_sets_itself_is_refused()
    {
        await using ModelServer server = await ModelServer.StartAsync();
        ModelSpecification model = Calls.Model(server) with { Parameters = ModelParameters.Parse("""{"stream": true}""") };
        using IChatClient client = ModelPipeline.Create(model, Calls.Options());

        InputException error = await Assert.ThrowsAsync<InputException>(() => client.AskAsync("q"));

        Assert.Contains("\"stream\"", error.Message);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task The_callers_options_are_not_changed()
    {
        await using ModelServer server = await ModelServer.StartAsync();
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options());
        ChatOptions options = Calls.LogProbabilities(3);

        await client.AskAsync("q", options);

        Assert.Equal(LogProbabilityRequest.PropertyName, Assert.Single(options.AdditionalProperties!).Key);
    }

    [Fact]
    public async Task A_stream_gives_the_whole_answer()
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Reply = _ => new ModelReply("all of it") });
        using IChatClient client = ModelPipeline.Create(Calls.Model(server), Calls.Options());

        List<ChatResponseUpdate> updates = [];
        await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, "q")])) updates.Add(update);

        Assert.Equal("all of it", string.Concat(updates.Select(static update => update.Text)));
    }
}
