using System.Collections.Immutable;
using System.Text.Json;
using Assay.Core.Models;
using Assay.Storage.Configuration;

namespace Assay.Storage.Runs;

/// <summary>A model in <c>run.json</c>. A key that a program put into a header or a query parameter in place of a variable's name is not written.</summary>
internal sealed record ModelEntry
{
    public required string Name { get; init; }

    public required Uri Endpoint { get; init; }

    public required string Model { get; init; }

    public required ModelKind Kind { get; init; }

    public string? ApiKeyEnv { get; init; }

    public required IReadOnlyDictionary<string, JsonElement> Parameters { get; init; }

    public PriceEntry? Price { get; init; }

    public LimitsEntry? Limits { get; init; }

    public required bool StripThinking { get; init; }

    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    public IReadOnlyDictionary<string, string>? Query { get; init; }

    public double? TimeoutSeconds { get; init; }

    public static ModelEntry Of(ModelSpecification model) => new()
    {
        Name = model.Name,
        Endpoint = model.Endpoint,
        Model = model.Model,
        Kind = model.Kind,
        ApiKeyEnv = model.ApiKeyVariable,
        Parameters = model.Parameters.Values,
        Price = model.Price is { } price ? new PriceEntry(price.Input, price.CachedInput, price.Output) : null,
        Limits = model.Limits == ModelLimits.None
            ? null
            : new LimitsEntry(model.Limits.RequestsPerMinute, model.Limits.TokensPerMinute, model.Limits.Concurrency),
        StripThinking = model.StripThinking,
        Headers = WithoutSecrets(model.Headers),
        Query = WithoutSecrets(model.Query),
        TimeoutSeconds = model.Timeout?.TotalSeconds,
    };

    public ModelSpecification ToModel()
    {
        ModelSpecification model = new()
        {
            Name = Name,
            Endpoint = Endpoint,
            Model = Model,
            Kind = Kind,
            ApiKeyVariable = ApiKeyEnv,
            Parameters = CallParameters(),
            Price = Price is { } price ? new ModelPrice(price.Input, price.Output, price.CachedInput) : null,
            Limits = Limits is { } limits
                ? new ModelLimits { RequestsPerMinute = limits.RequestsPerMinute, TokensPerMinute = limits.TokensPerMinute, Concurrency = limits.Concurrency }
                : ModelLimits.None,
            StripThinking = StripThinking,
            Timeout = TimeoutSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        };
        return model with { Headers = model.Headers.SetItems(Headers ?? Nothing), Query = model.Query.SetItems(Query ?? Nothing) };
    }

    private static readonly ImmutableDictionary<string, string> Nothing = ImmutableDictionary<string, string>.Empty;

    private ModelParameters CallParameters() => RequestLine.ParametersOf(Parameters);

    private static ImmutableSortedDictionary<string, string>? WithoutSecrets(ImmutableSortedDictionary<string, string> values) => values.IsEmpty
        ? null
        : values.SetItems(values.Where(static member => SecretNames.IsLiteralSecret(member.Key, member.Value))
            .Select(static member => KeyValuePair.Create(member.Key, SecretNames.Withheld)));
}

/// <summary>US dollars per million tokens.</summary>
internal sealed record PriceEntry(decimal Input, decimal? CachedInput, decimal Output);

/// <summary>What an endpoint allows.</summary>
internal sealed record LimitsEntry(int? RequestsPerMinute, int? TokensPerMinute, int? Concurrency);
