using System.Buffers;
using System.Text;
using System.Text.Json;
using Assay.Core.Errors;
using Assay.Core.Instructions;
using Assay.Core.Judging;
using Assay.Core.Preferences;
using Assay.Core.Texts;
using Assay.Storage.Files;

namespace Assay.Storage.Annotations;

/// <summary>
/// Gathers the fields of one row after another from a JSON reader's tokens. Texts become numbers, lengths and hashes while they lie in
/// the reader's window; none is kept. A field that comes twice in a row counts with its last value, as in other JSON readers.
/// </summary>
internal sealed class AnnotationRowBuilder(AnnotationVocabulary vocabulary, string file) : IDisposable
{
    private static readonly (ItemNote Note, byte[] Name)[] NoteNames =
        [.. Enum.GetValues<ItemNote>().Select(static note => (note, Encoding.UTF8.GetBytes(JsonNamingPolicy.SnakeCaseLower.ConvertName(note.ToString()))))];

    private byte[] _utf8 = ArrayPool<byte>.Shared.Rent(1 << 12);
    private char[] _utf16 = ArrayPool<char>.Shared.Rent(1 << 12);
    private int _seen;
    private int _instruction, _dataset, _generator1, _generator2, _annotator, _length1, _length2;
    private ulong _hash2;
    private TextSketch _sketch2;
    private ItemNotes _notes;
    private double _preference;

    /// <summary>The number of the row being read, from 1; 0 before the first.</summary>
    public int Row { get; private set; }

    /// <summary>Begins the next row.</summary>
    public void Begin()
    {
        Row++;
        _seen = 0;
        _dataset = _annotator = -1;
        _notes = default;
    }

    /// <summary>The row, now that all its fields were seen.</summary>
    /// <exception cref="InputException">A required field is missing.</exception>
    public AnnotationRow Complete()
    {
        foreach (AnnotationField field in AnnotationFields.Required)
        {
            if ((_seen & 1 << (int)field) == 0) throw Missing(field);
        }
        return new AnnotationRow
        {
            Instruction = _instruction,
            Dataset = _dataset,
            Generator1 = _generator1,
            Generator2 = _generator2,
            Annotator = _annotator,
            Notes = _notes,
            Preference = _preference,
            Length1 = _length1,
            Length2 = _length2,
            Output2Hash = _hash2,
            Output2Sketch = _sketch2,
        };
    }

    /// <summary>Takes the value the reader stands on; of an object or array, its first token.</summary>
    /// <exception cref="InputException">The value is of another type or out of range, or its text is not valid UTF-8.</exception>
    public void Take(AnnotationField field, ref Utf8JsonReader value)
    {
        _seen |= 1 << (int)field;
        switch (field)
        {
            case AnnotationField.Instruction:
                _instruction = Number(vocabulary.Instructions, field, ref value);
                break;
            case AnnotationField.Generator1:
                _generator1 = Number(vocabulary.Generators, field, ref value);
                break;
            case AnnotationField.Generator2:
                _generator2 = Number(vocabulary.Generators, field, ref value);
                break;
            case AnnotationField.Dataset:
                _dataset = value.TokenType == JsonTokenType.Null ? -1 : Number(vocabulary.Datasets, field, ref value);
                break;
            case AnnotationField.Annotator:
                _annotator = value.TokenType == JsonTokenType.Null ? -1 : Number(vocabulary.Annotators, field, ref value);
                break;
            case AnnotationField.Output1:
                _length1 = Measure(Text(field, ref value), field);
                break;
            case AnnotationField.Output2:
                ReadOnlySpan<byte> output = Text(field, ref value);
                _length2 = Measure(output, field);
                _hash2 = TextHash.Compute(output);
                _sketch2 = TextSketch.Of(output);
                break;
            case AnnotationField.Preference:
                _preference = Preference(ref value);
                break;
            case AnnotationField.Notes:
                // Its elements come between the two brackets.
                if (value.TokenType != JsonTokenType.EndArray) _notes = default;
                break;
        }
    }

    /// <summary>Takes an element of the notes; one that is no note of ours is passed over, since the field is nobody's standard.</summary>
    public void TakeNote(ref Utf8JsonReader value)
    {
        if (value.TokenType != JsonTokenType.String) return;
        foreach ((ItemNote note, byte[] name) in NoteNames)
        {
            if (value.ValueTextEquals(name)) _notes = _notes.With(note);
        }
    }

    /// <summary>Returns the pooled buffers.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_utf8);
        ArrayPool<char>.Shared.Return(_utf16);
        _utf8 = [];
        _utf16 = [];
    }

    private int Number(InternTable table, AnnotationField field, ref Utf8JsonReader value)
    {
        ReadOnlySpan<byte> text = Text(field, ref value);
        Measure(text, field);
        if (_utf16.Length < text.Length) Replace(ref _utf16, text.Length);
        int length = Encoding.UTF8.GetChars(text, _utf16);
        return table.GetOrAdd(_utf16.AsSpan(0, length));
    }

    private ReadOnlySpan<byte> Text(AnnotationField field, ref Utf8JsonReader value)
    {
        if (value.TokenType != JsonTokenType.String) throw WrongType(field, value.TokenType);
        if (!value.ValueIsEscaped) return value.ValueSpan;
        if (_utf8.Length < value.ValueSpan.Length) Replace(ref _utf8, value.ValueSpan.Length);
        return _utf8.AsSpan(0, JsonText.Unescape(value.ValueSpan, _utf8));
    }

    private int Measure(ReadOnlySpan<byte> text, AnnotationField field)
    {
        int length = JsonText.CountCodePoints(text);
        if (length < 0) throw new InputException($"{file}, row {Row}: the field \"{field.Name()}\" is not valid UTF-8; save the file in UTF-8.");
        return length;
    }

    // AlpacaEval writes 1 to 2, and a tie as 0 or 1.5.
    private double Preference(ref Utf8JsonReader value)
    {
        if (value.TokenType == JsonTokenType.Null) return double.NaN;
        if (value.TokenType != JsonTokenType.Number) throw WrongType(AnnotationField.Preference, value.TokenType);
        double preference = value.GetDouble();
        return preference switch
        {
            0 => 0.5,
            >= 1 and <= 2 => preference - 1,
            _ => throw new InputException(
                $"{file}, row {Row}: the field \"preference\" is {InputErrors.Quote(Encoding.UTF8.GetString(value.ValueSpan))}; it must lie between "
                + "1 (output_1 is better) and 2 (output_2 is better), be 0 for a tie, or be null where there is no verdict."),
        };
    }

    private InputException Missing(AnnotationField field) => new(
        field == AnnotationField.Preference
            ? $"{file}, row {Row}: the field \"preference\" is missing; write null where there is no verdict."
            : $"{file}, row {Row}: the field \"{field.Name()}\" is missing; "
              + "every row needs instruction, output_1, output_2, generator_1, generator_2 and preference.");

    private InputException WrongType(AnnotationField field, JsonTokenType found)
    {
        string expected = field switch
        {
            AnnotationField.Preference => "a number from 1 to 2 or null",
            AnnotationField.Dataset or AnnotationField.Annotator => "a string or null",
            _ => "a string",
        };
        return new InputException($"{file}, row {Row}: the field \"{field.Name()}\" is {JsonErrors.Describe(found)}; it must be {expected}.");
    }

    private static void Replace<T>(ref T[] buffer, int length)
    {
        ArrayPool<T>.Shared.Return(buffer);
        buffer = [];
        buffer = ArrayPool<T>.Shared.Rent(length);
    }
}
