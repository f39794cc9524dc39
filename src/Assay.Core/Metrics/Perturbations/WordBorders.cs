using System.Text;

namespace Assay.Core.Metrics.Perturbations;

/// <summary>Words between anything but letters, digits, underscores and hyphens, and what stands between them.</summary>
internal static class WordBorders
{
    /// <summary>The text with each word replaced by what is said for it; null leaves it.</summary>
    public static string Replace(string text, Func<string, string?> replace)
    {
        StringBuilder rewritten = new(text.Length);
        for (int start = 0, end; start < text.Length; start = end)
        {
            bool isWord = IsInWord(text[start]);
            for (end = start + 1; end < text.Length && IsInWord(text[end]) == isWord; end++) { }
            string part = text[start..end];
            rewritten.Append(isWord ? replace(part) ?? part : part);
        }
        return rewritten.ToString();
    }

    /// <summary>The replacement written as the word was: all capitals, a capital first, or as it is.</summary>
    public static string AsCased(string replacement, string word)
    {
        if (replacement.Length == 0 || !char.IsUpper(word[0])) return replacement;
        bool isCapitals = word.Length > 1 && !word.Any(char.IsLower);
        return isCapitals ? replacement.ToUpperInvariant() : char.ToUpperInvariant(replacement[0]) + replacement[1..];
    }

    private static bool IsInWord(char character) => char.IsLetterOrDigit(character) || character is '_' or '-';
}
