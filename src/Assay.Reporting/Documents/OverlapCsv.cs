using System.Globalization;
using Assay.Core.Audits.Overlap;
using Assay.Reporting.Formatting;
using CsvHelper;

namespace Assay.Reporting.Documents;

/// <summary>An audit for overlap as CSV: one row per test item with the first place of what decided its outcome; percent from 0 to 100, empty for the unknown.</summary>
public static class OverlapCsv
{
    private static readonly string[] Header =
        ["item", "outcome", "words", "n_ngrams", "n_ngrams_found", "found", "similarity", "file", "row", "offset"];

    /// <summary>A header and one row per item, in the test set's order.</summary>
    public static string Render(OverlapReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        StringWriter text = new(CultureInfo.InvariantCulture);
        using (CsvWriter csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true))
        {
            csv.WriteRecord(Header);
            foreach (OverlapItem item in report.Items) csv.WriteRecord(Row(item));
        }
        return text.ToString();
    }

    private static string[] Row(OverlapItem item)
    {
        OverlapPlace? place = OverlapWords.First(item);
        return
        [
            CsvCells.Number((int?)item.Number), OverlapWords.Name(item.Outcome), CsvCells.Number((int?)item.Words), CsvCells.Number((int?)item.NGrams),
            CsvCells.Number((int?)item.NGramsFound), CsvCells.Number(100 * item.Share), CsvCells.Number(item.Similarity), CsvCells.Text(place?.File),
            place?.Row?.ToString(CultureInfo.InvariantCulture) ?? "", place?.Offset.ToString(CultureInfo.InvariantCulture) ?? "",
        ];
    }
}
