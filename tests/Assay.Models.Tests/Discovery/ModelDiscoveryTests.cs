using Assay.Core.Errors;
using Assay.Models.Discovery;
using Assay.TestServer;

namespace Assay.Models.Tests.Discovery;

public sealed class ModelDiscoveryTests
{
    [Fact]
    public async Task The_key_of_OpenAI_is_found_first()
    {
        DiscoveredModel found = await Discovery(static name => name == "OPENAI_API_KEY" ? "sk-x" : null, new() { [8000] = ["llama"] }).FindAsync(null, default);

        Assert.Equal(("https://api.openai.com/v1", "OPENAI_API_KEY"), (found.Model.Endpoint.AbsoluteUri, found.Model.ApiKeyVariable));
        Assert.Equal("the environment variable OPENAI_API_KEY", found.FoundBy);
    }

    [Fact]
    public async Task The_first_server_that_answers_is_taken_with_its_first_model()
    {
        DiscoveredModel found = await Discovery(static _ => null, new() { [8080] = [], [8000] = ["llama", "qwen"] }).FindAsync(null, default);

        Assert.Equal(("llama", "vLLM on port 8000 of this machine"), (found.Model.Model, found.FoundBy));
    }

    [Fact]
    public async Task A_model_that_is_named_is_looked_for()
    {
        DiscoveredModel found = await Discovery(static _ => null, new() { [11434] = ["llama"], [8000] = ["qwen"] }).FindAsync("qwen", default);

        Assert.Equal("http://127.0.0.1:8000/v1", found.Model.Endpoint.AbsoluteUri);
    }

    [Fact]
    public async Task A_model_that_no_server_has_brings_up_the_nearest()
    {
        ModelDiscovery discovery = Discovery(static _ => null, new() { [8000] = ["qwen", "llama"] });

        InputException error = await Assert.ThrowsAsync<InputException>(() => discovery.FindAsync("lama", default));

        Assert.Contains("the nearest is \"llama\"", error.Message);
    }

    [Fact]
    public async Task Where_nothing_is_found_the_three_ways_to_go_on_are_said()
    {
        InputException error = await Assert.ThrowsAsync<InputException>(() => Discovery(static _ => null, []).FindAsync(null, default));

        Assert.All(["assay.yaml", "OPENAI_API_KEY", "--judge longest", "Ollama on port 11434"], way => Assert.Contains(way, error.Message));
    }

    [Fact]
    public async Task A_server_lists_its_models_over_the_wire()
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Models = ["one", "two"] });

        Assert.Equal(["one", "two"], await new HttpModelListing(TimeProvider.System).ListAsync(server.Endpoint, default));
    }

    [Fact]
    public async Task A_server_of_something_else_is_none()
    {
        await using ModelServer server = await ModelServer.StartAsync();

        Assert.Null(await new HttpModelListing(TimeProvider.System).ListAsync(new Uri(server.Endpoint, "/elsewhere"), default));
    }

    private static ModelDiscovery Discovery(Func<string, string?> environment, Dictionary<int, string[]> servers) =>
        new(environment, new Listing(servers), LocalServer.Usual);

    private sealed class Listing(Dictionary<int, string[]> servers) : IModelListing
    {
        public Task<IReadOnlyList<string>?> ListAsync(Uri endpoint, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<string>?>(servers.GetValueOrDefault(endpoint.Port));
    }
}
