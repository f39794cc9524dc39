using System.ClientModel.Primitives;
using Assay.Models.Secrets;

namespace Assay.Models.OpenAi;

/// <summary>
/// Puts key, headers and query on a request at the last moment. The OpenAI package is never given the key, so that no text of its own can repeat it.
/// </summary>
internal sealed class HeaderPolicy(EndpointSecrets secrets) : PipelinePolicy
{
    /// <inheritdoc/>
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Apply(message.Request);
        ProcessNext(message, pipeline, currentIndex);
    }

    /// <inheritdoc/>
    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Apply(message.Request);
        return ProcessNextAsync(message, pipeline, currentIndex);
    }

    private void Apply(PipelineRequest request)
    {
        if (secrets.Key is { } key) request.Headers.Set("Authorization", $"Bearer {key}");
        else request.Headers.Remove("Authorization");
        foreach ((string name, string value) in secrets.Headers) request.Headers.Set(name, value);
        if (secrets.Query.Count == 0 || request.Uri is not { } address) return;
        UriBuilder builder = new(address);
        string added = string.Join('&', secrets.Query.Select(static pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        builder.Query = builder.Query.Length <= 1 ? added : $"{builder.Query[1..]}&{added}";
        request.Uri = builder.Uri;
    }
}
