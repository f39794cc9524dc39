using System.Globalization;
using System.Text;
using Assay.Core.Scenarios;
using Assay.Reporting.Formatting;

namespace Assay.Reporting.Documents;

/// <summary>A benchmark table as LaTeX: a <c>tabular</c> for each metric, with the rules of <c>booktabs</c>. Names are escaped.</summary>
public static class BenchmarkLatex
{
    /// <summary>The table as LaTeX, lines ended by a line feed; notes are comments.</summary>
    public static string Render(BenchmarkTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        StringBuilder text = new("% needs \\usepackage{booktabs}\n");
        foreach (BenchmarkSection section in BenchmarkRows.Of(table))
        {
            text.Append(CultureInfo.InvariantCulture, $"% {LatexText.Escape(BenchmarkWords.Metric(section.Metric))}, {LatexText.Escape(Figures.Level(table.Confidence))} intervals\n");
            text.Append(CultureInfo.InvariantCulture, $"\\begin{{tabular}}{{l{new string('r', table.Models.Length + 1)}}}\n\\toprule\n");
            AppendRow(text, ["Scenario", .. table.Models.Select(LatexText.Escape), "$n$"]);
            text.Append("\\midrule\n");
            foreach (BenchmarkRow row in section.Rows)
            {
                // A bracket after \\ would be read as a length, so cells that begin with one are braced; figures never do, and names are.
                AppendRow(text, [$"{{{LatexText.Escape(row.Subject)}}}", .. row.Cells.Select(cell => LatexText.Escape(BenchmarkWords.WithInterval(cell, row.Metric))), LatexText.Escape(row.Count)]);
            }
            text.Append("\\bottomrule\n\\end{tabular}\n\n");
        }
        foreach (string note in table.Notes) text.Append(CultureInfo.InvariantCulture, $"% {LatexText.Escape(note)}\n");
        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(" & ", cells).Append(" \\\\\n");
}
