using System.Globalization;
using Assay.Core.Scenarios;
using Assay.Reporting.Contracts;
using CsvHelper;

namespace Assay.Reporting.Documents;

/// <summary>
/// A benchmark table as CSV (RFC 4180, lines ended by a line feed): one row per cell, the columns the fields of the JSON contract, two for an interval.
/// </summary>
public static class BenchmarkCsv
{
    private static readonly (string Name, Func<BenchmarkCellContract, string> Cell)[] Columns =
    [
        ("scenario", static cell => CsvCells.Text(cell.Scenario)),
        ("model", static cell => CsvCells.Text(cell.Model)),
        ("metric", static cell => CsvCells.Text(cell.Metric)),
        ("kind", static cell => cell.Kind),
        ("is_percent", static cell => cell.IsPercent ? "true" : "false"),
        ("grouping", static cell => CsvCells.Text(cell.Grouping)),
        ("group", static cell => CsvCells.Text(cell.Group)),
        ("value", static cell => CsvCells.Number(cell.Value)),
        ("standard_error", static cell => CsvCells.Number(cell.StandardError)),
        ("interval_lower", static cell => CsvCells.Number(cell.Interval?.Lower)),
        ("interval_upper", static cell => CsvCells.Number(cell.Interval?.Upper)),
        ("interval_method", static cell => cell.IntervalMethod ?? ""),
        ("n", static cell => CsvCells.Number(cell.N)),
        ("n_clusters", static cell => CsvCells.Number(cell.NClusters)),
        ("n_scored", static cell => CsvCells.Number(cell.NScored)),
        ("n_unread", static cell => CsvCells.Number(cell.NUnread)),
        ("n_refused", static cell => CsvCells.Number(cell.NRefused)),
        ("n_failed", static cell => CsvCells.Number(cell.NFailed)),
        ("n_skipped", static cell => CsvCells.Number(cell.NSkipped)),
        ("reason", static cell => CsvCells.Text(cell.Reason)),
    ];

    /// <summary>A header and one row per cell, in the table's order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or infinite.</exception>
    public static string Render(BenchmarkTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        StringWriter text = new(CultureInfo.InvariantCulture);
        using (CsvWriter csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true))
        {
            csv.WriteRecord([.. Columns.Select(static column => column.Name)]);
            foreach (BenchmarkCellContract cell in table.ToContract().Cells) csv.WriteRecord([.. Columns.Select(column => column.Cell(cell))]);
        }
        return text.ToString();
    }
}
