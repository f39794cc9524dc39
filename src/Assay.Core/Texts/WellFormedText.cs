using System.Text;

namespace Assay.Core.Texts;

/// <summary>Text that every encoding can carry.</summary>
public static class WellFormedText
{
    /// <summary>The text with every lone surrogate replaced by U+FFFD; the same instance where there is none.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="replaced">How many were replaced.</param>
    public static string Of(string text, out int replaced)
    {
        replaced = 0;
        if (FirstLoneSurrogate(text) < 0) return text;
        StringBuilder repaired = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes()) repaired.Append(rune.ToString());
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != repaired[i]) replaced++;
        }
        return repaired.ToString();
    }

    private static int FirstLoneSurrogate(string text)
    {
        ReadOnlySpan<char> rest = text;
        int done = 0;
        while (true)
        {
            int at = rest.IndexOfAnyInRange('\uD800', '\uDFFF');
            if (at < 0) return -1;
            bool isPair = char.IsHighSurrogate(rest[at]) && at + 1 < rest.Length && char.IsLowSurrogate(rest[at + 1]);
            if (!isPair) return done + at;
            rest = rest[(at + 2)..];
            done += at + 2;
        }
    }
}
