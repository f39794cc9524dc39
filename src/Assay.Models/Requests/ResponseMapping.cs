using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Core.Texts;
using Microsoft.Extensions.AI;

namespace Assay.Models.Requests;

/// <summary>An answer as <see cref="ChatResponse"/> and as <see cref="StoredResponse"/>; what goes there comes back.</summary>
internal static class ResponseMapping
{
    /// <summary>The code by which refusals travel as <see cref="ErrorContent"/>, as in other adapters.</summary>
    public const string RefusalCode = "Refusal";

    /// <summary>The answer of any client, to be stored under this key.</summary>
    public static StoredResponse ToStored(ChatResponse response, ResponseKey key)
    {
        AIContent[] contents = [.. response.Messages.SelectMany(static message => message.Contents)];
        string reasoning = string.Concat(contents.OfType<TextReasoningContent>().Select(static content => content.Text));
        return new StoredResponse
        {
            Key = key,
            Text = WellFormedText.Of(response.Text, out int replaced),
            ReplacedSurrogates = replaced,
            FinishReason = response.FinishReason?.Value,
            Refusal = contents.OfType<ErrorContent>().FirstOrDefault(static error => error.ErrorCode == RefusalCode)?.Message,
            Reasoning = reasoning.Length == 0 ? null : reasoning,
            LogProbabilities = response.LogProbabilities(),
            Usage = Usage(response.Usage),
            AnsweredBy = response.ModelId,
        };
    }

    /// <summary>The same answer, to be handed to a caller.</summary>
    public static ChatResponse ToChat(AnsweredCall call)
    {
        StoredResponse stored = call.Response;
        List<AIContent> contents = [];
        if (stored.Reasoning is { } reasoning) contents.Add(new TextReasoningContent(reasoning));
        contents.Add(new TextContent(stored.Text));
        if (stored.Refusal is { } refusal) contents.Add(new ErrorContent(refusal) { ErrorCode = RefusalCode });
        ChatResponse response = new(new ChatMessage(ChatRole.Assistant, contents))
        {
            FinishReason = stored.FinishReason is { Length: > 0 } reason ? new ChatFinishReason(reason) : null,
            ModelId = stored.AnsweredBy,
            Usage = stored.Usage == TokenUsage.Unknown ? null : new UsageDetails
            {
                InputTokenCount = stored.Usage.Input,
                CachedInputTokenCount = stored.Usage.CachedInput,
                OutputTokenCount = stored.Usage.Output,
                ReasoningTokenCount = stored.Usage.Reasoning,
                TotalTokenCount = stored.Usage.Total,
            },
        };
        response.With(call);
        if (stored.LogProbabilities is { } tokens) response.AdditionalProperties![TokenLogProbabilities.PropertyName] = tokens;
        return response;
    }

    private static TokenUsage Usage(UsageDetails? usage) => usage is null
        ? TokenUsage.Unknown
        : new TokenUsage(usage.InputTokenCount, usage.CachedInputTokenCount, usage.OutputTokenCount, usage.ReasoningTokenCount);
}
