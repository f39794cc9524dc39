using System.Globalization;
using Assay.Core.Audits.Factuality;
using Assay.Statistics.Estimation;
using CsvHelper;

namespace Assay.Reporting.Documents;

/// <summary>
/// The trade-off of conformal factuality as CSV: one row per alpha, percent from 0 to 100, numbers with all their digits, empty for the unknown.
/// </summary>
public static class FactualityCsv
{
    private static readonly string[] Header =
    [
        "score", "acceptable_share", "alpha", "threshold", "n", "coverage", "coverage_lower", "coverage_upper",
        "removed", "removed_standard_error", "removed_lower", "removed_upper", "n_emptied",
    ];

    /// <summary>A header and one row per alpha, ascending.</summary>
    public static string Render(FactualityReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        StringWriter text = new(CultureInfo.InvariantCulture);
        using (CsvWriter csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true))
        {
            csv.WriteRecord(Header);
            foreach (FactualityCurvePoint point in report.Curve) csv.WriteRecord(Row(report, point));
        }
        return text.ToString();
    }

    private static string[] Row(FactualityReport report, FactualityCurvePoint point)
    {
        (Estimate correct, Estimate removed) = (point.Outcome.Correct, point.Outcome.Removed);
        return
        [
            CsvCells.Text(report.Score), CsvCells.Number(report.Options.AcceptableShare), CsvCells.Number(point.Alpha), CsvCells.Number(point.Threshold),
            CsvCells.Number((int?)correct.Count), Percent(correct.Value), Percent(correct.Interval?.Lower), Percent(correct.Interval?.Upper),
            Percent(removed.Value), Percent(removed.StandardError), Percent(removed.Interval?.Lower), Percent(removed.Interval?.Upper),
            CsvCells.Number((int?)point.Outcome.Emptied),
        ];
    }

    private static string Percent(double? share) => CsvCells.Number(100 * share);
}
