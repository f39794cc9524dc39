using System.Text;
using Assay.Reporting.Formatting;

namespace Assay.Reporting.Documents;

/// <summary>Text that GitHub's Markdown shows as it is.</summary>
internal static class MarkdownText
{
    /// <summary>The text on one line, with whatever Markdown or HTML would read as markup escaped.</summary>
    public static string Escape(string text)
    {
        string clean = DisplayText.Clean(text);
        StringBuilder escaped = new(clean.Length + 8);
        for (int i = 0; i < clean.Length; i++)
        {
            _ = clean[i] switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '@' => escaped.Append("&#64;"),
                '_' when IsInsideWord(clean, i) => escaped.Append('_'),
                '\\' or '`' or '|' or '*' or '_' or '~' or '[' or ']' or '#' or '$' => escaped.Append('\\').Append(clean[i]),
                char c => escaped.Append(c),
            };
        }
        return escaped.ToString();
    }

    // An underscore between letters or digits, as in most model names, is no emphasis.
    private static bool IsInsideWord(string text, int i) =>
        i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]);
}
