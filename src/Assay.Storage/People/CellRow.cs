using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using Assay.Core.Errors;
using Assay.Storage.Annotations;
using Assay.Storage.Files;
using Assay.Storage.Outputs;

namespace Assay.Storage.People;

/// <summary>
/// The fields of one row after another that are asked for, as UTF-8 in a buffer of its own, whether the row was JSON or CSV. Nothing is allocated for a row.
/// </summary>
/// <param name="file">The file's name, for errors.</param>
/// <param name="fields">Names of the fields, each at its number.</param>
internal sealed class CellRow(string file, IReadOnlyList<string> fields)
{
    private readonly (CellKind Kind, int Start, int Length)[] _cells = new (CellKind, int, int)[fields.Count];
    private byte[] _utf8 = new byte[1 << 12];
    private int _used;

    /// <summary>The file's name.</summary>
    public string File => file;

    /// <summary>The row's number, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Takes the fields of a JSON object; of one that comes twice, the last.</summary>
    /// <exception cref="InputException">A text is not valid UTF-8.</exception>
    public void Read(ReadOnlySpan<byte> json, int number)
    {
        Begin(number);
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = JsonRows.MostDepth });
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int field = Match(ref reader);
            reader.Read();
            int start = (int)reader.TokenStartIndex;
            if (field >= 0 && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray)) Take(field, ref reader);
            reader.Skip();
            if (field >= 0 && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                Set(field, CellKind.Nested, json[start..(int)reader.BytesConsumed]);
            }
        }
    }

    /// <summary>Begins a row whose cells are given with <see cref="SetText"/>.</summary>
    public void Begin(int number)
    {
        Number = number;
        _used = 0;
        Array.Clear(_cells);
    }

    /// <summary>Gives a field its text; an empty one is no value.</summary>
    /// <exception cref="InputException">It is not valid UTF-8.</exception>
    public void SetText(int field, ReadOnlySpan<byte> utf8)
    {
        Set(field, utf8.IsEmpty ? CellKind.Null : CellKind.Text, utf8);
        CheckUtf8(field);
    }

    /// <summary>What stands in a field.</summary>
    public CellKind Kind(int field) => _cells[field].Kind;

    /// <summary>Whether there is a value.</summary>
    public bool Has(int field) => Kind(field) is CellKind.Text or CellKind.Literal;

    /// <summary>The field's text, or its literal or JSON, in UTF-8; empty where there is none.</summary>
    public ReadOnlySpan<byte> Utf8(int field) => _utf8.AsSpan(_cells[field].Start, _cells[field].Length);

    /// <summary>Whether the field is a number, and which; a text that is one counts.</summary>
    public bool TryNumber(int field, out double number)
    {
        number = 0;
        return Has(field) && double.TryParse(Utf8(field), NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
    }

    /// <summary>A whole number that must be there.</summary>
    /// <exception cref="InputException">It is not.</exception>
    public int Whole(int field)
    {
        if (Has(field) && Utf8Parser.TryParse(Utf8(field), out int whole, out int used) && used == Utf8(field).Length) return whole;
        throw Error(field, $"is {Describe(field)}; it must be a whole number.");
    }

    /// <summary>What stands in a field, for a sentence.</summary>
    public string Describe(int field) => Kind(field) switch
    {
        CellKind.Missing => "missing",
        CellKind.Null => "null or empty",
        CellKind.Nested => "an object or array",
        _ => $"\"{InputErrors.Quote(System.Text.Encoding.UTF8.GetString(Utf8(field)))}\"",
    };

    /// <summary>An error about a field.</summary>
    public InputException Error(int field, string what) => new($"{file}, row {Number}: the field \"{InputErrors.Quote(fields[field])}\" {what}");

    private int Match(ref Utf8JsonReader name)
    {
        for (int i = 0; i < fields.Count; i++)
        {
            if (name.ValueTextEquals(fields[i])) return i;
        }
        return -1;
    }

    private void Take(int field, ref Utf8JsonReader value)
    {
        switch (value.TokenType)
        {
            case JsonTokenType.Null:
                Set(field, CellKind.Null, default);
                break;
            case JsonTokenType.String when value.ValueIsEscaped:
                Reserve(value.ValueSpan.Length);
                int length = JsonText.Unescape(value.ValueSpan, _utf8.AsSpan(_used));
                _cells[field] = (CellKind.Text, _used, length);
                _used += length;
                CheckUtf8(field);
                break;
            case JsonTokenType.String:
                Set(field, CellKind.Text, value.ValueSpan);
                CheckUtf8(field);
                break;
            default:
                Set(field, CellKind.Literal, value.ValueSpan);
                break;
        }
    }

    private void Set(int field, CellKind kind, ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        utf8.CopyTo(_utf8.AsSpan(_used));
        _cells[field] = (kind, _used, utf8.Length);
        _used += utf8.Length;
    }

    private void Reserve(int length)
    {
        if (_utf8.Length - _used < length) Array.Resize(ref _utf8, Math.Max(2 * _utf8.Length, _used + length));
    }

    private void CheckUtf8(int field)
    {
        if (!System.Text.Unicode.Utf8.IsValid(Utf8(field))) throw Error(field, "is not valid UTF-8; save the file in UTF-8.");
    }
}
