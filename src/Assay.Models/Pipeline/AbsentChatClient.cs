using Assay.Core.Models;
using Assay.Models.Requests;
using Microsoft.Extensions.AI;

namespace Assay.Models.Pipeline;

/// <summary>Stands where the wire would be when nobody is to be asked; the store answers or throws before it.</summary>
internal sealed class AbsentChatClient(ModelSpecification model) : IChatClient
{
    /// <inheritdoc/>
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new InvalidOperationException($"{model.Name} is offline and was asked.");

    /// <inheritdoc/>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        WholeAnswer.AsStream(GetResponseAsync, messages, options, cancellationToken);

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("openai", model.Endpoint, model.Model) : null;

    /// <inheritdoc/>
    public void Dispose() { }
}
