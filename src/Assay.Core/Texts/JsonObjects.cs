using System.Text;
using System.Text.Json;

namespace Assay.Core.Texts;

/// <summary>The JSON objects of an answer that may have text or a code block around them.</summary>
public static class JsonObjects
{
    // Every attempt on text that only looks like JSON costs an exception; models write a handful of braces.
    private const int MostAttempts = 1000;

    /// <summary>
    /// The objects that stand in the text, outermost ones only, in their order; those directly in an array count one by one. Empty where there are none.
    /// </summary>
    public static IEnumerable<JsonElement> In(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        int attempts = 0;
        for (int at = 0; at < bytes.Length && attempts < MostAttempts; at++)
        {
            if (!LooksLikeObject(bytes.AsSpan(at))) continue;
            attempts++;
            if (Parse(bytes.AsSpan(at), out int length) is not { } found) continue;
            at += length - 1;
            yield return found;
        }
    }

    private static bool LooksLikeObject(ReadOnlySpan<byte> bytes)
    {
        if (bytes[0] != '{') return false;
        ReadOnlySpan<byte> inside = bytes[1..].TrimStart(" \t\r\n"u8);
        return !inside.IsEmpty && inside[0] is (byte)'"' or (byte)'}';
    }

    private static JsonElement? Parse(ReadOnlySpan<byte> bytes, out int length)
    {
        Utf8JsonReader reader = new(bytes, new JsonReaderOptions { AllowTrailingCommas = true });
        length = 0;
        try
        {
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            length = (int)reader.BytesConsumed;
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
