using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace Assay.Reporting.Contracts;

/// <summary>The JSON Schema (draft 2020-12) of every contract, made from the types that write the JSON, so that the two cannot differ.</summary>
public static class ContractSchemas
{
    // In the order in which they are listed.
    private static readonly OrderedDictionary<string, (string Title, Func<JsonTypeInfo> Contract)> All = new(StringComparer.Ordinal)
    {
        ["leaderboard"] = ("assay leaderboard --format json, version 1", static () => ContractContext.Readable.LeaderboardContract),
        ["compare"] = ("assay compare --format json, version 1", static () => ContractContext.Readable.ComparisonContract),
        ["judges-evaluate"] = ("assay judges evaluate --format json, version 1", static () => ContractContext.Readable.JudgeEvaluationContract),
        ["plan"] = ("assay plan --format json, version 1", static () => ContractContext.Readable.PlanContract),
        ["ratings"] = ("assay ratings compare --format json, version 1", static () => ContractContext.Readable.RatingContract),
        ["bench-table"] = ("assay bench table --format json, version 1", static () => ContractContext.Readable.BenchmarkContract),
        ["bench-compare"] = ("assay bench compare --format json, version 1", static () => ContractContext.Readable.BenchmarkComparisonContract),
        ["calibration"] = ("assay audit calibration --format json, version 1", static () => ContractContext.Readable.CalibrationContract),
        ["factuality"] = ("assay audit factuality --format json, version 1", static () => ContractContext.Readable.FactualityContract),
        ["lm-score"] = ("assay lm score --format json, version 1", static () => ContractContext.Readable.TextScoresContract),
        ["watermark"] = ("assay watermark detect --format json, version 1", static () => ContractContext.Readable.WatermarkContract),
        ["contamination"] = ("assay audit contamination --format json, version 1", static () => ContractContext.Readable.ContaminationContract),
        ["overlap"] = ("assay audit overlap --format json, version 1", static () => ContractContext.Readable.OverlapContract),
    };

    private static readonly JsonSchemaExporterOptions ExporterOptions = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };

    /// <summary>The names that <see cref="TryRender"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Keys];

    /// <summary>The schema of a contract, as indented JSON that ends in a line feed.</summary>
    /// <param name="name">One of <see cref="Names"/>, compared ordinally.</param>
    /// <param name="schema">The schema, or null where the name is unknown.</param>
    /// <returns>False where the name is unknown.</returns>
    public static bool TryRender(string name, [NotNullWhen(true)] out string? schema)
    {
        (string? title, Func<JsonTypeInfo>? contract) = All.GetValueOrDefault(name);
        schema = contract is null ? null : Render(contract(), title!);
        return schema is not null;
    }

    /// <summary>
    /// The schema of any type that JSON is written from, as indented JSON that ends in a line feed. Descriptions come from <see cref="DescriptionAttribute"/>,
    /// fixed values from <see cref="AllowedValuesAttribute"/>, lengths of arrays from <see cref="LengthAttribute"/>.
    /// </summary>
    /// <param name="contract">How the type is written.</param>
    /// <param name="title">The schema's title.</param>
    public static string Render(JsonTypeInfo contract, string title)
    {
        ArgumentNullException.ThrowIfNull(contract);
        JsonObject body = contract.GetJsonSchemaAsNode(ExporterOptions).AsObject();
        JsonObject schema = new() { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = title };
        foreach ((string key, JsonNode? value) in body.ToArray())
        {
            body.Remove(key);
            schema[key] = value;
        }
        return schema.ToJsonString(ContractContext.Readable.Options) + "\n";
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode exported)
    {
        JsonNode node = IntervalSchema(context.TypeInfo.Type) ?? exported;
        if (node is not JsonObject schema) return node;
        ICustomAttributeProvider attributes = context.PropertyInfo?.AttributeProvider ?? context.TypeInfo.Type;
        foreach (object attribute in attributes.GetCustomAttributes(inherit: false))
        {
            if (attribute is DescriptionAttribute description) schema.Insert(0, "description", description.Description);
            if (attribute is LengthAttribute length) (schema["minItems"], schema["maxItems"]) = (length.MinimumLength, length.MaximumLength);
            if (attribute is AllowedValuesAttribute allowed) schema["enum"] = new JsonArray([.. allowed.Values.Select(ToNode)]);
        }
        return schema;
    }

    private static JsonObject? IntervalSchema(Type type)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        if (!plain.IsGenericType || plain.GetGenericTypeDefinition() != typeof(Interval<>)) return null;
        return new JsonObject
        {
            ["type"] = plain == type ? "array" : new JsonArray("array", "null"),
            ["items"] = new JsonObject { ["type"] = plain == typeof(Interval<int>) ? "integer" : "number" },
            ["minItems"] = 2,
            ["maxItems"] = 2,
        };
    }

    private static JsonNode? ToNode(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        int number => JsonValue.Create(number),
        _ => throw new JsonException($"A contract allows a value of type {value.GetType().Name}, which a schema cannot hold."),
    };
}
