namespace Assay.Core.Audits.Overlap;

/// <summary>
/// What a byte of UTF-8 is to the normalisation of n-grams: white space splits words, ASCII punctuation is deleted, ASCII letters are lower-cased, all else stays
/// (the rule of the EleutherAI harness' janitor). ASCII control characters count as white space.
/// </summary>
internal static class ByteClass
{
    /// <summary>Punctuation: nothing is left of it.</summary>
    public const byte Deleted = 0;

    /// <summary>White space.</summary>
    public const byte Space = 1;

    /// <summary>A line feed: white space, and the end of a passage.</summary>
    public const byte LineFeed = 2;

    /// <summary>The first byte of a character that may be white space: <see cref="SpaceLength"/> tells.</summary>
    public const byte MayBeSpace = 3;

    /// <summary>The greatest value that is no normalised byte.</summary>
    public const byte Last = MayBeSpace;

    /// <summary>A byte that no normalised text holds; it stands before the first word of a document.</summary>
    public const byte Boundary = 0xFF;

    /// <summary>By byte: one of the classes above, or the normalised byte.</summary>
    public static ReadOnlySpan<byte> Table => Classes;

    private static readonly byte[] Classes = [.. Enumerable.Range(0, 256).Select(static value => Of((byte)value))];

    /// <summary>Bytes of the white-space character that the text begins with, beyond ASCII; 0 where it begins with none.</summary>
    public static int SpaceLength(ReadOnlySpan<byte> text) => text switch
    {
        [0xC2, 0x85 or 0xA0, ..] => 2,
        [0xE1, 0x9A, 0x80, ..] => 3,
        [0xE2, 0x80, (>= 0x80 and <= 0x8A) or 0xA8 or 0xA9 or 0xAF, ..] => 3,
        [0xE2, 0x81, 0x9F, ..] => 3,
        [0xE3, 0x80, 0x80, ..] => 3,
        _ => 0,
    };

    private static byte Of(byte value) => value switch
    {
        (byte)'\n' => LineFeed,
        <= (byte)' ' or 0x7F => Space,
        >= (byte)'A' and <= (byte)'Z' => (byte)(value | 0x20),
        0xC2 or 0xE1 or 0xE2 or 0xE3 => MayBeSpace,
        < 0x7F when char.IsAsciiLetterOrDigit((char)value) => value,
        < 0x7F => Deleted,
        Boundary => 0xFE,
        _ => value,
    };
}
