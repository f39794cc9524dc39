using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Assay.Core.Judging;

/// <summary>
/// The identity of an item in 16 bytes: the first half of SHA-256 over the parts that make it what it is. Small, so that the identities of
/// all finished items fit in memory.
/// </summary>
/// <param name="Value">The first 128 bits of the hash, big-endian.</param>
public readonly record struct ItemId(UInt128 Value) : ISpanFormattable
{
    /// <summary>
    /// The identity of these parts in this order. Parts are UTF-8 with their length before them, so that no two lists of parts give the same bytes; null
    /// differs from empty.
    /// </summary>
    public static ItemId Of(params ReadOnlySpan<string?> parts)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (string? part in parts)
        {
            byte[] bytes = part is null ? [] : Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32BigEndian(length, part is null ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return new ItemId(BinaryPrimitives.ReadUInt128BigEndian(digest));
    }

    /// <summary>Reads what <see cref="ToString()"/> wrote.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ItemId id)
    {
        bool isId = UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out UInt128 value) && text.Length == 32;
        id = new ItemId(isId ? value : default);
        return isId;
    }

    /// <summary>32 lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Value.TryFormat(destination, out charsWritten, "x32", CultureInfo.InvariantCulture);
}
