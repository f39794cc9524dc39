using System.Buffers.Binary;
using System.Diagnostics;
using System.Numerics;
using System.Text;
using System.Text.Unicode;

namespace Assay.Storage.Annotations;

/// <summary>The bytes between a JSON string's quotes, as the text they mean. The JSON reader has checked the escapes already.</summary>
internal static class JsonText
{
    /// <summary>
    /// Resolves escapes into <paramref name="text"/>, which must be at least as long as <paramref name="raw"/>. Half a surrogate pair stands
    /// for no character and becomes U+FFFD, one code point, as it does when .NET enumerates runes.
    /// </summary>
    /// <returns>The number of bytes written.</returns>
    public static int Unescape(ReadOnlySpan<byte> raw, Span<byte> text)
    {
        int written = 0;
        while (true)
        {
            int run = raw.IndexOf((byte)'\\');
            if (run < 0) break;
            raw[..run].CopyTo(text[written..]);
            written += run;
            byte kind = raw[run + 1];
            raw = raw[(run + 2)..];
            if (kind == 'u') written += ReadCodePoint(ref raw).EncodeToUtf8(text[written..]);
            else text[written++] = Simple(kind);
        }
        raw.CopyTo(text[written..]);
        return written + raw.Length;
    }

    /// <summary>Number of Unicode code points in valid UTF-8, that is of bytes that do not continue another; or -1 where it is not valid.</summary>
    public static int CountCodePoints(ReadOnlySpan<byte> utf8)
    {
        if (Ascii.IsValid(utf8)) return utf8.Length;
        if (!Utf8.IsValid(utf8)) return -1;
        int count = utf8.Length;
        while (utf8.Length >= sizeof(ulong))
        {
            ulong word = BinaryPrimitives.ReadUInt64LittleEndian(utf8);
            count -= BitOperations.PopCount((word >> 7) & (~word >> 6) & 0x0101_0101_0101_0101);
            utf8 = utf8[sizeof(ulong)..];
        }
        foreach (byte unit in utf8)
        {
            if ((unit & 0xC0) == 0x80) count--;
        }
        return count;
    }

    private static byte Simple(byte kind) => kind switch
    {
        (byte)'n' => (byte)'\n',
        (byte)'t' => (byte)'\t',
        (byte)'r' => (byte)'\r',
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        (byte)'"' or (byte)'\\' or (byte)'/' => kind,
        _ => throw new UnreachableException("The JSON reader lets no other escape pass."),
    };

    // Begins after "\u" and moves past the four digits, or past both halves of a pair.
    private static Rune ReadCodePoint(ref ReadOnlySpan<byte> raw)
    {
        char unit = ReadUnit(raw);
        raw = raw[4..];
        if (Rune.TryCreate(unit, out Rune rune)) return rune;
        if (raw is [(byte)'\\', (byte)'u', ..] && Rune.TryCreate(unit, ReadUnit(raw[2..]), out rune))
        {
            raw = raw[6..];
            return rune;
        }
        return Rune.ReplacementChar;
    }

    private static char ReadUnit(ReadOnlySpan<byte> digits)
    {
        Span<byte> unit = stackalloc byte[2];
        Convert.FromHexString(digits[..4], unit, out _, out _);
        return (char)BinaryPrimitives.ReadUInt16BigEndian(unit);
    }
}
