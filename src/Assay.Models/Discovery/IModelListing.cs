namespace Assay.Models.Discovery;

/// <summary>Asks an endpoint which models it has.</summary>
public interface IModelListing
{
    /// <summary>The names of its models, in its own order; null where nobody answers there as OpenAI would.</summary>
    Task<IReadOnlyList<string>?> ListAsync(Uri endpoint, CancellationToken cancellation);
}
