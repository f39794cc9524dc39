using Assay.Core.Models;
using Assay.Core.Responses;
using Microsoft.Extensions.AI;

namespace Assay.Models.Requests;

/// <summary>
/// Makes the request and its key, once, for the decorators inside. Nothing is sent that the key does not know. The caller's options are copied, because
/// decorators may
/// change them and calls run side by side.
/// </summary>
internal sealed class RequestChatClient(IChatClient inner, ModelSpecification model) : CallDecorator(inner)
{
    /// <inheritdoc/>
    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ChatMessage> prompt = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        ModelRequest request = RequestMapping.ToRequest(model, prompt, options);
        return base.InnerClient.GetResponseAsync(prompt, options.With(PreparedRequest.Of(request)), cancellationToken);
    }
}
