using System.Globalization;
using System.Text;

namespace Assay.Reporting.Formatting;

/// <summary>
/// Names and notes come from files that anybody may have written. Before a person sees them, whatever could move a terminal's cursor,
/// turn the reading direction or break a line is replaced by U+FFFD.
/// </summary>
internal static class DisplayText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text on one line, without control characters, direction marks, line separators and unpaired surrogates.</summary>
    public static string Clean(string text)
    {
        int first = IndexOfUnsafe(text);
        if (first < 0) return text;
        StringBuilder clean = new(text.Length);
        clean.Append(text, 0, first);
        for (int i = first; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) clean.Append(text[i]).Append(text[++i]);
            else clean.Append(IsUnsafe(text[i]) ? Replacement : text[i]);
        }
        return clean.ToString();
    }

    /// <summary>At most <paramref name="length"/> text elements (what a reader calls characters); a longer text ends in an ellipsis.</summary>
    public static string Shorten(string text, int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        if (text.Length <= length) return text;
        int[] starts = StringInfo.ParseCombiningCharacters(text);
        return starts.Length <= length ? text : string.Concat(text.AsSpan(0, starts[length - 1]).TrimEnd(), "…");
    }

    private static int IndexOfUnsafe(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (IsUnsafe(text[i])) return i;
        }
        return -1;
    }

    private static bool IsUnsafe(char c) =>
        c is (>= '\u0000' and < ' ') or (>= '\u007F' and <= '\u009F')
            or '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069')
            or '\uFEFF' or '\uFFFE' or '\uFFFF'
        || char.IsSurrogate(c);
}
