using System.Text.RegularExpressions;

namespace Assay.Core.Metrics.Mathematics;

/// <summary>Cuts a formula, LaTeX or plain, into tokens: numbers, names, commands without their backslash's arguments, and signs.</summary>
internal static partial class MathLexer
{
    // What only shapes the page, or names a unit that both sides leave to the reader.
    private static readonly HashSet<string> Left =
    [
        "\\left", "\\right", "\\big", "\\Big", "\\bigl", "\\bigr", "\\Bigl", "\\Bigr", "\\displaystyle", "\\quad", "\\qquad", "\\,", "\\;", "\\:", "\\!", "\\ ",
        "\\$", "$", "~", "\\limits",
    ];

    [GeneratedRegex(
        @"\d+(?:\.\d+)?(?:[eE][+-]?\d+(?![A-Za-z]))?|\.\d+|\\[A-Za-z]+|\\.|\*\*|<=|>=|!=|==|[A-Za-z]{2,}|\S",
        RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Token { get; }

    // Commas that group thousands: never inside brackets with other members, where "1,234" may be two values.
    [GeneratedRegex(@"^(\s*[-+]?\s*)(\d{1,3}(?:,\d{3})+)(?![\d,])(.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Thousands { get; }

    [GeneratedRegex(@"(?<=\d),\\!(?=\d{3})|(?<=\d)(?:\\,|\\ |\{,\})(?=\d{3}(?!\d))", RegexOptions.CultureInvariant)]
    private static partial Regex ThinSpaces { get; }

    [GeneratedRegex(@"\\(?:text|textbf|textit|mathrm|mbox|operatorname|mathbf)\s*\{([^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex TextCommand { get; }

    public static List<string> Tokens(string formula)
    {
        string plain = TextCommand.Replace(ThinSpaces.Replace(formula.Replace("\\$", "", StringComparison.Ordinal), ""), static match =>
            InWords(match.Groups[1].Value));
        if (Thousands.Match(plain) is { Success: true } grouped && !grouped.Groups[3].Value.Contains(',', StringComparison.Ordinal))
            plain = grouped.Groups[1].Value + grouped.Groups[2].Value.Replace(",", "", StringComparison.Ordinal) + grouped.Groups[3].Value;
        List<string> tokens = [];
        foreach (ValueMatch match in Token.EnumerateMatches(plain))
        {
            string token = plain.Substring(match.Index, match.Length);
            if (Left.Contains(token)) continue;
            tokens.Add(OneSpelling(token));
        }
        return tokens;
    }

    // A unit after a number is left out; a word that is mathematics stays.
    private static string InWords(string text) =>
        text.Trim() is { } word && (OneSpelling(word) != word || MathFunctions.Of(word) is not null) ? $" {word} " : " ";

    private static string OneSpelling(string token) => token switch
    {
        "\\dfrac" or "\\tfrac" or "\\cfrac" => "\\frac",
        "\\dbinom" or "\\tbinom" => "\\binom",
        "\\cdot" or "\\times" or "\\ast" or "·" or "×" => "*",
        "\\div" or "÷" => "/",
        "**" => "^",
        "−" or "–" => "-",
        "==" => "=",
        "\\le" or "\\leq" or "\\leqslant" or "<=" => "≤",
        "\\ge" or "\\geq" or "\\geqslant" or ">=" => "≥",
        "\\ne" or "\\neq" or "!=" => "≠",
        "\\lt" => "<",
        "\\gt" => ">",
        "\\cup" => "∪",
        "\\cap" => "∩",
        "\\infty" or "inf" or "infinity" or "oo" => "∞",
        "\\pi" or "pi" => "π",
        "√" => "\\sqrt",
        "°" or "\\degree" => "\\circ",
        "percent" or "percentage" or "pct" or "\\%" => "%",
        "\\lbrace" => "\\{",
        "\\rbrace" => "\\}",
        "\\vert" or "\\lvert" or "\\rvert" or "\\mid" => "|",
        _ => token,
    };
}
