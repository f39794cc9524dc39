using Assay.Core.Models;
using Assay.Models.Probing;
using Assay.Models.Tests.Support;
using Assay.TestServer;

namespace Assay.Models.Tests.Probing;

public sealed class ModelProbeTests
{
    [Fact]
    public async Task An_endpoint_that_supports_everything_is_found_to()
    {
        await using ModelServer server = await ModelServer.StartAsync();

        ModelCapabilities found = await ModelProbe.CheckAsync(Calls.Model(server), Calls.Options(), default);

        Assert.Equal([true, true, true, true], Supported(found));
        Assert.Equal((4, 2), (server.CallCount, found.TopAlternatives));
        Assert.True(found.Cost > 0);
    }

    [Fact]
    public async Task An_endpoint_that_supports_little_is_found_to()
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions
        {
            HasCompletions = false,
            Reply = _ => new ModelReply("yes"),
            Faults = new FaultPlan((_, call) => call == 0 ? Fault.None : Fault.MissingLogProbabilities),
        });

        ModelCapabilities found = await ModelProbe.CheckAsync(Calls.Model(server) with { Price = null }, Calls.Options(), default);

        Assert.Equal([true, false, false, false], Supported(found));
        Assert.Equal("the schema is accepted, but the answer is not JSON", found.JsonSchema.Reason);
        Assert.Null(found.Cost);
    }

    [Fact]
    public async Task Where_the_first_question_has_no_answer_no_other_is_asked()
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions { Key = "sk-right" });

        ModelCapabilities found = await ModelProbe.CheckAsync(Calls.Model(server), Calls.Options(), default);

        Assert.Equal((false, (bool?)null, 1), (found.Answers.IsSupported, found.Echo.IsSupported, server.CallCount));
        Assert.Contains("(401)", found.Answers.Reason);
    }

    [Fact]
    public async Task A_failure_says_nothing_about_what_is_supported()
    {
        await using ModelServer server = await ModelServer.StartAsync(new ModelServerOptions
        {
            Faults = new FaultPlan(static (prompt, _) => prompt.Contains("JSON", StringComparison.Ordinal) ? Fault.ServerError : Fault.None),
        });

        Assert.Null((await ModelProbe.CheckAsync(Calls.Model(server), Calls.Options(), default)).JsonSchema.IsSupported);
    }

    private static bool?[] Supported(ModelCapabilities found) =>
        [found.Answers.IsSupported, found.LogProbabilities.IsSupported, found.JsonSchema.IsSupported, found.Echo.IsSupported];
}
