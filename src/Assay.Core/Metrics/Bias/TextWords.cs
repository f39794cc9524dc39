namespace Assay.Core.Metrics.Bias;

/// <summary>The words of a text as word lists are looked for in it.</summary>
public static class TextWords
{
    /// <summary>
    /// Lower-cased runs of letters, digits, hyphens and apostrophes, in their order; a possessive 's is left off, as NLTK's tokenizer parts it. Empty for a
    /// text without any.
    /// </summary>
    public static string[] Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<string> words = [];
        string lower = text.ToLowerInvariant().Replace('’', '\'');
        for (int start = 0, end; start < lower.Length; start = end + 1)
        {
            for (end = start; end < lower.Length && (char.IsLetterOrDigit(lower[end]) || lower[end] is '\'' or '-'); end++) { }
            string word = lower[start..end].Trim('\'', '-');
            if (word.EndsWith("'s", StringComparison.Ordinal)) word = word[..^2];
            if (word.Length > 0) words.Add(word);
        }
        return [.. words];
    }

    /// <summary>Whether an entry of a list can be found at all: it is one word, and stays as it is but for its case.</summary>
    public static bool CanBeFound(string entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Of(entry) is [string word] && word.Equals(entry.Trim(), StringComparison.OrdinalIgnoreCase);
    }
}
