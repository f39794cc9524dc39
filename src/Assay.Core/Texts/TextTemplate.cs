using System.Buffers;
using System.Text;

namespace Assay.Core.Texts;

/// <summary>A text with places <c>{name}</c>.</summary>
public static class TextTemplate
{
    private static readonly SearchValues<char> NotInNames = SearchValues.Create("{}\"'\n\r");

    /// <summary>
    /// The template with its places filled, each once and from the template alone: a filled-in text is never searched for places. A brace that opens no
    /// place (nothing closes it on its line, or what it holds is no name) stands as it is.
    /// </summary>
    /// <param name="template">The template.</param>
    /// <param name="value">The text for a name; null leaves the place as it stands.</param>
    public static string Fill(string template, Func<string, string?> value)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(value);
        int brace = template.IndexOf('{', StringComparison.Ordinal);
        if (brace < 0) return template;
        StringBuilder filled = new(template.Length + 256);
        int done = 0;
        while (brace >= 0)
        {
            int end = template.IndexOf('}', brace);
            string? text = end > brace + 1 && IsName(template.AsSpan(brace + 1, end - brace - 1)) ? value(template[(brace + 1)..end]) : null;
            int next = text is null ? brace + 1 : end + 1;
            filled.Append(template, done, (text is null ? next : brace) - done).Append(text);
            done = next;
            brace = template.IndexOf('{', done);
        }
        return filled.Append(template, done, template.Length - done).ToString();
    }

    /// <summary>The names of a template's places, each once.</summary>
    public static IReadOnlyList<string> Names(string template)
    {
        List<string> names = [];
        Fill(template, name =>
        {
            if (!names.Contains(name, StringComparer.Ordinal)) names.Add(name);
            return null;
        });
        return names;
    }

    // Columns may have spaces and punctuation in their names, JSON in a template has quotation marks and line breaks.
    private static bool IsName(ReadOnlySpan<char> text) => !text.ContainsAny(NotInNames) && !char.IsWhiteSpace(text[0]);
}
