using CsvHelper;

namespace Assay.Reporting.Documents;

/// <summary>Writes rows of any number as CSV (RFC 4180, lines ended by a line feed), one row in memory at a time.</summary>
internal static class CsvRows
{
    /// <summary>A header, and one row for each record.</summary>
    /// <returns>The number of rows without the header.</returns>
    public static int Write<T>(TextWriter target, IEnumerable<T> records, (string Name, Func<T, string> Cell)[] columns, CancellationToken cancellation)
    {
        int rows = 0;
        using CsvWriter csv = CsvWriter.Create(target, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        csv.WriteRecord([.. columns.Select(static column => column.Name)]);
        foreach (T record in records)
        {
            cancellation.ThrowIfCancellationRequested();
            csv.WriteRecord([.. columns.Select(column => column.Cell(record))]);
            rows++;
        }
        return rows;
    }
}
