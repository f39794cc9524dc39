using System.Buffers;
using Assay.Core.Errors;

namespace Assay.Storage.Annotations;

/// <summary>
/// A window over a stream for a JSON reader that takes whole tokens: what it left is moved to the front and more is read behind it.
/// The window grows only for a token that does not fit, so memory follows the longest text and not the file.
/// </summary>
internal sealed class JsonChunks : IDisposable
{
    private readonly Stream _stream;
    private readonly string _name;
    private byte[] _buffer;
    private int _capacity;
    private int _start;
    private int _end;

    /// <summary>A window of <paramref name="capacity"/> bytes, at least 1; <paramref name="name"/> stands for the stream in errors.</summary>
    public JsonChunks(Stream stream, string name, int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _stream = stream;
        _name = name;
        _capacity = capacity;
        _buffer = ArrayPool<byte>.Shared.Rent(capacity);
    }

    /// <summary>What was read and not taken.</summary>
    public ReadOnlySpan<byte> Unread => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Takes <paramref name="count"/> bytes off the front.</summary>
    public void Advance(int count) => _start += count;

    /// <summary>Reads more.</summary>
    /// <returns>False at the end of the stream.</returns>
    /// <exception cref="InputException">One token is longer than an array can be.</exception>
    public bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }
        if (_end == _capacity) Grow();
        int read = _stream.ReadAtLeast(_buffer.AsSpan(_end, _capacity - _end), (_capacity - _end + 1) / 2, throwOnEndOfStream: false);
        _end += read;
        return read > 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void Grow()
    {
        if (_capacity > Array.MaxLength / 2) throw new InputException($"{_name} holds a single text of more than a gigabyte; shorten or remove it.");
        byte[] larger = ArrayPool<byte>.Shared.Rent(_capacity * 2);
        _buffer.AsSpan(0, _end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
        _capacity *= 2;
    }
}
