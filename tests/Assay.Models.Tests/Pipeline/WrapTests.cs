using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Models.Pipeline;
using Assay.Models.Tests.Support;
using Microsoft.Extensions.AI;

namespace Assay.Models.Tests.Pipeline;

public sealed class WrapTests
{
    private static readonly ModelSpecification Model = new()
    {
        Name = "mine",
        Endpoint = new Uri("http://127.0.0.1/v1"),
        Model = "my-model",
        Parameters = ModelParameters.Parse("""{"temperature": 0.5, "max_tokens": 7, "stop": ["\n"], "min_p": 0.1}"""),
    };

    [Fact]
    public async Task A_client_of_somebody_else_gets_the_request_in_typed_options()
    {
        ScriptedClient theirs = new(static (_, _) => "fine");
        using IChatClient client = ModelPipeline.Wrap(theirs, Model, Calls.Options());

        await client.AskAsync("q", Calls.With(ModelRequest.RepeatPropertyName, 3));

        ChatOptions options = Assert.Single(theirs.Received).Options!;
        Assert.Equal((0.5f, 7, "my-model"), (options.Temperature, options.MaxOutputTokens, options.ModelId));
        Assert.Equal(["\n"], options.StopSequences);
        Assert.Equal("min_p", Assert.Single(options.AdditionalProperties!).Key);
    }

    [Fact]
    public async Task Its_answers_are_stored_like_any_other()
    {
        ScriptedClient theirs = new(static (prompt, call) => $"{prompt} {call}");
        using IChatClient client = ModelPipeline.Wrap(theirs, Model, Calls.Options() with { Store = new MemoryStore() });

        await client.AskAsync("q");

        Assert.Equal("q 0", (await client.AskAsync("q")).Text);
        Assert.Single(theirs.Received);
    }

    [Fact]
    public async Task Log_probabilities_that_it_knows_of_come_through()
    {
        TokenLogProbabilities tokens = new([new TokenLogProbability("m", -0.5, [])]);
        ScriptedClient theirs = new((_, _, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "m"))
        {
            AdditionalProperties = new AdditionalPropertiesDictionary { [TokenLogProbabilities.PropertyName] = tokens },
        }));
        using IChatClient client = ModelPipeline.Wrap(theirs, Model, Calls.Options());

        ChatResponse response = await client.AskAsync("q", Calls.LogProbabilities(2));

        Assert.Same(tokens, response.Call().Response.LogProbabilities);
        Assert.IsType<LogProbabilityRequest>(theirs.Received.Single().Options!.AdditionalProperties![LogProbabilityRequest.PropertyName]);
    }
}
