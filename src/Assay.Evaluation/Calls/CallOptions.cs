using System.Text.Json;
using Assay.Core.Models;
using Assay.Core.Responses;
using Microsoft.Extensions.AI;

namespace Assay.Evaluation.Calls;

/// <summary>
/// A question as <see cref="ChatOptions"/>. Parameters every client knows go where every client looks for them, so that a program's own client hears them too;
/// the rest travels under <see cref="ModelParameters.PropertyName"/>.
/// </summary>
internal static class CallOptions
{
    /// <summary>The name under which the item (an <see cref="Core.Judging.ItemId"/>) travels to clients that answer by it. Not sent, and in no key.</summary>
    public const string ItemPropertyName = "assay.item";

    /// <summary>The question's messages.</summary>
    public static ChatMessage[] MessagesOf(Question question) => [.. question.Messages.Select(static message => new ChatMessage(new ChatRole(message.Role), message.Text))];

    /// <summary>Options of this call alone: decorators may change them.</summary>
    public static ChatOptions Of(Question question)
    {
        ChatOptions options = new() { AdditionalProperties = new() { [ModelRequest.RepeatPropertyName] = question.Repeat, [ItemPropertyName] = question.Item } };
        ModelParameters rest = ModelParameters.Empty;
        foreach ((string name, JsonElement value) in question.Parameters.Values)
        {
            if (!TrySet(options, name, value)) rest = rest.With(name, value);
        }
        if (rest.Values.Count > 0) options.AdditionalProperties[ModelParameters.PropertyName] = rest;
        if (question.LogProbabilities is { } asked) options.AdditionalProperties[LogProbabilityRequest.PropertyName] = asked;
        if (question.ResponseFormat is { } format)
            options.ResponseFormat = format.Schema is JsonElement schema ? ChatResponseFormat.ForJsonSchema(schema, format.Name) : ChatResponseFormat.Json;
        return options;
    }

    // max_completion_tokens is not among them: whoever writes that name means that name.
    private static bool TrySet(ChatOptions options, string name, JsonElement value)
    {
        switch (name)
        {
            case "temperature" when Single(value) is { } number:
                options.Temperature = number;
                return true;
            case "top_p" when Single(value) is { } number:
                options.TopP = number;
                return true;
            case "frequency_penalty" when Single(value) is { } number:
                options.FrequencyPenalty = number;
                return true;
            case "presence_penalty" when Single(value) is { } number:
                options.PresencePenalty = number;
                return true;
            case "max_tokens" when value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int tokens):
                options.MaxOutputTokens = tokens;
                return true;
            case "seed" when value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long seed):
                options.Seed = seed;
                return true;
            case "stop" when value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(static stop => stop.ValueKind == JsonValueKind.String):
                options.StopSequences = [.. value.EnumerateArray().Select(static stop => stop.GetString()!)];
                return options.StopSequences.Count > 0;
            default:
                return false;
        }
    }

    // Only where the shortest float reads back as the same double, so that nothing is rounded on the way.
    private static float? Single(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetSingle(out float single)
        && JsonSerializer.SerializeToElement(single).GetDouble() == value.GetDouble()
            ? single
            : null;
}
