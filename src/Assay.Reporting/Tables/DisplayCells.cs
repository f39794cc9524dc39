using System.Globalization;
using Spectre.Console.Rendering;

namespace Assay.Reporting.Tables;

/// <summary>Lengths in terminal cells: a letter of an East Asian script takes two.</summary>
internal static class DisplayCells
{
    /// <summary>The cells that a text on one line takes.</summary>
    public static int Width(string text) => new Segment(text).CellCount();

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
