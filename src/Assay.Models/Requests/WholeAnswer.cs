using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Assay.Models.Requests;

/// <summary>Gives a whole answer as a stream, for callers that want one.</summary>
internal static class WholeAnswer
{
    public static async IAsyncEnumerable<ChatResponseUpdate> AsStream(
        Func<IEnumerable<ChatMessage>, ChatOptions?, CancellationToken, Task<ChatResponse>> ask,
        IEnumerable<ChatMessage> messages,
        ChatOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ChatResponse response = await ask(messages, options, cancellationToken).ConfigureAwait(false);
        foreach (ChatResponseUpdate update in response.ToChatResponseUpdates()) yield return update;
    }
}
