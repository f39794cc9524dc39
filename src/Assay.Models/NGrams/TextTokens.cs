using System.Globalization;
using System.Text;

namespace Assay.Models.NGrams;

/// <summary>Cuts texts into tokens that give the text back when they are joined.</summary>
internal static class TextTokens
{
    /// <summary>The tokens of a text, in its order. A lone surrogate is a token of its own.</summary>
    public static IEnumerable<string> Of(string text, TextUnit unit)
    {
        for (int start = 0; start < text.Length;)
        {
            int end = unit == TextUnit.Characters ? start + LengthAt(text, start) : EndOfWord(text, start);
            yield return text[start..end];
            start = end;
        }
    }

    private static int EndOfWord(string text, int start)
    {
        int at = start;
        if (text[at] == ' ' && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1])) at++;
        if (!IsWordAt(text, at)) return at + LengthAt(text, at);
        while (at < text.Length && IsWordAt(text, at)) at += LengthAt(text, at);
        return at;
    }

    private static int LengthAt(string text, int at) => at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;

    private static bool IsWordAt(string text, int at)
    {
        if (!Rune.TryGetRuneAt(text, at, out Rune rune)) return false;
        return Rune.IsLetterOrDigit(rune)
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
    }
}
