using System.Text;
using Assay.Reporting.Formatting;

namespace Assay.Reporting.Documents;

/// <summary>Text that LaTeX sets as it is: no name from a file becomes a command.</summary>
internal static class LatexText
{
    /// <summary>The text on one line, with LaTeX's special characters escaped.</summary>
    public static string Escape(string text)
    {
        string clean = DisplayText.Clean(text);
        StringBuilder escaped = new(clean.Length + 8);
        foreach (char c in clean)
        {
            _ = c switch
            {
                '\\' => escaped.Append("\\textbackslash{}"),
                '~' => escaped.Append("\\textasciitilde{}"),
                '^' => escaped.Append("\\textasciicircum{}"),
                '–' => escaped.Append("--"),
                '&' or '%' or '$' or '#' or '_' or '{' or '}' => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        }
        return escaped.ToString();
    }
}
