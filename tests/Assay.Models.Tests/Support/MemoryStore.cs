using System.Collections.Concurrent;
using Assay.Core.Responses;

namespace Assay.Models.Tests.Support;

/// <summary>A store that lives as long as a test.</summary>
internal sealed class MemoryStore : IResponseStore
{
    public ConcurrentDictionary<ResponseKey, StoredResponse> Responses { get; } = new();

    public ValueTask<StoredResponse?> FindAsync(ResponseKey key, CancellationToken cancellation) => ValueTask.FromResult(Responses.GetValueOrDefault(key));

    public ValueTask AddAsync(StoredResponse response, CancellationToken cancellation)
    {
        Responses.TryAdd(response.Key, response);
        return ValueTask.CompletedTask;
    }

    public ValueTask<ReadOnlyMemory<byte>> GetFenceSecretAsync(CancellationToken cancellation) => ValueTask.FromResult<ReadOnlyMemory<byte>>(new byte[32]);
}
