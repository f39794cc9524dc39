using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Assay.Core.Errors;
using Assay.Core.Texts;
using Assay.Storage.Annotations;

namespace Assay.Storage.Outputs;

/// <summary>The fields of one object of a file of rows that are asked for; texts are well-formed, and it is counted what had to be replaced for that.</summary>
internal sealed class JsonRow
{
    /// <summary>The field in which our own files say what was replaced when they were made.</summary>
    private const string ReplacedField = "replaced_surrogates";

    private readonly string _file;
    private readonly Dictionary<string, string?> _texts = new(StringComparer.Ordinal);

    private JsonRow(string file, int number) => (_file, Number) = (file, number);

    /// <summary>The row's number, from 1.</summary>
    public int Number { get; }

    /// <summary>Lone surrogates that were replaced in the texts, now or when the file was made.</summary>
    public int ReplacedSurrogates { get; private set; }

    /// <summary>Reads these fields of an object; of one that comes twice, the last.</summary>
    /// <param name="json">The object, valid JSON.</param>
    /// <param name="file">The file's name, for errors.</param>
    /// <param name="number">The row's number, from 1.</param>
    /// <param name="fields">Fields asked for; all others are passed over.</param>
    /// <exception cref="InputException">A field asked for is neither a string nor null, or not valid UTF-8.</exception>
    public static JsonRow Read(ReadOnlySpan<byte> json, string file, int number, ReadOnlySpan<string> fields)
    {
        JsonRow row = new(file, number);
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = JsonRows.MostDepth });
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string? field = Match(ref reader, fields);
            bool isReplaced = reader.ValueTextEquals(ReplacedField);
            reader.Read();
            if (field is not null) row.Take(field, ref reader);
            else if (isReplaced && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int replaced)) row.ReplacedSurrogates += Math.Max(0, replaced);
            reader.Skip();
        }
        return row;
    }

    /// <summary>The text of a field that must be there.</summary>
    /// <exception cref="InputException">It is missing or null.</exception>
    public string Text(string field, string needed)
    {
        if (!_texts.TryGetValue(field, out string? text)) throw new InputException($"{Place(field)} is missing; {needed}.");
        return text ?? throw new InputException($"{Place(field)} is null; it must be a string.");
    }

    /// <summary>The text of a field that may be missing or null.</summary>
    public string? OptionalText(string field) => _texts.GetValueOrDefault(field);

    private static string? Match(ref Utf8JsonReader name, ReadOnlySpan<string> fields)
    {
        foreach (string field in fields)
        {
            if (name.ValueTextEquals(field)) return field;
        }
        return null;
    }

    private void Take(string field, ref Utf8JsonReader value)
    {
        if (value.TokenType == JsonTokenType.Null) _texts[field] = null;
        else if (value.TokenType == JsonTokenType.String) _texts[field] = Decode(field, value.ValueSpan, value.ValueIsEscaped);
        else throw new InputException($"{Place(field)} is {JsonErrors.Describe(value.TokenType)}; it must be a string.");
    }

    private string Decode(string field, ReadOnlySpan<byte> raw, bool isEscaped)
    {
        if (!Utf8.IsValid(raw)) throw new InputException($"{Place(field)} is not valid UTF-8; save the file in UTF-8.");
        string text = WellFormedText.Of(isEscaped ? Unescape(Encoding.UTF8.GetString(raw)) : Encoding.UTF8.GetString(raw), out int replaced);
        ReplacedSurrogates += replaced;
        return text;
    }

    /// <summary>
    /// A JSON text without its escapes. .NET's own refuses half a surrogate pair, which Python writes. The JSON reader has checked them already.
    /// </summary>
    public static string Unescape(string raw)
    {
        StringBuilder text = new(raw.Length);
        ReadOnlySpan<char> rest = raw;
        while (rest.IndexOf('\\') is int at and >= 0)
        {
            text.Append(rest[..at]);
            char kind = rest[at + 1];
            text.Append(kind switch
            {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\b',
                'f' => '\f',
                'u' => (char)Convert.ToUInt16(new string(rest.Slice(at + 2, 4)), 16),
                _ => kind,
            });
            rest = rest[(at + (kind == 'u' ? 6 : 2))..];
        }
        return text.Append(rest).ToString();
    }

    private string Place(string field) => $"{_file}, row {Number}: the field \"{field}\"";
}
