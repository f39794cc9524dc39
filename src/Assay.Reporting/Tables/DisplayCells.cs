using System.Globalization;
using Spectre.Console.Rendering;

namespace Assay.Reporting.Tables;

/// <summary>Lengths in terminal cells: a letter of an East Asian script takes two.</summary>
internal static class DisplayCells
{
    /// <summary>The cells that a text on one line takes.</summary>
    public static int Width(string text) => new Segment(text).CellCount();

    /// <summary>The text, broken at spaces into lines of at most <paramref name="width"/> cells; a longer word stands alone on its line.</summary>
    public static IReadOnlyList<string> Wrap(string text, int width)
    {
        List<string> lines = [];
        string line = "";
        foreach (string word in text.Split(' '))
        {
            string longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length == 0 || Width(longer) <= width)
            {
                line = longer;
                continue;
            }
            lines.Add(line);
            line = word;
        }
        lines.Add(line);
        return lines;
    }

    /// <summary>The text with spaces before it, so that it takes <paramref name="width"/> cells.</summary>
    public static string PadLeft(string text, int width) => new string(' ', Math.Max(0, width - Width(text))) + text;

    /// <summary>The text with spaces after it, so that it takes <paramref name="width"/> cells.</summary>
    public static string PadRight(string text, int width) => text + new string(' ', Math.Max(0, width - Width(text)));

    /// <summary>The text, ending in an ellipsis where it would take more than <paramref name="width"/> cells (at least 1).</summary>
    public static string Shorten(string text, int width)
    {
        if (text.Length <= width / 2 || Width(text) <= width) return text;
        int end = 0;
        foreach (int start in StringInfo.ParseCombiningCharacters(text))
        {
            if (Width(text[..start]) > width - 1) break;
            end = start;
        }
        return text[..end].TrimEnd() + "…";
    }
}
