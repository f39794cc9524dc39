using System.Buffers;

namespace Assay.Core.Texts;

/// <summary>
/// Bytes that are written, used and given back: their memory is rented, so that a text of some kilobytes a call leaves nothing to collect. Not safe for
/// several threads. Whoever keeps them longer than the buffer copies them.
/// </summary>
public sealed class RentedBytes : IBufferWriter<byte>, IDisposable
{
    private const int LeastRented = 16 << 10;

    private byte[]? _bytes = ArrayPool<byte>.Shared.Rent(LeastRented);
    private int _written;

    /// <summary>What was written; valid until more is written or the buffer is given back.</summary>
    /// <exception cref="ObjectDisposedException">The buffer was given back.</exception>
    public ReadOnlySpan<byte> Written => Bytes.AsSpan(0, _written);

    private byte[] Bytes => _bytes ?? throw new ObjectDisposedException(nameof(RentedBytes));

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">There is no room for so many.</exception>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Bytes.Length - _written);
        _written += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return Bytes.AsMemory(_written);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return Bytes.AsSpan(_written);
    }

    /// <summary>Gives the memory back; more than once does nothing.</summary>
    public void Dispose()
    {
        if (_bytes is not { } bytes) return;
        _bytes = null;
        ArrayPool<byte>.Shared.Return(bytes);
    }

    private void MakeRoom(int wanted)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(wanted);
        byte[] bytes = Bytes;
        int room = Math.Max(1, wanted);
        if (bytes.Length - _written >= room) return;
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, Math.Max(2L * bytes.Length, (long)_written + room)));
        bytes.AsSpan(0, _written).CopyTo(larger);
        _bytes = larger;
        ArrayPool<byte>.Shared.Return(bytes);
    }
}
