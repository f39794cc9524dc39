using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Models.Pipeline;
using Assay.Models.Retries;
using Assay.TestServer;
using Microsoft.Extensions.AI;

namespace Assay.Models.Tests.Support;

/// <summary>What most tests of calls begin with.</summary>
internal static class Calls
{
    public const string KeyVariable = "TEST_MODEL_KEY";

    public static ModelSpecification Model(ModelServer server, ModelKind kind = ModelKind.Chat) => new()
    {
        Name = "judge",
        Endpoint = server.Endpoint,
        Model = "test-model",
        Kind = kind,
        Parameters = ModelParameters.Parse("""{"max_tokens": 100}"""),
        Price = new ModelPrice(Input: 1, Output: 2),
    };

    public static ModelPipelineOptions Options(TimeProvider? time = null, Func<string, string?>? environment = null) => new()
    {
        Time = time ?? TimeProvider.System,
        Seed = 1,
        Environment = environment ?? (static _ => null),
        Retry = new RetryPolicy { MostAttempts = 1 },
    };

    public static Task<ChatResponse> AskAsync(this IChatClient client, string prompt, ChatOptions? options = null, CancellationToken cancellation = default) =>
        client.GetResponseAsync([new ChatMessage(ChatRole.User, prompt)], options, cancellation);

    public static ChatOptions With(string name, object value) => new() { AdditionalProperties = new AdditionalPropertiesDictionary { [name] = value } };

    public static ChatOptions LogProbabilities(int top) => With(LogProbabilityRequest.PropertyName, new LogProbabilityRequest(top));

    public static AnsweredCall Call(this ChatResponse response) => (AnsweredCall)response.AdditionalProperties![AnsweredCall.PropertyName]!;
}
