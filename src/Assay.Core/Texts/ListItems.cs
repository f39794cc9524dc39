namespace Assay.Core.Texts;

/// <summary>
/// Finds lists in outputs by AlpacaEval's rule: an item is a line that starts, after white space, with <c>*</c>, <c>•</c> or <c>-</c>, with a number that
/// <c>.</c> or <c>)</c> follows, or with one Latin letter that <c>.</c> or <c>)</c> and white space follow.
/// Source: Dubois et al. (2023), AlpacaFarm, and the code of AlpacaEval.
/// </summary>
public static class ListItems
{
    private const byte LineFeed = (byte)'\n';

    /// <summary>Number of list items; 0 for an empty text.</summary>
    /// <param name="utf8">The text, in UTF-8.</param>
    public static int Count(ReadOnlySpan<byte> utf8)
    {
        int count = 0;
        while (true)
        {
            int end = utf8.IndexOf(LineFeed);
            // The white space after a letter's marker may be the line's end.
            if (IsItem(end < 0 ? utf8 : utf8[..(end + 1)])) count++;
            if (end < 0) return count;
            utf8 = utf8[(end + 1)..];
        }
    }

    private static bool IsItem(ReadOnlySpan<byte> line)
    {
        line = line.TrimStart(" \t\r\f\v"u8);
        if (line.IsEmpty) return false;
        if (line[0] is (byte)'*' or (byte)'-' || line.StartsWith("•"u8)) return true;
        int digits = line.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits > 0) return IsMark(line[digits]);
        return char.IsAsciiLetter((char)line[0]) && line.Length > 2 && IsMark(line[1]) && " \t\r\n\f\v"u8.Contains(line[2]);
    }

    private static bool IsMark(byte unit) => unit is (byte)'.' or (byte)')';
}
