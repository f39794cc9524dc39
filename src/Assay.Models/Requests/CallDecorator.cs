using Microsoft.Extensions.AI;

namespace Assay.Models.Requests;

/// <summary>
/// One concern of a call. Streams are made of the whole answer: an answer that is measured is stored whole, so there is nothing to show earlier.
/// </summary>
internal abstract class CallDecorator(IChatClient inner) : DelegatingChatClient(inner)
{
    /// <inheritdoc/>
    public abstract override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public sealed override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        WholeAnswer.AsStream(GetResponseAsync, messages, options, cancellationToken);
}
