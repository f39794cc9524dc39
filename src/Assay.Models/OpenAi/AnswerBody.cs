using System.Text.Json;
using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Models.Requests;
using Microsoft.Extensions.AI;

namespace Assay.Models.OpenAi;

/// <summary>
/// Reads an answer as it stands in the JSON: numbers as doubles, a finish reason nobody has heard of as text, what is absent as absent. Only what
/// makes an answer an answer is demanded: an object with a first choice.
/// </summary>
internal static class AnswerBody
{
    private const double LargestExactInteger = 9007199254740992;

    /// <summary>The first choice of an answer.</summary>
    /// <exception cref="FormatException">The JSON is no answer of this kind; says what is missing.</exception>
    public static ChatResponse Read(JsonElement root, ModelKind kind)
    {
        if (root.ValueKind != JsonValueKind.Object) throw new FormatException("the answer is not a JSON object");
        if (!root.TryGetProperty("choices", out JsonElement choices) || choices.ValueKind != JsonValueKind.Array)
            throw new FormatException("the answer has no \"choices\"");
        if (choices.GetArrayLength() == 0) throw new FormatException("the answer's \"choices\" are empty");
        JsonElement choice = choices[0];
        if (choice.ValueKind != JsonValueKind.Object) throw new FormatException("the answer's first choice is not an object");
        ChatResponse response = new(new ChatMessage(ChatRole.Assistant, kind == ModelKind.Chat ? Message(choice) : Completion(choice)))
        {
            FinishReason = Text(choice, "finish_reason") is { Length: > 0 } reason ? new ChatFinishReason(reason) : null,
            ModelId = Text(root, "model"),
            ResponseId = Text(root, "id"),
            Usage = Usage(root),
        };
        if (LogProbabilityBody.Read(choice) is { } tokens) (response.AdditionalProperties ??= [])[TokenLogProbabilities.PropertyName] = tokens;
        return response;
    }

    private static List<AIContent> Message(JsonElement choice)
    {
        if (!choice.TryGetProperty("message", out JsonElement message) || message.ValueKind != JsonValueKind.Object)
            throw new FormatException("the answer's first choice has no \"message\"");
        List<AIContent> contents = [];
        if ((Text(message, "reasoning_content") ?? Text(message, "reasoning")) is { Length: > 0 } reasoning) contents.Add(new TextReasoningContent(reasoning));
        contents.Add(new TextContent(Content(message)));
        if (Text(message, "refusal") is { Length: > 0 } refusal) contents.Add(new ErrorContent(refusal) { ErrorCode = ResponseMapping.RefusalCode });
        return contents;
    }

    // null where the model said nothing or called a function, and parts where an endpoint answers as it lets itself be asked.
    private static string Content(JsonElement message)
    {
        if (!message.TryGetProperty("content", out JsonElement content) || content.ValueKind == JsonValueKind.Null) return CallArguments(message);
        return content.ValueKind switch
        {
            JsonValueKind.String => JsonTexts.ReadAsWritten(content) is { Length: > 0 } text ? text : CallArguments(message),
            JsonValueKind.Array => string.Concat(content.EnumerateArray().Select(static part => Text(part, "text"))),
            _ => throw new FormatException("the answer's \"content\" is no text"),
        };
    }

    // A model that was told to call a function says what it has to say in the arguments, JSON as a text.
    private static string CallArguments(JsonElement message)
    {
        if (message.TryGetProperty("function_call", out JsonElement call)) return Text(call, "arguments") ?? "";
        return message.TryGetProperty("tool_calls", out JsonElement calls) && calls.ValueKind == JsonValueKind.Array && calls.GetArrayLength() == 1
            && calls[0].ValueKind == JsonValueKind.Object && calls[0].TryGetProperty("function", out JsonElement function)
            ? Text(function, "arguments") ?? ""
            : "";
    }

    private static List<AIContent> Completion(JsonElement choice) =>
        [new TextContent(Text(choice, "text") ?? throw new FormatException("the answer's first choice has no \"text\""))];

    private static UsageDetails? Usage(JsonElement root)
    {
        if (!root.TryGetProperty("usage", out JsonElement usage) || usage.ValueKind != JsonValueKind.Object) return null;
        return new UsageDetails
        {
            InputTokenCount = Count(usage, "prompt_tokens"),
            CachedInputTokenCount = Detail(usage, "prompt_tokens_details", "cached_tokens"),
            OutputTokenCount = Count(usage, "completion_tokens"),
            ReasoningTokenCount = Detail(usage, "completion_tokens_details", "reasoning_tokens"),
            TotalTokenCount = Count(usage, "total_tokens"),
        };
    }

    private static long? Detail(JsonElement usage, string group, string name) =>
        usage.TryGetProperty(group, out JsonElement details) && details.ValueKind == JsonValueKind.Object ? Count(details, name) : null;

    // Some endpoints write counts as 1083.0.
    private static long? Count(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number)
            && number is >= 0 and <= LargestExactInteger ? (long)number : null;

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? JsonTexts.Read(value)
            : null;
}
