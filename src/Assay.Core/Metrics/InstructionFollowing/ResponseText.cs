using System.Text.RegularExpressions;

namespace Assay.Core.Metrics.InstructionFollowing;

/// <summary>Words, sentences and paragraphs as IFEval's checks count them.</summary>
public static partial class ResponseText
{
    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant)]
    internal static partial Regex Word { get; }

    [GeneratedRegex(@"[.!?]+(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd { get; }

    [GeneratedRegex(@"[.!?]+[""'”’)\]]*(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex QuotedEnd { get; }

    // What stands before a full stop that ends no sentence: titles, dotted acronyms and single initials.
    [GeneratedRegex(@"(?:^|[\s(""'])(?:Mr|Mrs|Ms|Dr|Prof|St|vs|etc|e\.g|i\.e|Ph\.D|[A-Za-z](?:\.[A-Za-z])*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Abbreviation { get; }

    /// <summary>Runs of letters, digits and underscores.</summary>
    public static int CountWords(string text) => Word.Count(text);

    /// <summary>
    /// Parts that end at full stops, exclamation or question marks before white space; what follows the last is one more. IFEval asks NLTK's trained splitter,
    /// which knows abbreviations: it counts fewer where they stand.
    /// </summary>
    public static int CountSentences(string text)
    {
        int count = 0, start = 0;
        foreach (ValueMatch end in SentenceEnd.EnumerateMatches(text))
        {
            if (!string.IsNullOrWhiteSpace(text[start..end.Index])) count++;
            start = end.Index + end.Length;
        }
        return string.IsNullOrWhiteSpace(text[start..]) ? count : count + 1;
    }

    /// <summary>Sentences as texts; a line break is a space, and the full stop of an abbreviation or dotted acronym ends none.</summary>
    public static IReadOnlyList<string> Sentences(string text)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        List<string> sentences = [];
        int start = 0;
        foreach (ValueMatch end in QuotedEnd.EnumerateMatches(line))
        {
            int after = end.Index + end.Length;
            if (line[end.Index] == '.' && end.Length == 1 && after < line.Length && Abbreviation.IsMatch(line[start..end.Index])) continue;
            Add(line[start..after]);
            start = after;
        }
        Add(line[start..]);
        return sentences;

        void Add(string sentence)
        {
            if (sentence.Trim() is { Length: > 0 } trimmed) sentences.Add(trimmed);
        }
    }

    /// <summary>How often a text stands in another, without overlaps and without case.</summary>
    internal static int CountIgnoringCase(string text, string part)
    {
        int count = 0;
        for (int at = 0; part.Length > 0 && (at = text.IndexOf(part, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += part.Length) count++;
        return count;
    }

    /// <summary>The parts between a separator, of which empty ones at the ends are left out; null where one elsewhere is empty.</summary>
    internal static List<string>? Parts(string text, string separator)
    {
        string[] all = text.Split(separator);
        List<string> parts = [];
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i].Trim() is { Length: > 0 } part) parts.Add(part);
            else if (i > 0 && i < all.Length - 1) return null;
        }
        return parts;
    }
}
