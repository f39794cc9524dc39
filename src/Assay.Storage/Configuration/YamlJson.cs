using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Assay.Storage.Configuration;

/// <summary>A YAML value as JSON, by YAML 1.2's core schema: a plain <c>true</c>, <c>null</c> or number is one, and everything in quotation marks is a
/// text.</summary>
internal static partial class YamlJson
{
    [GeneratedRegex(@"^[-+]?[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex WholeNumber { get; }

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number { get; }

    [GeneratedRegex(@"^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$", RegexOptions.CultureInvariant)]
    private static partial Regex NotFinite { get; }

    /// <summary>Whether a scalar is YAML's null.</summary>
    public static bool IsNull(YamlScalarNode scalar) => scalar.Style == ScalarStyle.Plain && scalar.Value is null or "" or "~" or "null" or "Null" or "NULL";

    /// <summary>The value as JSON.</summary>
    /// <param name="node">The value.</param>
    /// <param name="map">Where it stands, for errors.</param>
    /// <exception cref="Core.Errors.InputException">It is a number JSON does not have, or has a name that is no text.</exception>
    public static JsonElement Convert(YamlNode node, YamlMap map)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer)) Write(node, map, writer);
        using JsonDocument document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    private static void Write(YamlNode node, YamlMap map, Utf8JsonWriter writer)
    {
        switch (node)
        {
            case YamlMappingNode mapping:
                writer.WriteStartObject();
                foreach ((YamlNode key, YamlNode value) in mapping)
                {
                    writer.WritePropertyName(key is YamlScalarNode { Value: { } name } ? name : throw map.Error(key, "a name must be a plain text"));
                    Write(value, map, writer);
                }
                writer.WriteEndObject();
                break;
            case YamlSequenceNode list:
                writer.WriteStartArray();
                foreach (YamlNode item in list) Write(item, map, writer);
                writer.WriteEndArray();
                break;
            case YamlScalarNode scalar:
                WriteScalar(scalar, map, writer);
                break;
            default:
                throw map.Error(node, "this kind of value is not supported");
        }
    }

    private static void WriteScalar(YamlScalarNode scalar, YamlMap map, Utf8JsonWriter writer)
    {
        string text = scalar.Value ?? "";
        if (IsNull(scalar)) writer.WriteNullValue();
        else if (scalar.Style != ScalarStyle.Plain) writer.WriteStringValue(text);
        else if (text is "true" or "True" or "TRUE") writer.WriteBooleanValue(true);
        else if (text is "false" or "False" or "FALSE") writer.WriteBooleanValue(false);
        else if (NotFinite.IsMatch(text)) throw map.Error(scalar, "this number is not finite, which no request can hold; write a finite one");
        else if (WholeNumber.IsMatch(text) && Int128.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out Int128 whole))
        {
            writer.WriteRawValue(whole.ToString(CultureInfo.InvariantCulture));
        }
        else if (Number.IsMatch(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
        {
            writer.WriteNumberValue(number);
        }
        else writer.WriteStringValue(text);
    }
}
