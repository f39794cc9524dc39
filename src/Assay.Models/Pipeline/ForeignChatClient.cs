using System.Text.Json;
using Assay.Core.Errors;
using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Models.Requests;
using Microsoft.Extensions.AI;

namespace Assay.Models.Pipeline;

/// <summary>
/// The border to a client of somebody else: hands over the whole request in the words of <see cref="ChatOptions"/>, and nothing of our own. Parameters that
/// have no typed word go to
/// <c>AdditionalProperties</c> by their names on the wire.
/// </summary>
internal sealed class ForeignChatClient(IChatClient inner, ModelSpecification model) : CallDecorator(inner)
{
    private static readonly HashSet<string> Ours =
        ["assay.prepared", ModelRequest.RepeatPropertyName, ModelParameters.PropertyName];

    /// <inheritdoc/>
    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ModelRequest request = options.Prepared().Request;
        ChatOptions theirs = options!.Clone();
        theirs.ModelId = options.ModelId ?? model.Model;
        theirs.AdditionalProperties = [];
        foreach ((string name, object? value) in options.AdditionalProperties!)
        {
            if (!Ours.Contains(name)) theirs.AdditionalProperties[name] = value;
        }
        foreach ((string name, JsonElement value) in request.Parameters.Values)
        {
            try
            {
                Set(theirs, name, value);
            }
            catch (Exception error) when (error is InvalidOperationException or FormatException)
            {
                throw new InputException($"The model \"{model.Name}\" has the parameter \"{name}\" of the wrong kind: {value.GetRawText()}.", error);
            }
        }
        return base.InnerClient.GetResponseAsync(messages, theirs, cancellationToken);
    }

    private static string Text(JsonElement value) => value.GetString() ?? throw new FormatException("null is no text");

    private static void Set(ChatOptions options, string name, JsonElement value)
    {
        switch (name)
        {
            case "temperature": options.Temperature = value.GetSingle(); break;
            case "top_p": options.TopP = value.GetSingle(); break;
            case "top_k": options.TopK = value.GetInt32(); break;
            case "max_tokens" or "max_completion_tokens": options.MaxOutputTokens = value.GetInt32(); break;
            case "frequency_penalty": options.FrequencyPenalty = value.GetSingle(); break;
            case "presence_penalty": options.PresencePenalty = value.GetSingle(); break;
            case "seed": options.Seed = value.GetInt64(); break;
            case "stop": options.StopSequences = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(Text)] : [Text(value)]; break;
            default: options.AdditionalProperties![name] = value; break;
        }
    }
}
