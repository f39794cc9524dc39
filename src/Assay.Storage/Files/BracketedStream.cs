namespace Assay.Storage.Files;

/// <summary>
/// A stream with bytes before and after it. Before: what was read to see what the stream holds, since a pipe cannot be rewound.
/// After: a mark. Does not own the stream.
/// </summary>
internal sealed class BracketedStream(ReadOnlyMemory<byte> before, Stream stream, ReadOnlyMemory<byte> after) : SequentialStream
{
    private ReadOnlyMemory<byte> _before = before;
    private ReadOnlyMemory<byte> _after = after;

    /// <summary>True once bytes after the stream were read.</summary>
    public bool HasEnded { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        if (!_before.IsEmpty) return Take(ref _before, buffer);
        int count = HasEnded ? 0 : stream.Read(buffer);
        if (count > 0 || buffer.IsEmpty) return count;
        HasEnded = true;
        return Take(ref _after, buffer);
    }

    private static int Take(ref ReadOnlyMemory<byte> bytes, Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, bytes.Length);
        bytes.Span[..count].CopyTo(buffer);
        bytes = bytes[count..];
        return count;
    }
}
