using System.Globalization;

namespace Assay.Core.Metrics.Matching;

/// <summary>
/// Words as DROP's script (Dua and others 2019) and those after it compare them: split at white space and hyphens, lower-cased, without punctuation and
/// articles; a word that is a number is its value, so "3,000", "$3,000." and "3000" are one word, and "(3.14)" is "3.14".
/// </summary>
public static class WordNormaliser
{
    /// <summary>The words in their order; repeats stay.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="stopWords">Words that are left out, compared after normalising.</param>
    public static IReadOnlyList<string> Words(string text, IEnumerable<string>? stopWords = null)
    {
        HashSet<string> left = [.. (stopWords ?? []).Select(Word)];
        List<string> words = [];
        foreach (string part in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            // A hyphen in front of a digit is a sign where the whole part is a number; elsewhere it parts words.
            foreach (string token in Number(part) is null ? part.Split('-', StringSplitOptions.RemoveEmptyEntries) : [part])
            {
                string word = Word(token);
                if (word.Length > 0 && !left.Contains(word)) words.Add(word);
            }
        }
        return words;
    }

    private static string Word(string token)
    {
        if (Number(token) is { } value) return value.ToString("R", CultureInfo.InvariantCulture);
        string plain = AsciiPunctuation.Remove(token.ToLowerInvariant());
        return plain is "a" or "an" or "the" ? "" : plain;
    }

    private static double? Number(string token)
    {
        ReadOnlySpan<char> bare = AsciiPunctuation.Trim(token);
        if (bare.IsEmpty || !(char.IsAsciiDigit(bare[0]) && char.IsAsciiDigit(bare[^1]))) return null;
        // Of the punctuation in front only a decimal point and a sign belong to the number.
        int start = token.IndexOf(bare[0], StringComparison.Ordinal);
        string point = start > 0 && token[start - 1] == '.' ? "." : "";
        bool isNegative = start > point.Length && token[start - point.Length - 1] == '-';
        string digits = point + bare.ToString().Replace(",", "", StringComparison.Ordinal);
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double value)
            && double.IsFinite(value) ? (isNegative ? -value : value) : null;
    }
}
