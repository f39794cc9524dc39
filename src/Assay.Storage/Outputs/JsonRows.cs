using System.Text.Json;
using Assay.Core.Errors;
using Assay.Storage.Annotations;

namespace Assay.Storage.Outputs;

/// <summary>
/// Walks the objects of a file that is a JSON array of them, or JSON Lines, and holds one at a time. The window grows to the longest object and no further.
/// </summary>
internal sealed class JsonRows : IDisposable
{
    /// <summary>How deep a row may be nested.</summary>
    public const int MostDepth = 1000;

    private const int FirstWindow = 1 << 16;
    private const int ErrorExcerpt = 32;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = MostDepth };

    private readonly JsonChunks _chunks;
    private readonly string _file;
    private readonly bool _isLines;
    private readonly string _what;
    private bool _isStarted;
    private bool _isArray;
    private bool _isEnded;
    private long _line = 1;
    private int _taken;

    /// <param name="stream">The file, inflated.</param>
    /// <param name="file">Its name, for errors.</param>
    /// <param name="isLines">Whether objects stand one after another without an array around them.</param>
    /// <param name="what">What the rows are, in the plural, for errors.</param>
    public JsonRows(Stream stream, string file, bool isLines, string what)
    {
        _chunks = new JsonChunks(stream, file, FirstWindow);
        _file = file;
        _isLines = isLines;
        _what = what;
    }

    /// <summary>The number of the row read last, from 1; 0 before the first.</summary>
    public int Row { get; private set; }

    /// <summary>Goes on to the next object.</summary>
    /// <param name="row">Its JSON, until the next call.</param>
    /// <returns>False at the end.</returns>
    /// <exception cref="InputException">What comes is not JSON, or no object.</exception>
    public bool TryNext(out ReadOnlySpan<byte> row)
    {
        Take(_taken);
        _taken = 0;
        row = default;
        if (!_isStarted) Start();
        if (_isEnded || !Separate()) return false;
        Row++;
        int length = Measure();
        _taken = length;
        row = _chunks.Unread[..length];
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _chunks.Dispose();

    private void Start()
    {
        _isStarted = true;
        while (_chunks.Unread.Length < 3 && _chunks.Fill()) { }
        if (_chunks.Unread.StartsWith("\uFEFF"u8)) _chunks.Advance(3);
        if (_chunks.Unread is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) throw new InputException($"{_file} is in UTF-16; save it in UTF-8.");
        byte? first = Peek();
        if (_isLines && first is not (byte)'[') return;
        if (first is null) throw new InputException($"{_file} is empty; an array of {_what} was expected, [] for none.");
        if (first == (byte)'{')
        {
            throw new InputException(
                $"{_file} holds an object where an array of {_what} was expected; name it .jsonl if it is JSON Lines, or put [ and ] around the rows.");
        }
        if (first != (byte)'[') throw new InputException($"{_file} is no array of {_what}; it must begin with [.");
        Take(1);
        _isArray = true;
    }

    // To the next object: over the comma, or to the end.
    private bool Separate()
    {
        byte? next = Peek();
        if (!_isArray)
        {
            if (next is null) return End();
            if (next == (byte)'{') return true;
            throw new InputException($"{_file}, line {_line} (row {Row + 1}) is no object; every line of JSON Lines must be one.");
        }
        if (next == (byte)']')
        {
            Take(1);
            if (Peek() is not null) throw new InputException($"{_file} goes on after the end of its array, at line {_line}; keep one array in a file.");
            return End();
        }
        if (Row > 0)
        {
            if (next is null) throw Truncated();
            if (next != (byte)',') throw new InputException($"{_file} is not JSON: at line {_line}, after row {Row}, a comma or ] is missing; correct it.");
            Take(1);
            next = Peek();
        }
        if (next is null) throw Truncated();
        if (next == (byte)'{') return true;
        throw new InputException($"{_file}, row {Row + 1} (line {_line}) is no object; every element of the array must be one.");
    }

    private bool End()
    {
        _isEnded = true;
        return false;
    }

    // Bytes of the object that begins here.
    private int Measure()
    {
        while (true)
        {
            Utf8JsonReader reader = new(_chunks.Unread, isFinalBlock: false, new JsonReaderState(Options));
            try
            {
                reader.Read();
                if (reader.TrySkip()) return (int)reader.BytesConsumed;
            }
            catch (JsonException error)
            {
                throw NotJson(error, (int)reader.BytesConsumed);
            }
            if (!_chunks.Fill()) throw Truncated();
        }
    }

    private byte? Peek()
    {
        while (true)
        {
            ReadOnlySpan<byte> unread = _chunks.Unread;
            int at = unread.IndexOfAnyExcept(" \t\r\n"u8);
            if (at >= 0)
            {
                Take(at);
                return _chunks.Unread[0];
            }
            Take(unread.Length);
            if (!_chunks.Fill()) return null;
        }
    }

    private void Take(int count)
    {
        _line += _chunks.Unread[..count].Count((byte)'\n');
        _chunks.Advance(count);
    }

    private InputException NotJson(JsonException error, int consumed)
    {
        long line = _line + (error.LineNumber ?? 0);
        _chunks.Advance(consumed);
        while (_chunks.Unread.Length < ErrorExcerpt && _chunks.Fill()) { }
        return JsonErrors.PythonNumber(_chunks.Unread.TrimStart(":,["u8)) is { } number
            ? new InputException(
                $"{_file}, row {Row}: a field in line {line} is {number}, which Python writes but JSON does not have; write null instead.", error)
            : new InputException($"{_file} is not JSON: line {line} (row {Row}) cannot be read; correct it or write the file again.", error);
    }

    private InputException Truncated() =>
        new($"{_file} ends in the middle of its JSON, in line {_line} (after row {Row}); it was cut short, so copy or write it again.");
}
