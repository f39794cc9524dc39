using Microsoft.Extensions.AI;

namespace Assay.Models.Tests.Support;

/// <summary>A client whose answers a test writes. Remembers what it was given.</summary>
internal sealed class ScriptedClient(Func<string, int, CancellationToken, Task<ChatResponse>> answer) : IChatClient
{
    private readonly Lock _state = new();

    public ScriptedClient(Func<string, int, string> answer)
        : this((prompt, call, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, answer(prompt, call)))))
    {
    }

    public List<(string Prompt, ChatOptions? Options)> Received { get; } = [];

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        string prompt = string.Join('\n', messages.Select(static message => message.Text));
        int call;
        lock (_state)
        {
            call = Received.Count;
            Received.Add((prompt, options));
        }
        return answer(prompt, call, cancellationToken);
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() { }
}
