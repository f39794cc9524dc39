using System.Reflection;
using System.Text.Json;
using Xunit.Sdk;

namespace Assay.TestSupport;

/// <summary>The names of a reference file's entries whose name starts with one of the given texts, as theory data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReferenceEntriesAttribute(string file, params string[] namePrefixes) : DataAttribute
{
    /// <inheritdoc/>
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        ReferenceEntry.ReadAll(file)
            .Where(entry => namePrefixes.Length == 0 || namePrefixes.Any(prefix => entry.Name.StartsWith(prefix, StringComparison.Ordinal)))
            .Select(entry => new object[] { entry.Name });
}

/// <summary>One entry of a reference file: an input, the value it must give, and how far off is allowed.</summary>
public sealed record ReferenceEntry(string Name, JsonElement Input, JsonElement Expected, double Tolerance)
{
    /// <summary>The entry of this name.</summary>
    public static ReferenceEntry Read(string file, string name) => ReadAll(file).Single(entry => entry.Name == name);

    /// <summary>All entries; none where the folder is absent.</summary>
    public static IReadOnlyList<ReferenceEntry> ReadAll(string file)
    {
        string path = Path.Combine(SharedData.ReferenceFolder, file);
        if (!File.Exists(path)) return [];
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
        return
        [
            .. document.RootElement.EnumerateArray().Select(element => new ReferenceEntry(
                element.GetProperty("name").GetString()!,
                element.GetProperty("input").Clone(),
                element.GetProperty("expected").Clone(),
                element.TryGetProperty("tolerance", out JsonElement tolerance) && tolerance.ValueKind == JsonValueKind.Number ? tolerance.GetDouble() : 0)),
        ];
    }

    /// <summary>A JSON array of numbers; the texts "NaN", "Infinity" and "-Infinity" stand for the numbers.</summary>
    public static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(Number)];

    /// <summary>A JSON array of arrays of numbers.</summary>
    public static double[][] Matrix(JsonElement array) => [.. array.EnumerateArray().Select(Numbers)];

    /// <summary>A number, or a text that stands for one.</summary>
    public static double Number(JsonElement element) => element.ValueKind == JsonValueKind.String
        ? double.Parse(element.GetString()!, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture)
        : element.GetDouble();
}
