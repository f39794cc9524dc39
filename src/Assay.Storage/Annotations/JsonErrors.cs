using System.Text.Json;

namespace Assay.Storage.Annotations;

/// <summary>Words for what is wrong with JSON.</summary>
internal static class JsonErrors
{
    /// <summary>What a value is, with its article, by its first token.</summary>
    public static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "a boolean",
    };

    /// <summary>
    /// The literal at the start of <paramref name="text"/> that Python writes for a number JSON cannot hold; null if there is none.
    /// </summary>
    public static string? PythonNumber(ReadOnlySpan<byte> text)
    {
        text = text.TrimStart(" \t\r\n"u8);
        if (text.StartsWith("NaN"u8)) return "NaN";
        if (text.StartsWith("Infinity"u8)) return "Infinity";
        return text.StartsWith("-Infinity"u8) ? "-Infinity" : null;
    }
}
