namespace Assay.Core.Responses;

/// <summary>Keeps answers by the key of their request, for as many runs as share it. Safe for several calls at once.</summary>
public interface IResponseStore
{
    /// <summary>The answer with this key, in constant time; null where there is none.</summary>
    ValueTask<StoredResponse?> FindAsync(ResponseKey key, CancellationToken cancellation);

    /// <summary>Keeps an answer. When this returns, the answer survives the end of the process. A key that is there already keeps its first answer.</summary>
    ValueTask AddAsync(StoredResponse response, CancellationToken cancellation);

    /// <summary>
    /// 32 random bytes, made when first asked for and the same ever after: the secret under which outputs are fenced. Kept here because prompts, and so
    /// keys, depend on it.
    /// </summary>
    ValueTask<ReadOnlyMemory<byte>> GetFenceSecretAsync(CancellationToken cancellation);
}
