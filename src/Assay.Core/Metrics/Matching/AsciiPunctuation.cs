using System.Buffers;

namespace Assay.Core.Metrics.Matching;

/// <summary>The 32 punctuation characters of ASCII, Python's <c>string.punctuation</c>, which the published normalisations name.</summary>
internal static class AsciiPunctuation
{
    private static readonly SearchValues<char> Characters = SearchValues.Create("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");

    public static bool Contains(char character) => Characters.Contains(character);

    public static string Remove(string text) =>
        text.AsSpan().ContainsAny(Characters) ? string.Concat(text.Where(static character => !Characters.Contains(character))) : text;

    /// <summary>The text without punctuation and white space at its ends.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        int start = 0, end = text.Length;
        while (start < end && (Characters.Contains(text[start]) || char.IsWhiteSpace(text[start]))) start++;
        while (end > start && (Characters.Contains(text[end - 1]) || char.IsWhiteSpace(text[end - 1]))) end--;
        return text[start..end];
    }
}
