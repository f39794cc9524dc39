using System.Collections.Concurrent;
using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Models.Requests;
using Microsoft.Extensions.AI;

namespace Assay.Models.Stored;

/// <summary>
/// Answers from the store what the store has, and stores what it has not. Calls with one key at one time are made once: the others wait for that answer.
/// Failures are not
/// stored and not shared: whoever waited for a call that failed asks again.
/// </summary>
internal sealed class StoredResponsesChatClient(IChatClient inner, ModelSpecification model, IResponseStore store, bool offline) : CallDecorator(inner)
{
    private readonly ConcurrentDictionary<ResponseKey, Task> _inFlight = new();

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        PreparedRequest prepared = options.Prepared();
        TaskCompletionSource mine = new(TaskCreationOptions.RunContinuationsAsynchronously);
        while (true)
        {
            Task holder = _inFlight.GetOrAdd(prepared.Key, mine.Task);
            if (holder == mine.Task) break;
            await holder.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        try
        {
            if (await store.FindAsync(prepared.Key, cancellationToken).ConfigureAwait(false) is { } found)
                return ResponseMapping.ToChat(new AnsweredCall(prepared.Request, found, IsFromStore: true));
            if (offline) throw NotStored(prepared.Key);
            ChatResponse response = await base.InnerClient.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
            // What was paid for is kept, also when the run is being stopped.
            await store.AddAsync(response.Answered().Response, CancellationToken.None).ConfigureAwait(false);
            return response;
        }
        finally
        {
            _inFlight.TryRemove(prepared.Key, out _);
            mine.SetResult();
        }
    }

    private NotStoredException NotStored(ResponseKey key) =>
        new($"An answer of {model.Name} is not stored, and --offline asks nobody; run without --offline to ask for it.", key);
}
