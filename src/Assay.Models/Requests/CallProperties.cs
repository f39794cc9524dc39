using Assay.Core.Responses;
using Microsoft.Extensions.AI;

namespace Assay.Models.Requests;

/// <summary>Reads and writes what the decorators tell one another through <c>AdditionalProperties</c>.</summary>
internal static class CallProperties
{
    private const string PreparedName = "assay.prepared";

    /// <summary>The request that the outermost decorator made of this call.</summary>
    /// <exception cref="InvalidOperationException">A decorator was used outside the pipeline.</exception>
    public static PreparedRequest Prepared(this ChatOptions? options) =>
        options?.AdditionalProperties?.TryGetValue(PreparedName, out PreparedRequest? prepared) == true && prepared is not null
            ? prepared
            : throw new InvalidOperationException("The call carries no request: decorators of calls belong inside a ModelPipeline.");

    /// <summary>A copy of the caller's options that carries the request; theirs are not touched.</summary>
    public static ChatOptions With(this ChatOptions? options, PreparedRequest prepared)
    {
        ChatOptions own = options?.Clone() ?? new ChatOptions();
        own.AdditionalProperties = own.AdditionalProperties is { } properties ? new AdditionalPropertiesDictionary(properties) : [];
        own.AdditionalProperties[PreparedName] = prepared;
        return own;
    }

    /// <summary>What an inner decorator told about the answer.</summary>
    /// <exception cref="InvalidOperationException">Nothing was told.</exception>
    public static AnsweredCall Answered(this ChatResponse response) =>
        response.AdditionalProperties?.TryGetValue(AnsweredCall.PropertyName, out AnsweredCall? call) == true && call is not null
            ? call
            : throw new InvalidOperationException("The answer does not tell how it came: metering belongs inside the pipeline.");

    /// <summary>The log-probabilities that came with an answer; null where none did.</summary>
    public static TokenLogProbabilities? LogProbabilities(this ChatResponse response) =>
        response.AdditionalProperties?.TryGetValue(TokenLogProbabilities.PropertyName, out TokenLogProbabilities? tokens) == true ? tokens : null;

    /// <summary>Tells about the answer, in place of what was told before.</summary>
    public static ChatResponse With(this ChatResponse response, AnsweredCall call)
    {
        response.AdditionalProperties ??= [];
        response.AdditionalProperties[AnsweredCall.PropertyName] = call;
        return response;
    }
}
