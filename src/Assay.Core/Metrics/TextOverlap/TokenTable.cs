using System.Text;
using System.Text.RegularExpressions;

namespace Assay.Core.Metrics.TextOverlap;

/// <summary>Gives equal tokens equal numbers, from 0 on, so that n-grams are compared as numbers. For the texts of one comparison; not thread-safe.</summary>
internal sealed partial class TokenTable
{
    private readonly TextTokens _kind;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public TokenTable(TextTokens kind)
    {
        _kind = kind;
        _bySpan = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>How many tokens have a number.</summary>
    public int Count => _numbers.Count;

    /// <summary>The numbers of a text's tokens.</summary>
    public int[] Read(string text)
    {
        ReadOnlySpan<char> rest = _kind switch
        {
            TextTokens.LettersAndDigits => LettersAndDigits(text),
            TextTokens.Mteval13a => Mteval13a(text),
            TextTokens.Characters => Characters(text),
            _ => text,
        };
        List<int> tokens = new(rest.Length / 5 + 1);
        int start = -1;
        for (int i = 0; i <= rest.Length; i++)
        {
            if (i < rest.Length && !char.IsWhiteSpace(rest[i]))
            {
                if (start < 0) start = i;
                continue;
            }
            if (start >= 0) tokens.Add(Number(rest[start..i]));
            start = -1;
        }
        return [.. tokens];
    }

    private int Number(ReadOnlySpan<char> token)
    {
        if (_bySpan.TryGetValue(token, out int number)) return number;
        number = _numbers.Count;
        _numbers.Add(token.ToString(), number);
        return number;
    }

    private static string LettersAndDigits(string text) => string.Create(text.Length, text, static (plain, text) =>
    {
        for (int i = 0; i < plain.Length; i++)
        {
            char lower = char.ToLowerInvariant(text[i]);
            plain[i] = char.IsAsciiLetterLower(lower) || char.IsAsciiDigit(lower) ? lower : ' ';
        }
    });

    private static string Characters(string text)
    {
        StringBuilder parted = new(2 * text.Length);
        foreach (Rune rune in text.EnumerateRunes()) parted.Append(rune.ToString()).Append(' ');
        return parted.ToString();
    }

    // The script's four rules, in its order. White space parts tokens anyway, so the first rule's own space is left out.
    private static string Mteval13a(string text)
    {
        string line = text.Replace("<skipped>", "", StringComparison.Ordinal).Replace("-\n", "", StringComparison.Ordinal).Replace('\n', ' ');
        if (line.Contains('&', StringComparison.Ordinal))
        {
            line = line.Replace("&quot;", "\"", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal)
                .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal);
        }
        line = Symbols.Replace($" {line} ", " $1 ");
        line = MarkAfterOther.Replace(line, "$1 $2 ");
        line = MarkBeforeOther.Replace(line, " $1 $2");
        return DashAfterDigit.Replace(line, "$1 $2 ");
    }

    [GeneratedRegex(@"([\{-~\[-`!-&\(-\+:-@/])", RegexOptions.CultureInvariant)]
    private static partial Regex Symbols { get; }

    [GeneratedRegex(@"([^0-9])([\.,])", RegexOptions.CultureInvariant)]
    private static partial Regex MarkAfterOther { get; }

    [GeneratedRegex(@"([\.,])([^0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex MarkBeforeOther { get; }

    [GeneratedRegex(@"([0-9])(-)", RegexOptions.CultureInvariant)]
    private static partial Regex DashAfterDigit { get; }
}
