using Assay.Core.Models;
using Assay.Models.Pipeline;
using Assay.Models.Secrets;
using Assay.Models.Tests.Support;
using Assay.TestServer;
using Microsoft.Extensions.AI;

namespace Assay.Models.Tests.Secrets;

public sealed class SecretTests
{
    private const string Key = "tok.3f9a77c1e2b04d58";

    [Fact]
    public async Task A_server_that_repeats_the_key_cannot_bring_it_into_an_error()
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Faults = FaultPlan.Always(Fault.EchoKey) });
        ModelSpecification model = Calls.Model(server) with { ApiKeyVariable = Calls.KeyVariable };
        using IChatClient client = ModelPipeline.Create(model, Calls.Options(environment: static _ => Key));

        ModelCallException error = await Assert.ThrowsAsync<ModelCallException>(() => client.AskAsync("q"));

        Assert.DoesNotContain(Key[..8], error.ToString());
        Assert.Contains("[redacted]", error.Message);
        Assert.Contains(Calls.KeyVariable, error.Message);
    }

    [Fact]
    public async Task A_model_that_repeats_the_key_cannot_bring_it_into_the_store()
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Reply = _ => new ModelReply($"Your key is {Key}, isn't it?") });
        ModelSpecification model = Calls.Model(server) with { ApiKeyVariable = Calls.KeyVariable };
        MemoryStore store = new();
        using IChatClient client = ModelPipeline.Create(model, Calls.Options(environment: static _ => Key) with { Store = store });

        Assert.Equal("Your key is [redacted], isn't it?", (await client.AskAsync("q")).Text);
        Assert.DoesNotContain(Key, Assert.Single(store.Responses).Value.ToString());
    }

    [Theory]
    [InlineData("Incorrect API key provided: sk-proj-********************ab12.", "Incorrect API key provided: [redacted].")]
    [InlineData("you sent Authorization: Bearer abc.def", "you sent Authorization: Bearer [redacted]")]
    [InlineData("nothing to see", "nothing to see")]
    [InlineData("the task-bar is not a key", "the task-bar is not a key")]
    public void What_looks_like_a_key_goes_from_errors_whosever_it_is(string text, string clean) =>
        Assert.Equal(clean.TrimEnd('.'), new SecretText([]).RemoveFromError(text).TrimEnd('.'));

    [Theory]
    [InlineData("tok.3f9a77c1", "[redacted]")]
    [InlineData("ends in c1e2b04d58!", "ends in [redacted]!")]
    [InlineData("tok.3f9", "tok.3f9")]
    public void Parts_of_a_key_of_eight_characters_go_too(string text, string clean) => Assert.Equal(clean, new SecretText([Key]).RemoveFromError(text));

    [Fact]
    public void An_answer_is_the_same_memory_where_no_secret_is_in_it()
    {
        ReadOnlyMemory<byte> body = "plain"u8.ToArray();

        Assert.Equal(body, new SecretText([Key]).RemoveWhole(body));
    }
}
