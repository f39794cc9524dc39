using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assay.Reporting.Contracts;

/// <summary>An interval as the contract writes it: an array of its lower and upper end, on one line.</summary>
internal readonly record struct Interval<T>(T Lower, T Upper) where T : struct, INumber<T>;

/// <summary>Writes and reads <see cref="Interval{T}"/>.</summary>
internal sealed class IntervalConverter<T> : JsonConverter<Interval<T>> where T : struct, INumber<T>
{
    public override Interval<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("An interval is an array of two numbers.");
        T lower = ReadEnd(ref reader);
        T upper = ReadEnd(ref reader);
        if (!reader.Read() || reader.TokenType != JsonTokenType.EndArray) throw new JsonException("An interval is an array of two numbers.");
        return new Interval<T>(lower, upper);
    }

    public override void Write(Utf8JsonWriter writer, Interval<T> value, JsonSerializerOptions options) =>
        writer.WriteRawValue(string.Create(CultureInfo.InvariantCulture, $"[{value.Lower}, {value.Upper}]"));

    private static T ReadEnd(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.Number
        ? T.CreateChecked(reader.GetDouble())
        : throw new JsonException("An interval is an array of two numbers.");
}
