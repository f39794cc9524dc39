using Assay.Core.Judging;
using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Core.Scenarios;
using Assay.Evaluation.Calls;
using Microsoft.Extensions.AI;

namespace Assay.Evaluation.Benchmarks;

/// <summary>A model that answers with what somebody recorded. Nothing is sent and nothing paid.</summary>
/// <param name="name">The model's name in the run.</param>
/// <param name="completions">The completion of every item it can answer.</param>
internal sealed class RecordedChatClient(string name, IReadOnlyDictionary<ItemId, RecordedCompletion> completions) : IChatClient
{
    /// <summary>The endpoint under which its calls are logged.</summary>
    public const string Endpoint = "recorded";

    /// <inheritdoc/>
    /// <exception cref="ModelCallException">There is no completion for the item.</exception>
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        object? item = null;
        if (options?.AdditionalProperties?.TryGetValue(CallOptions.ItemPropertyName, out item) != true || item is not ItemId id
            || !completions.TryGetValue(id, out RecordedCompletion? recorded))
        {
            throw new ModelCallException(ModelFailure.UnexpectedAnswer, $"There is no recorded completion of {name} for this instance.");
        }
        object? repeat = null;
        options.AdditionalProperties.TryGetValue(ModelRequest.RepeatPropertyName, out repeat);
        ModelRequest request = new()
        {
            Endpoint = Endpoint,
            Model = name,
            Kind = ModelKind.Completions,
            Parameters = ModelParameters.Empty,
            // What the model was shown, where the file tells; it may have had other examples than the scenario's.
            Messages = recorded.Prompt is { } prompt
                ? [new PromptMessage("user", prompt)]
                : [.. messages.Select(static message => new PromptMessage(message.Role.Value, message.Text))],
            Repeat = repeat as int? ?? 0,
        };
        AnsweredCall call = new(request, new StoredResponse { Key = ResponseKey.Of(request), Text = recorded.Text }, IsFromStore: true);
        ChatResponse response = new(new ChatMessage(ChatRole.Assistant, recorded.Text))
        {
            AdditionalProperties = new AdditionalPropertiesDictionary { [AnsweredCall.PropertyName] = call },
        };
        return Task.FromResult(response);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("A recorded model answers whole.");

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(IChatClient) ? this : null;

    /// <inheritdoc/>
    public void Dispose() { }
}
