using System.Collections.Immutable;

namespace Assay.Core.Models;

/// <summary>
/// A language model: where it is and how it is asked. Holds names of environment variables, never a key, so that it can be written into a run folder.
/// </summary>
public sealed record ModelSpecification
{
    /// <summary>What the user calls it (the name in <c>assay.yaml</c>); names the generator or the judge in files.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The endpoint's base address, to which <c>/chat/completions</c> is appended: <c>https://api.openai.com/v1</c>. Absolute, http or https; a user name, a
    /// password or a query do not belong in it.
    /// </summary>
    /// <exception cref="ArgumentException">The address is none of that.</exception>
    public required Uri Endpoint
    {
        get;
        init => field = value is { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" }
            ? value
            : throw new ArgumentException("An endpoint must be an absolute http or https address without user name, password or query.", nameof(Endpoint));
    }

    /// <summary>The name the endpoint knows it by.</summary>
    public required string Model { get; init; }

    /// <summary>Chat or plain completions.</summary>
    public ModelKind Kind { get; init; }

    /// <summary>The environment variable that holds the key (<c>api_key_env</c>); null: the endpoint wants none.</summary>
    public string? ApiKeyVariable { get; init; }

    /// <summary>Parameters sent with every request; part of the response's key.</summary>
    public ModelParameters Parameters { get; init; } = ModelParameters.Empty;

    /// <summary>The price; null where unknown, and then costs are unknown too.</summary>
    public ModelPrice? Price { get; init; }

    /// <summary>What the endpoint allows.</summary>
    public ModelLimits Limits { get; init; } = ModelLimits.None;

    /// <summary>
    /// Whether the model's thinking aloud (<c>&lt;think&gt;...&lt;/think&gt;</c>) is removed from answers. The stored response keeps it:
    /// this is not part of the key, see <see cref="Texts.ThinkingText"/>.
    /// </summary>
    public bool StripThinking { get; init; }

    /// <summary>
    /// Headers sent with every request, not part of the key. <c>${NAME}</c> in a value stands for the environment variable NAME and is put in only when
    /// the request is sent, so that a key in a header (Azure's <c>api-key</c>) is in no file either.
    /// </summary>
    public ImmutableSortedDictionary<string, string> Headers { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Query parameters of every request (Azure's <c>api-version</c>), part of the key; <c>${NAME}</c> as in <see cref="Headers"/>.</summary>
    public ImmutableSortedDictionary<string, string> Query { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>How long one attempt may take before it counts as failed; null: <see cref="DefaultTimeout"/>.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Five minutes: reasoning models think that long.</summary>
    public static TimeSpan DefaultTimeout { get; } = TimeSpan.FromMinutes(5);
}
