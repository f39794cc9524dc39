using System.Collections.Immutable;
using Assay.Core.Models;

namespace Assay.Core.Responses;

/// <summary>
/// Everything that decides a model's answer. What is sent is made from this and nothing else, and so is the response's key: two requests with the same key
/// are the same bytes on the wire, apart from headers.
/// </summary>
public sealed record ModelRequest
{
    /// <summary>The name under which the repeat number (an <see cref="int"/>) travels in <c>ChatOptions.AdditionalProperties</c>.</summary>
    public const string RepeatPropertyName = "assay.repeat";

    /// <summary>The endpoint's base address with its query (<c>${NAME}</c> not replaced): where it is asked.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The name the endpoint knows the model by.</summary>
    public required string Model { get; init; }

    /// <summary>Chat or plain completions.</summary>
    public required ModelKind Kind { get; init; }

    /// <summary>Every parameter: the model's own, with those of the judge and of the call over them.</summary>
    public required ModelParameters Parameters { get; init; }

    /// <summary>The whole prompt.</summary>
    public required ImmutableArray<PromptMessage> Messages { get; init; }

    /// <summary>The JSON the answer must be; null: free text.</summary>
    public ResponseFormat? ResponseFormat { get; init; }

    /// <summary>Log-probabilities asked for; null: none.</summary>
    public LogProbabilityRequest? LogProbabilities { get; init; }

    /// <summary>0 for the first answer to this prompt, 1 for the second, and so on: repeats are different answers to one prompt. Not sent.</summary>
    public int Repeat { get; init; }

    /// <summary>The parts of the key by name, each as canonical JSON: what <c>assay runs explain</c> compares.</summary>
    public IEnumerable<KeyValuePair<string, string>> Parts => ResponseKey.PartsOf(this);
}
