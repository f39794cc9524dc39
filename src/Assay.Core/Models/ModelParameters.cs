using System.Collections.Immutable;
using System.Text.Json;
using Assay.Core.Responses;

namespace Assay.Core.Models;

/// <summary>
/// The parameters of a request by their names on the wire (<c>temperature</c>, <c>top_p</c>, <c>max_tokens</c>, and whatever else an endpoint knows),
/// each any JSON value. They are sent as they are, and every one is part of a response's key. Immutable; equal if their canonical JSON is.
/// </summary>
public sealed class ModelParameters : IEquatable<ModelParameters>
{
    /// <summary>The name under which extra parameters of one call travel in <c>ChatOptions.AdditionalProperties</c>; they win over the model's own.</summary>
    public const string PropertyName = "assay.parameters";

    private readonly ImmutableSortedDictionary<string, JsonElement> _values;

    private ModelParameters(ImmutableSortedDictionary<string, JsonElement> values) => _values = values;

    /// <summary>No parameters.</summary>
    public static ModelParameters Empty { get; } = new(ImmutableSortedDictionary.Create<string, JsonElement>(StringComparer.Ordinal));

    /// <summary>Names and values, in ordinal order of the names.</summary>
    public IReadOnlyDictionary<string, JsonElement> Values => _values;

    /// <summary>The members of a JSON object.</summary>
    /// <exception cref="ArgumentException">It is not an object, or has a name twice.</exception>
    public static ModelParameters From(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) throw new ArgumentException("Parameters must be a JSON object.", nameof(json));
        ImmutableSortedDictionary<string, JsonElement>.Builder values = Empty._values.ToBuilder();
        foreach (JsonProperty member in json.EnumerateObject())
        {
            if (!values.TryAdd(member.Name, member.Value.Clone()))
                throw new ArgumentException($"The parameter \"{member.Name}\" is given twice.", nameof(json));
        }
        return new ModelParameters(values.ToImmutable());
    }

    /// <summary>The members of a JSON object written as text.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="ArgumentException">It is not an object, or has a name twice.</exception>
    public static ModelParameters Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return From(document.RootElement);
    }

    /// <summary>These, with one set or replaced.</summary>
    public ModelParameters With(string name, JsonElement value) => new(_values.SetItem(name, value.Clone()));

    /// <summary>These, with a number set or replaced.</summary>
    public ModelParameters With(string name, double value) => With(name, JsonSerializer.SerializeToElement(value));

    /// <summary>These, with an integer set or replaced.</summary>
    public ModelParameters With(string name, long value) => With(name, JsonSerializer.SerializeToElement(value));

    /// <summary>These, with a text set or replaced.</summary>
    public ModelParameters With(string name, string value) => With(name, JsonSerializer.SerializeToElement(value));

    /// <summary>These, with all of <paramref name="other"/> set or replaced.</summary>
    public ModelParameters With(ModelParameters other) => new(_values.SetItems(other._values));

    /// <summary>An integer parameter; null where it is absent or no integer.</summary>
    public long? WholeNumber(string name) =>
        _values.TryGetValue(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long integer) ? integer : null;

    /// <summary>
    /// The most tokens an answer may have: <c>max_completion_tokens</c> or <c>max_tokens</c>, the larger where both are given; null where neither is.
    /// </summary>
    public long? MaxOutputTokens => (WholeNumber("max_completion_tokens"), WholeNumber("max_tokens")) switch
    {
        ({ } first, { } second) => Math.Max(first, second),
        var (first, second) => first ?? second,
    };

    /// <inheritdoc/>
    public bool Equals(ModelParameters? other) => other is not null && string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ModelParameters);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>The parameters as canonical JSON.</summary>
    public override string ToString()
    {
        using CanonicalJson json = new();
        json.Write(this);
        return json.ToString();
    }
}
