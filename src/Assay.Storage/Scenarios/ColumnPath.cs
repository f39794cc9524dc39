using System.Globalization;
using System.Text.Json;

namespace Assay.Storage.Scenarios;

/// <summary>
/// Names a value in a row of JSON: <c>question</c>, <c>question.stem</c> (within an object), <c>answers[0]</c>, <c>choices[].text</c> (of every element),
/// <c>targets.@keys</c> and <c>targets.@values</c> (of an object's members). A member whose whole name is the path comes first.
/// </summary>
internal static class ColumnPath
{
    /// <summary>The values at a path, several where it spreads; null where the row has no such place.</summary>
    public static IReadOnlyList<JsonElement>? Find(JsonElement row, string path)
    {
        if (row.ValueKind == JsonValueKind.Object && row.TryGetProperty(path, out JsonElement whole)) return [whole];
        List<JsonElement> values = [row];
        foreach (string segment in path.Split('.'))
        {
            List<JsonElement> next = [];
            foreach (JsonElement value in values)
            {
                if (!Step(value, segment, next)) return null;
            }
            values = next;
        }
        return values;
    }

    private static bool Step(JsonElement value, string segment, List<JsonElement> found)
    {
        if (segment is "@keys" or "@values")
        {
            if (value.ValueKind != JsonValueKind.Object) return false;
            foreach (JsonProperty member in value.EnumerateObject())
                found.Add(segment == "@keys" ? JsonSerializer.SerializeToElement(member.Name) : member.Value);
            return true;
        }
        int bracket = segment.IndexOf('[', StringComparison.Ordinal);
        string name = bracket < 0 ? segment : segment[..bracket];
        JsonElement member1 = value;
        if (name.Length > 0 && (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out member1))) return false;
        return bracket < 0 ? Add(member1, found) : Index(member1, segment[bracket..], found);
    }

    private static bool Add(JsonElement value, List<JsonElement> found)
    {
        found.Add(value);
        return true;
    }

    private static bool Index(JsonElement value, string index, List<JsonElement> found)
    {
        if (value.ValueKind != JsonValueKind.Array || index is not ['[', .. string inside, ']']) return false;
        if (inside.Length == 0)
        {
            found.AddRange(value.EnumerateArray());
            return true;
        }
        if (!int.TryParse(inside, NumberStyles.None, CultureInfo.InvariantCulture, out int place) || place >= value.GetArrayLength()) return false;
        return Add(value[place], found);
    }
}
