using System.Globalization;
using Assay.Core.Audits.Calibration;
using CsvHelper;

namespace Assay.Reporting.Documents;

/// <summary>The reliability diagram as CSV: one row per bin, percent from 0 to 100, numbers with all their digits.</summary>
public static class CalibrationCsv
{
    private static readonly string[] Header = ["n", "mean_confidence", "accuracy", "accuracy_lower", "accuracy_upper", "gap"];

    /// <summary>A header and one row per bin that holds answers, confidence ascending.</summary>
    public static string Render(CalibrationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        StringWriter text = new(CultureInfo.InvariantCulture);
        using (CsvWriter csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true))
        {
            csv.WriteRecord(Header);
            foreach (ReliabilityBin bin in report.Reliability) csv.WriteRecord(Row(bin));
        }
        return text.ToString();
    }

    private static string[] Row(ReliabilityBin bin) =>
    [
        CsvCells.Number((int?)bin.Count), Percent(bin.MeanConfidence), Percent(bin.Accuracy.Value), Percent(bin.Accuracy.Interval?.Lower),
        Percent(bin.Accuracy.Interval?.Upper), Percent(bin.MeanConfidence - bin.Accuracy.Value),
    ];

    private static string Percent(double? share) => CsvCells.Number(100 * share);
}
