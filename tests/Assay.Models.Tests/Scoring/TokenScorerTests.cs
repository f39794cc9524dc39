using System.Text.Json.Nodes;
using Assay.Core.Models;
using Assay.Models.Pipeline;
using Assay.Models.Scoring;
using Assay.Models.Tests.Support;
using Assay.TestServer;
using Microsoft.Extensions.AI;

namespace Assay.Models.Tests.Scoring;

public sealed class TokenScorerTests
{
    [Fact]
    public async Task The_tokens_of_a_text_are_scored_by_echo()
    {
        await using ModelServer server = await ModelServer.StartAsync();
        ModelSpecification model = Calls.Model(server, ModelKind.Completions);
        using IChatClient client = ModelPipeline.Create(model, Calls.Options());

        ScoredText scored = await new CompletionsTokenScorer(model, client).ScoreAsync("𝒳 is blue", default);

        Assert.Equal(["𝒳", " is", " blue"], scored.Tokens.Select(static token => token.Text));
        Assert.Equal([0, 1, 4], scored.Tokens.Select(static token => token.Offset));
        Assert.Null(scored.Tokens[0].LogProbability);
        Assert.All(scored.Tokens.Skip(1), static token => Assert.InRange(token.LogProbability!.Value, -10, 0));
        ReceivedCall received = Assert.Single(server.Received);
        JsonNode expected = JsonNode.Parse("""
            {"model": "test-model", "prompt": "𝒳 is blue", "logprobs": 1, "echo": true, "max_tokens": 0, "temperature": 0}
            """)!;
        Assert.Equal("/v1/completions", received.PathAndQuery);
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(received.Body)), received.Body);
    }

    [Fact]
    public async Task A_token_that_the_endpoint_adds_is_left_out()
    {
        ScoredText scored = await ScoreAsync("a b", new ModelReply("a b!") { Tokens = [Token("a", null), Token(" b", -1), Token("!", -2)] });

        Assert.Equal(["a", " b"], scored.Tokens.Select(static token => token.Text));
        Assert.Equal(-1, scored.TotalLogProbability);
    }

    [Fact]
    public async Task A_mark_of_the_beginning_is_left_out()
    {
        ScoredText scored = await ScoreAsync("a b", new ModelReply("a b") { Tokens = [Token("<s>", null), Token("a", -3), Token(" b", -1)] });

        Assert.Equal([("a", (double?)-3), (" b", -1)], scored.Tokens.Select(static token => (token.Text, token.LogProbability)));
    }

    [Fact]
    public async Task Tokens_that_are_parts_of_characters_are_scored_without_places()
    {
        ScoredText scored = await ScoreAsync("日", new ModelReply("日") { Tokens = [Token("bytes:\\xe6\\x97", null), Token("bytes:\\xa5", -1)] });

        Assert.Equal([null, null], scored.Tokens.Select(static token => token.Offset));
    }

    [Fact]
    public async Task An_endpoint_that_does_not_echo_is_said_to_be_one()
    {
        ModelCallException error = await Assert.ThrowsAsync<ModelCallException>(() => ScoreAsync("a b", new ModelReply(" c") { Tokens = [Token(" c", -1)] }));

        Assert.Contains("it does not repeat the text (echo)", error.Message);
    }

    [Fact]
    public async Task A_plain_completion_answers_like_a_chat()
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Reply = _ => new ModelReply(" and so on") });
        using IChatClient client = ModelPipeline.Create(Calls.Model(server, ModelKind.Completions), Calls.Options());

        Assert.Equal(" and so on", (await client.AskAsync("Once")).Text);
        Assert.Equal("Once", (string)JsonNode.Parse(server.Received.Single().Body)!["prompt"]!);
    }

    private static async Task<ScoredText> ScoreAsync(string text, ModelReply reply)
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Reply = _ => reply });
        ModelSpecification model = Calls.Model(server, ModelKind.Completions);
        using IChatClient client = ModelPipeline.Create(model, Calls.Options());
        return await new CompletionsTokenScorer(model, client).ScoreAsync(text, default);
    }

    private static ReplyToken Token(string text, double? logProbability) => new(text, logProbability, []);
}
