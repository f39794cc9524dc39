using System.Globalization;
using System.Text;
using Assay.Core.Scenarios;
using Assay.Reporting.Formatting;

namespace Assay.Reporting.Documents;

/// <summary>A benchmark table as GitHub Markdown: a table for each metric, a row for each scenario, a column for each model, notes as a list below. Names are
/// escaped.</summary>
public static class BenchmarkMarkdown
{
    /// <summary>The table as Markdown, lines ended by a line feed.</summary>
    public static string Render(BenchmarkTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        StringBuilder text = new();
        foreach (BenchmarkSection section in BenchmarkRows.Of(table))
        {
            if (text.Length > 0) text.Append('\n');
            text.Append(CultureInfo.InvariantCulture, $"**{MarkdownText.Escape(BenchmarkWords.Metric(section.Metric))}**, with {Figures.Level(table.Confidence)} intervals.\n\n");
            AppendRow(text, ["Scenario", .. table.Models.Select(MarkdownText.Escape), "n"]);
            AppendRow(text, [":--", .. table.Models.Select(static _ => "--:"), "--:"]);
            foreach (BenchmarkRow row in section.Rows)
                AppendRow(text, [MarkdownText.Escape(row.Subject), .. row.Cells.Select(cell => BenchmarkWords.WithInterval(cell, row.Metric)), row.Count]);
        }
        if (!table.WinRates.IsEmpty)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n**Mean win rate** over scenarios in percent, with {Figures.Level(table.Confidence)} intervals of {table.Resamples} resamples of instances.\n\n");
            AppendRow(text, ["Model", "Mean win rate", "Scenarios"]);
            AppendRow(text, [":--", "--:", "--:"]);
            foreach (MeanWinRateRow row in table.WinRates.OrderByDescending(static row => row.WinRate?.Value ?? double.NegativeInfinity))
            {
                string rate = row.WinRate is { } known ? $"{Figures.Percent(known.Value)} {Figures.PercentInterval(known.Interval)}" : Figures.Unknown;
                AppendRow(text, [MarkdownText.Escape(row.Model), rate, Figures.Count(row.Scenarios)]);
            }
        }
        if (!table.Notes.IsEmpty) text.Append('\n');
        foreach (string note in table.Notes) text.Append(CultureInfo.InvariantCulture, $"- {MarkdownText.Escape(note)}\n");
        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
