using System.Buffers.Binary;

namespace Assay.Storage.Annotations;

/// <summary>
/// A 64-bit hash of bytes that tells texts apart at memory speed: 16 bytes a step, the 128-bit product of both halves folded to 64 bits
/// (the folded multiplication of Wang Yi's wyhash). Equal bytes give equal hashes on every machine; different ones collide with a
/// probability of about 2^-64. It is no defence against somebody who builds collisions on purpose.
/// </summary>
internal static class TextHash
{
    // Fractional bits of the square roots of 2, 3, 5 and 7, made odd: numbers with nothing up their sleeve.
    private const ulong First = 0x6a09e667f3bcc909;
    private const ulong Second = 0xbb67ae8584caa73b;
    private const ulong Third = 0x3c6ef372fe94f82b;
    private const ulong Fourth = 0xa54ff53a5f1d36f1;

    /// <summary>The hash of <paramref name="bytes"/>.</summary>
    public static ulong Compute(ReadOnlySpan<byte> bytes)
    {
        ulong length = (ulong)bytes.Length;
        ulong even = First, odd = Third;
        while (bytes.Length >= 32)
        {
            even = Fold(BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ Second, BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]) ^ even);
            odd = Fold(BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]) ^ Fourth, BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]) ^ odd);
            bytes = bytes[32..];
        }
        Span<byte> last = stackalloc byte[32];
        last.Clear();
        bytes.CopyTo(last);
        even = Fold(BinaryPrimitives.ReadUInt64LittleEndian(last) ^ Second, BinaryPrimitives.ReadUInt64LittleEndian(last[8..]) ^ even);
        odd = Fold(BinaryPrimitives.ReadUInt64LittleEndian(last[16..]) ^ Fourth, BinaryPrimitives.ReadUInt64LittleEndian(last[24..]) ^ odd);
        return Fold(even ^ length ^ First, odd ^ Third);
    }

    private static ulong Fold(ulong left, ulong right)
    {
        ulong high = Math.BigMul(left, right, out ulong low);
        return high ^ low;
    }
}
