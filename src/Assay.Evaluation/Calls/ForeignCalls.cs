using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Core.Texts;
using Microsoft.Extensions.AI;

namespace Assay.Evaluation.Calls;

/// <summary>Describes calls of clients that are not ours and tell nothing about them but the answer.</summary>
internal static class ForeignCalls
{
    /// <summary>The request, as far as it can be known: the client's own parameters cannot.</summary>
    public static ModelRequest RequestOf(Question question, IChatClient client)
    {
        ChatClientMetadata? metadata = client.GetService(typeof(ChatClientMetadata)) as ChatClientMetadata;
        return new ModelRequest
        {
            Endpoint = metadata?.ProviderUri?.AbsoluteUri.TrimEnd('/') ?? metadata?.ProviderName ?? "unknown",
            Model = metadata?.DefaultModelId ?? question.Model,
            Kind = ModelKind.Chat,
            Parameters = question.Parameters,
            Messages = question.Messages,
            ResponseFormat = question.ResponseFormat,
            LogProbabilities = question.LogProbabilities,
            Repeat = question.Repeat,
        };
    }

    /// <summary>The call and its answer; its cost is unknown.</summary>
    public static AnsweredCall AnsweredCallOf(ModelRequest request, ChatResponse response, TimeSpan latency) =>
        new(request, ResponseOf(response, ResponseKey.Of(request), latency), IsFromStore: false);

    private static StoredResponse ResponseOf(ChatResponse response, ResponseKey key, TimeSpan latency)
    {
        AIContent[] contents = [.. response.Messages.SelectMany(static message => message.Contents)];
        string reasoning = string.Concat(contents.OfType<TextReasoningContent>().Select(static content => content.Text));
        return new StoredResponse
        {
            Key = key,
            Text = WellFormedText.Of(response.Text, out int replaced),
            ReplacedSurrogates = replaced,
            FinishReason = response.FinishReason?.Value,
            Refusal = contents.OfType<ErrorContent>()
                .FirstOrDefault(static error => string.Equals(error.ErrorCode, "Refusal", StringComparison.Ordinal))?.Message,
            Reasoning = reasoning.Length == 0 ? null : reasoning,
            LogProbabilities = response.AdditionalProperties?.TryGetValue(TokenLogProbabilities.PropertyName, out TokenLogProbabilities? tokens) == true
                ? tokens
                : null,
            Usage = response.Usage is { } usage
                ? new TokenUsage(usage.InputTokenCount, usage.CachedInputTokenCount, usage.OutputTokenCount, usage.ReasoningTokenCount)
                : TokenUsage.Unknown,
            AnsweredBy = response.ModelId,
            Latency = latency,
        };
    }
}
