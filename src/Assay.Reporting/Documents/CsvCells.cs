using System.Globalization;
using System.Text;
using Assay.Reporting.Formatting;

namespace Assay.Reporting.Documents;

/// <summary>Values as CSV cells: numbers with all their digits, texts that no spreadsheet takes for a formula.</summary>
internal static class CsvCells
{
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    /// <summary>
    /// A text on one line; one that a spreadsheet would run gets a leading apostrophe. The first character is looked at before it is cleaned,
    /// since spreadsheets skip some of those that cleaning replaces.
    /// </summary>
    public static string Text(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        string clean = DisplayText.Clean(text);
        return FormulaStarts.Contains(text[0], StringComparison.Ordinal) ? "'" + clean : clean;
    }

    /// <summary>
    /// A text with its line breaks and tabs, as <see cref="Text"/> safe from being run. Other control characters and unpaired surrogates, which readers of CSV
    /// stop at or drop, stand as U+FFFD.
    /// </summary>
    public static string WholeText(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        StringBuilder clean = new(text.Length + 1);
        if (FormulaStarts.Contains(text[0], StringComparison.Ordinal)) clean.Append('\'');
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isReadable = rune.Value is '\t' or '\n' or '\r' || !Rune.IsControl(rune);
            clean.Append(isReadable ? rune.ToString() : "\uFFFD");
        }
        return clean.ToString();
    }

    /// <summary>The shortest text that reads back as the same number; empty for the unknown.</summary>
    public static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A whole number; empty for the unknown.</summary>
    public static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
