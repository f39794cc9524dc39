using System.IO.Compression;

namespace Assay.Storage.Files;

/// <summary>
/// Inflates gzip and insists on its end. <see cref="GZipStream"/> takes a file that was cut short for one that ends there, unless the
/// program that hosts us is configured otherwise; so we append a gzip member with a mark of our own, which comes out only
/// if everything before it was complete.
/// </summary>
internal sealed class WholeGzipStream : SequentialStream
{
    // Header, one stored block with the mark, its CRC-32 and its length (RFC 1952).
    private static readonly byte[] EndMember =
    [
        0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff, 1, 16, 0, 0xef, 0xff,
        .. EndMark,
        0x7e, 0x88, 0xfe, 0xb5, 16, 0, 0, 0,
    ];

    private readonly BracketedStream _compressed;
    private readonly GZipStream _inflated;
    private ReadOnlyMemory<byte>? _rest;

    /// <param name="before">Compressed bytes that were read from the stream already.</param>
    /// <param name="stream">The stream; stays open.</param>
    public WholeGzipStream(ReadOnlyMemory<byte> before, Stream stream)
    {
        _compressed = new BracketedStream(before, stream, EndMember);
        _inflated = new GZipStream(_compressed, CompressionMode.Decompress);
    }

    private static ReadOnlySpan<byte> EndMark => "assay: all read\n"u8;

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The data are damaged or cut short.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_rest is null)
        {
            int read = _inflated.Read(buffer);
            if (!_compressed.HasEnded && (read > 0 || buffer.IsEmpty)) return read;
            _rest = ReadToMark(buffer[..read]);
        }
        int count = Math.Min(buffer.Length, _rest.Value.Length);
        _rest.Value.Span[..count].CopyTo(buffer);
        _rest = _rest.Value[count..];
        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _inflated.Dispose();
        base.Dispose(disposing);
    }

    // What the last compressed bytes inflate to is a small part of the whole.
    private ReadOnlyMemory<byte> ReadToMark(ReadOnlySpan<byte> start)
    {
        using MemoryStream rest = new();
        rest.Write(start);
        _inflated.CopyTo(rest);
        ReadOnlyMemory<byte> bytes = rest.GetBuffer().AsMemory(0, (int)rest.Length);
        if (!bytes.Span.EndsWith(EndMark)) throw new InvalidDataException("The gzip data do not end where the stream ends.");
        return bytes[..^EndMark.Length];
    }
}
