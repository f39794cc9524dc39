using System.Text;

namespace Assay.Cli.Help;

/// <summary>Lays out words in columns of characters.</summary>
internal static class TextLayout
{
    /// <summary>Breaks a text at spaces into lines of at most <paramref name="width"/> characters; a longer word gets a line of its own.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        StringBuilder line = new();
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }
            if (line.Length > 0) line.Append(' ');
            line.Append(word);
        }
        if (line.Length > 0) yield return line.ToString();
    }

    /// <summary>Writes a wrapped text, indented.</summary>
    public static void Paragraph(TextWriter writer, string text, int indent, int width)
    {
        foreach (string line in Wrap(text, width - indent)) writer.WriteLine(new string(' ', indent) + line);
    }

    /// <summary>
    /// Writes a term and its wrapped explanation beside it; below it where the term is too long for its column.
    /// </summary>
    public static void Term(TextWriter writer, string term, string explanation, int column, int width)
    {
        bool beside = term.Length + 4 <= column;
        string first = beside ? ("  " + term).PadRight(column) : new string(' ', column);
        if (!beside) writer.WriteLine("  " + term);
        string indent = first;
        foreach (string line in Wrap(explanation, width - column))
        {
            writer.WriteLine(indent + line);
            indent = new string(' ', column);
        }
    }
}
