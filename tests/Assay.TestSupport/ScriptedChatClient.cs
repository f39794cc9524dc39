using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Assay.Core.Responses;
using Microsoft.Extensions.AI;

namespace Assay.TestSupport;

/// <summary>
/// A model that says what a test tells it to: an answer or an exception, from what it is asked alone, so that the order of calls does not matter.
/// Counts what it answered.
/// </summary>
/// <param name="script">The answer to a call; may throw.</param>
/// <param name="name">The model's name in its metadata.</param>
public sealed class ScriptedChatClient(Func<ScriptedCall, CancellationToken, Task<ChatResponse>> script, string name = "scripted") : IChatClient
{
    private readonly ConcurrentQueue<ScriptedCall> _asked = new();
    private readonly ConcurrentQueue<ScriptedCall> _answered = new();

    /// <param name="script">The text of the answer to a call; may throw.</param>
    public ScriptedChatClient(Func<ScriptedCall, string> script) : this((call, _) => Task.FromResult(Text(script(call)))) { }

    /// <summary>Every call, in the order in which they came.</summary>
    public IReadOnlyCollection<ScriptedCall> Asked => _asked;

    /// <summary>The calls that were answered.</summary>
    public IReadOnlyCollection<ScriptedCall> Answered => _answered;

    /// <summary>An answer of this text.</summary>
    public static ChatResponse Text(string text) => new(new ChatMessage(ChatRole.Assistant, text)) { FinishReason = ChatFinishReason.Stop };

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        int repeat = options?.AdditionalProperties?.TryGetValue(ModelRequest.RepeatPropertyName, out int number) == true ? number : 0;
        ScriptedCall call = new(string.Join("\n", messages.Select(static message => message.Text)), repeat, options ?? new ChatOptions());
        _asked.Enqueue(call);
        ChatResponse response = await script(call, cancellationToken).ConfigureAwait(false);
        _answered.Enqueue(call);
        return response;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ChatResponse response = await GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        foreach (ChatResponseUpdate update in response.ToChatResponseUpdates()) yield return update;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("scripted", null, name) : serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose() { }
}

/// <summary>A call of a <see cref="ScriptedChatClient"/>.</summary>
/// <param name="Prompt">The messages' texts, a line break between them.</param>
/// <param name="Repeat">The key's repeat number.</param>
/// <param name="Options">The options as they came.</param>
public sealed record ScriptedCall(string Prompt, int Repeat, ChatOptions Options);
