using System.Text.Json;
using Assay.Core.Errors;
using Assay.Core.Preferences;

namespace Assay.Storage.Annotations;

/// <summary>
/// Reads the rows of one stream: tokens in, rows out, with a state that outlives the window in which a token lay.
/// </summary>
internal sealed class AnnotationParser : IDisposable
{
    // Long enough to tell what stands where JSON ends: "-Infinity" and white space before it.
    private const int ErrorExcerpt = 32;

    // "instruction" with every letter written as \uXXXX.
    private const int LongestEscapedName = 11 * 6;

    private static readonly JsonReaderOptions Options = new() { AllowMultipleValues = true, MaxDepth = 1000 };

    private readonly string _file;
    private readonly bool _lines;
    private readonly AnnotationRowBuilder _row;
    private readonly List<AnnotationRow> _rows = [];
    private Layout _layout;
    private AnnotationField _field;

    /// <param name="vocabulary">Where the rows' texts go.</param>
    /// <param name="file">The file's name, for errors.</param>
    /// <param name="lines">Whether rows may stand one after another without an array around them.</param>
    public AnnotationParser(AnnotationVocabulary vocabulary, string file, bool lines)
    {
        _file = file;
        _lines = lines;
        _row = new AnnotationRowBuilder(vocabulary, file);
    }

    // What stands at the top of the file.
    private enum Layout
    {
        Unknown,
        Array,
        ArrayEnded,
        Lines,
        LoneObject,
        LoneObjectEnded,
    }

    /// <summary>All rows of the stream.</summary>
    /// <exception cref="InputException">The stream is not JSON, or not of annotations.</exception>
    public List<AnnotationRow> Parse(Stream stream, int windowSize, CancellationToken cancellation)
    {
        using JsonChunks chunks = new(stream, _file, windowSize);
        JsonReaderState state = new(Options);
        bool more = SkipByteOrderMark(chunks);
        while (more)
        {
            cancellation.ThrowIfCancellationRequested();
            state = Read(chunks, isFinal: false, state);
            more = chunks.Fill();
        }
        Read(chunks, isFinal: true, state);
        return End();
    }

    /// <summary>Returns the pooled buffers.</summary>
    public void Dispose() => _row.Dispose();

    private bool SkipByteOrderMark(JsonChunks chunks)
    {
        bool more;
        do more = chunks.Fill();
        while (more && chunks.Unread.Length < 3);
        if (chunks.Unread.StartsWith("\uFEFF"u8)) chunks.Advance(3);
        if (chunks.Unread is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) throw new InputException($"{_file} is in UTF-16; save it in UTF-8.");
        return more;
    }

    private JsonReaderState Read(JsonChunks chunks, bool isFinal, JsonReaderState state)
    {
        Utf8JsonReader reader = new(chunks.Unread, isFinal, state);
        try
        {
            while (reader.Read()) Take(ref reader);
        }
        catch (JsonException error)
        {
            chunks.Advance((int)reader.BytesConsumed);
            // What is wrong only because nothing follows was cut off.
            throw isFinal ? Truncated(error) : NotJson(chunks, error);
        }
        chunks.Advance((int)reader.BytesConsumed);
        return reader.CurrentState;
    }

    private void Take(ref Utf8JsonReader reader)
    {
        int depthInRow = reader.CurrentDepth - (_layout == Layout.Array ? 1 : 0);
        if (depthInRow > 1)
        {
            if (_field == AnnotationField.Notes && depthInRow == 2) _row.TakeNote(ref reader);
            return;
        }
        if (depthInRow == 1) TakeField(ref reader);
        else if (depthInRow < 0) _layout = Layout.ArrayEnded;
        else if (reader.TokenType == JsonTokenType.StartObject && _layout is Layout.Array or Layout.Lines) _row.Begin();
        else if (reader.TokenType == JsonTokenType.EndObject && _layout is Layout.Array or Layout.Lines) _rows.Add(_row.Complete());
        else TakeTop(reader.TokenType);
    }

    private void TakeField(ref Utf8JsonReader reader)
    {
        if (_layout == Layout.LoneObject) return;
        if (reader.TokenType == JsonTokenType.PropertyName) _field = NameOf(ref reader);
        else if (_field != AnnotationField.Other) _row.Take(_field, ref reader);
    }

    private static AnnotationField NameOf(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> raw = reader.ValueSpan;
        if (!reader.ValueIsEscaped) return AnnotationFields.Parse(raw);
        if (raw.Length > LongestEscapedName) return AnnotationField.Other;
        Span<byte> name = stackalloc byte[LongestEscapedName];
        return AnnotationFields.Parse(name[..JsonText.Unescape(raw, name)]);
    }

    // Everything that is not a row of a layout already known.
    private void TakeTop(JsonTokenType token)
    {
        switch (_layout)
        {
            case Layout.Unknown when token == JsonTokenType.StartArray:
                _layout = Layout.Array;
                break;
            case Layout.Unknown when token == JsonTokenType.StartObject && _lines:
                _layout = Layout.Lines;
                _row.Begin();
                break;
            case Layout.Unknown when token == JsonTokenType.StartObject:
                _layout = Layout.LoneObject;
                break;
            case Layout.LoneObject:
                _layout = Layout.LoneObjectEnded;
                break;
            case Layout.LoneObjectEnded:
                throw new InputException(
                    $"{_file} holds several JSON values one after another; name it .jsonl if it is JSON Lines, or write the rows as one array.");
            case Layout.Unknown when !_lines:
                throw new InputException($"{_file} holds {JsonErrors.Describe(token)} where an array of annotations was expected.");
            case Layout.ArrayEnded:
                throw new InputException($"{_file} goes on after the end of its array; keep one array in a file.");
            default:
                string place = _layout == Layout.Array ? "element of the array" : "line of JSON Lines";
                throw new InputException($"{_file}, row {_row.Row + 1} is {JsonErrors.Describe(token)}; every {place} must be an object.");
        }
    }

    private List<AnnotationRow> End() => _layout switch
    {
        Layout.Unknown when !_lines => throw new InputException($"{_file} is empty; an array of annotations was expected, [] for none."),
        Layout.LoneObjectEnded => throw new InputException($"{_file} holds a single object; write the rows as an array, with [ and ] around them."),
        _ => _rows,
    };

    private InputException NotJson(JsonChunks chunks, JsonException error)
    {
        while (chunks.Unread.Length < ErrorExcerpt && chunks.Fill()) { }
        string? number = JsonErrors.PythonNumber(chunks.Unread);
        if (number is null || _row.Row == 0)
        {
            return new InputException($"{_file} is not JSON: {Place(error)} cannot be read; correct it or write the file again.", error);
        }
        string field = _field == AnnotationField.Other ? "a field" : $"the field \"{_field.Name()}\"";
        return new InputException(
            $"{_file}, row {_row.Row}: {field} in line {Line(error)} is {number}, which Python writes but JSON does not have; write null instead.", error);
    }

    private InputException Truncated(JsonException error) =>
        new($"{_file} ends in the middle of its JSON, at {Place(error)}; it was cut short, so copy or write it again.", error);

    private string Place(JsonException error) => _row.Row > 0 ? $"line {Line(error)} (row {_row.Row})" : $"line {Line(error)}";

    private static long Line(JsonException error) => (error.LineNumber ?? 0) + 1;
}
