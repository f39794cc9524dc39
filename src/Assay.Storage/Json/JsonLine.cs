using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Assay.Core.Errors;
using Assay.Core.Texts;

namespace Assay.Storage.Json;

/// <summary>One record as one line.</summary>
internal static class JsonLine
{
    /// <summary>The line, with the line feed at its end and no other in it; whoever writes it gives it back.</summary>
    public static RentedBytes Write<T>(T record, JsonTypeInfo<T> type)
    {
        RentedBytes line = new();
        using (Utf8JsonWriter writer = new(line, new JsonWriterOptions { Encoder = type.Options.Encoder, SkipValidation = true }))
            JsonSerializer.Serialize(writer, record, type);
        line.Write("\n"u8);
        return line;
    }

    /// <summary>The record of a line; null where the line is none.</summary>
    public static T? Read<T>(ReadOnlySpan<byte> line, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(line, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What a line says, in other types; null where the line is no record, or says what those types refuse.</summary>
    public static T? ReadAs<T, TLine>(ReadOnlySpan<byte> line, JsonTypeInfo<TLine> type, Func<TLine, T> convert) where T : class where TLine : class
    {
        try
        {
            return Read(line, type) is { } read ? convert(read) : null;
        }
        catch (Exception error) when (error is ArgumentException or InputException or OverflowException)
        {
            return null;
        }
    }
}
