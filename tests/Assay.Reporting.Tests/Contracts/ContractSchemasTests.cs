using System.Text.Json;
using Assay.Reporting.Contracts;
using Assay.TestSupport;

namespace Assay.Reporting.Tests.Contracts;

public sealed class ContractSchemasTests
{
    [Fact]
    public void The_leaderboard_schema_is_the_approved_one() => Approved.Verify(Schema("leaderboard"), "json");

    [Fact]
    public void The_compare_schema_is_the_approved_one() => Approved.Verify(Schema("compare"), "json");

    [Fact]
    public void A_leaderboard_holds_exactly_what_its_schema_names() => AssertSame(Schema("leaderboard"), ContractJson.Render(Samples.ByDataset()));

    [Fact]
    public void A_comparison_holds_exactly_what_its_schema_names() =>
        AssertSame(Schema("compare"), ContractJson.Render(Samples.TwoModels() with { Leaderboard = Samples.ByDataset() }));

    [Fact]
    public void The_ratings_schema_is_the_approved_one() => Approved.Verify(Schema("ratings"), "json");

    [Fact]
    public void A_comparison_of_ratings_holds_exactly_what_its_schema_names() => AssertSame(Schema("ratings"), ContractJson.Render(Samples.Ratings()));

    [Fact]
    public void Every_property_has_a_description()
    {
        foreach (string name in ContractSchemas.Names)
        {
            using JsonDocument schema = JsonDocument.Parse(Schema(name));
            Assert.All(Properties(schema.RootElement), property => Assert.True(property.Value.TryGetProperty("description", out _), property.Name));
        }
    }

    [Fact]
    public void An_unknown_name_has_no_schema() => Assert.False(ContractSchemas.TryRender("leaderboards", out _));

    private static string Schema(string name)
    {
        Assert.True(ContractSchemas.TryRender(name, out string? schema));
        return schema;
    }

    private static void AssertSame(string schema, string json)
    {
        using JsonDocument schemaDocument = JsonDocument.Parse(schema);
        using JsonDocument jsonDocument = JsonDocument.Parse(json);
        AssertSame(schemaDocument.RootElement, jsonDocument.RootElement);
    }

    private static void AssertSame(JsonElement schema, JsonElement value)
    {
        Assert.Contains(TypeName(value), TypeNames(schema));
        if (schema.TryGetProperty("enum", out JsonElement allowed))
        {
            Assert.Contains(value.GetRawText(), allowed.EnumerateArray().Select(item => item.GetRawText()));
        }
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in value.EnumerateArray()) AssertSame(schema.GetProperty("items"), item);
        }
        if (value.ValueKind != JsonValueKind.Object) return;
        string[] names = [.. value.EnumerateObject().Select(property => property.Name)];
        Assert.Equal(schema.GetProperty("properties").EnumerateObject().Select(property => property.Name), names);
        Assert.Equal(schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()), names);
        foreach (JsonProperty property in value.EnumerateObject()) AssertSame(schema.GetProperty("properties").GetProperty(property.Name), property.Value);
    }

    private static IEnumerable<JsonProperty> Properties(JsonElement schema)
    {
        if (schema.TryGetProperty("items", out JsonElement items)) return Properties(items);
        if (!schema.TryGetProperty("properties", out JsonElement properties)) return [];
        return properties.EnumerateObject().SelectMany(property => Properties(property.Value).Prepend(property));
    }

    private static string?[] TypeNames(JsonElement schema)
    {
        JsonElement type = schema.GetProperty("type");
        string?[] names = type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(name => name.GetString())] : [type.GetString()];
        return names.Contains("number") ? [.. names, "integer"] : names;
    }

    private static string TypeName(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "null",
        JsonValueKind.String => "string",
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        JsonValueKind.Number => value.TryGetInt64(out _) && !value.GetRawText().Contains('.', StringComparison.Ordinal) ? "integer" : "number",
        _ => throw new InvalidOperationException($"The contract has no {value.ValueKind}."),
    };
}
