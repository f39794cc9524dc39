using Assay.Core.Responses;
using Assay.Core.Texts;
using Microsoft.Extensions.AI;

namespace Assay.Models.Requests;

/// <summary>Takes the model's thinking out of the text a caller sees; what is stored keeps it.</summary>
internal sealed class ThinkingChatClient(IChatClient inner) : CallDecorator(inner)
{
    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ChatResponse response = await base.InnerClient.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        AnsweredCall call = response.Answered();
        string answer = ThinkingText.Strip(call.Response.Text);
        if (answer.Length == call.Response.Text.Length) return response;
        AnsweredCall shown = call with { Response = call.Response with { Text = answer } };
        return ResponseMapping.ToChat(shown).With(call);
    }
}
