using System.Text.Json;
using Xunit;

namespace Assay.TestSupport;

/// <summary>Holds a JSON Schema and the JSON it describes together, in the part of the standard that our contracts use.</summary>
public static class SchemaAssert
{
    /// <summary>Fails unless the JSON has exactly the names of the schema in its order, all of them required, and values it allows.</summary>
    public static void Describes(string schema, string json)
    {
        using JsonDocument schemaDocument = JsonDocument.Parse(schema);
        using JsonDocument jsonDocument = JsonDocument.Parse(json);
        Describes(schemaDocument.RootElement, schemaDocument.RootElement, jsonDocument.RootElement);
    }

    /// <summary>Fails unless every property of the schema has a description.</summary>
    public static void DescribesEveryProperty(string schema)
    {
        using JsonDocument document = JsonDocument.Parse(schema);
        Assert.All(Properties(document.RootElement), static property => Assert.True(property.Value.TryGetProperty("description", out _), property.Name));
    }

    private static void Describes(JsonElement root, JsonElement schema, JsonElement value)
    {
        if (schema.TryGetProperty("$ref", out JsonElement place)) schema = Find(root, place.GetString()!);
        Assert.Contains(TypeName(value), TypeNames(schema));
        if (schema.TryGetProperty("enum", out JsonElement allowed))
        {
            Assert.Contains(value.GetRawText(), allowed.EnumerateArray().Select(item => item.GetRawText()));
        }
        if (value.ValueKind == JsonValueKind.Array)
        {
            if (schema.TryGetProperty("minItems", out JsonElement least))
                Assert.InRange(value.GetArrayLength(), least.GetInt32(), schema.GetProperty("maxItems").GetInt32());
            foreach (JsonElement item in value.EnumerateArray()) Describes(root, schema.GetProperty("items"), item);
        }
        if (value.ValueKind != JsonValueKind.Object) return;
        if (schema.TryGetProperty("additionalProperties", out JsonElement any))
        {
            foreach (JsonProperty property in value.EnumerateObject()) Describes(root, any, property.Value);
            return;
        }
        string[] names = [.. value.EnumerateObject().Select(property => property.Name)];
        Assert.Equal(schema.GetProperty("properties").EnumerateObject().Select(property => property.Name), names);
        Assert.Equal(schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()), names);
        foreach (JsonProperty property in value.EnumerateObject()) Describes(root, schema.GetProperty("properties").GetProperty(property.Name), property.Value);
    }

    // A pointer within the schema: "#/properties/models/items".
    private static JsonElement Find(JsonElement root, string pointer) =>
        pointer.Split('/').Skip(1).Aggregate(root, static (element, name) => element.GetProperty(name));

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
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => value.TryGetInt64(out _) && !value.GetRawText().Contains('.', StringComparison.Ordinal) ? "integer" : "number",
        _ => throw new InvalidOperationException($"The contract has no {value.ValueKind}."),
    };
}
