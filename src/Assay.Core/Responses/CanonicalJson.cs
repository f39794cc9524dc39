using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Assay.Core.Models;
using Assay.Core.Texts;

namespace Assay.Core.Responses;

/// <summary>
/// Writes JSON so that equal values are equal bytes: RFC 8785 (JSON Canonicalization Scheme), with one difference. No white space; members in ordinal order
/// of their names; texts with the fewest escapes, in UTF-8, a lone surrogate as U+FFFD; numbers as the shortest that read back to the same double
/// (<c>1</c>, <c>1.0</c> and <c>1e0</c> are all <c>1</c>). The difference: a number written as an integer keeps all its digits,
/// so that two seeds above 2^53 stay two.
/// </summary>
internal sealed class CanonicalJson : IDisposable
{
    private const double ExactIntegers = 9007199254740992;

    private readonly RentedBytes _bytes = new();

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Utf8 => _bytes.Written;

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => _bytes.Dispose();

    /// <inheritdoc/>
    public override string ToString() => Encoding.UTF8.GetString(Utf8);

    public void WriteNull() => _bytes.Write("null"u8);

    public void Write(long integer) => Append(integer.ToString(CultureInfo.InvariantCulture));

    public void Write(string text)
    {
        _bytes.Write("\""u8);
        ReadOnlySpan<char> rest = text;
        while (true)
        {
            int plain = rest.IndexOfAny(Escaped);
            if (plain < 0) break;
            Append(rest[..plain]);
            Append(Escape(rest[plain]));
            rest = rest[(plain + 1)..];
        }
        Append(rest);
        _bytes.Write("\""u8);
    }

    public void Write(ModelParameters parameters) =>
        WriteObject([.. parameters.Values.Select(member => (member.Key, (Action<CanonicalJson>)(json => json.Write(member.Value))))]);

    /// <summary>Writes an object whose members the caller gives in ordinal order.</summary>
    public void WriteObject(ReadOnlySpan<(string Name, Action<CanonicalJson> Write)> members)
    {
        _bytes.Write("{"u8);
        for (int i = 0; i < members.Length; i++)
        {
            if (i > 0) _bytes.Write(","u8);
            Write(members[i].Name);
            _bytes.Write(":"u8);
            members[i].Write(this);
        }
        _bytes.Write("}"u8);
    }

    public void WriteArray<T>(IEnumerable<T> items, Action<CanonicalJson, T> write)
    {
        _bytes.Write("["u8);
        bool first = true;
        foreach (T item in items)
        {
            if (!first) _bytes.Write(","u8);
            first = false;
            write(this, item);
        }
        _bytes.Write("]"u8);
    }

    /// <summary>Writes any JSON value.</summary>
    /// <exception cref="ArgumentException">An object has a name twice, or a number is too large for a double.</exception>
    public void Write(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(value);
                break;
            case JsonValueKind.Array:
                WriteArray(value.EnumerateArray(), static (json, item) => json.Write(item));
                break;
            case JsonValueKind.String:
                Write(value.GetString()!);
                break;
            case JsonValueKind.Number:
                Append(Number(value));
                break;
            case JsonValueKind.Undefined:
                throw new ArgumentException("There is no JSON value to write.", nameof(value));
            default:
                Append(value.GetRawText());
                break;
        }
    }

    private void WriteObject(JsonElement value)
    {
        JsonProperty[] members = [.. value.EnumerateObject().OrderBy(static member => member.Name, StringComparer.Ordinal)];
        for (int i = 1; i < members.Length; i++)
        {
            if (string.Equals(members[i].Name, members[i - 1].Name, StringComparison.Ordinal))
                throw new ArgumentException($"A JSON object has the member \"{members[i].Name}\" twice.", nameof(value));
        }
        WriteObject([.. members.Select(static member => (member.Name, (Action<CanonicalJson>)(json => json.Write(member.Value))))]);
    }

    private static string Number(JsonElement value)
    {
        string written = value.GetRawText();
        if (!written.AsSpan().ContainsAny('.', 'e', 'E')) return BigInteger.Parse(written, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        double number = value.GetDouble();
        if (!double.IsFinite(number)) throw new ArgumentException($"The number {written} is too large.", nameof(value));
        if (double.IsInteger(number) && Math.Abs(number) < ExactIntegers) return ((long)number).ToString(CultureInfo.InvariantCulture);
        return number.ToString("R", CultureInfo.InvariantCulture);
    }

    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (char)code), '"', '\\']);

    private static string Escape(char character) => character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => $"\\u{(int)character:x4}",
    };

    private void Append(ReadOnlySpan<char> text) => Encoding.UTF8.GetBytes(text, _bytes);
}
