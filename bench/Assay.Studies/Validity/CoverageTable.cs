using System.Globalization;
using Assay.Studies.Documents;

namespace Assay.Studies.Validity;

/// <summary>The tables of one set of samples: coverage, and the standard errors beside the true standard deviations.</summary>
internal static class CoverageTable
{
    private const string None = "–";

    /// <summary>Both tables.</summary>
    /// <param name="head">What the rows' labels are.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="band">Where coverage must lie.</param>
    public static string Of(string head, IReadOnlyList<CoverageRow> rows, RequiredBand band) =>
        $"Coverage in percent:\n\n{Coverages(head, rows, band)}\n"
        + $"Standard deviation of the estimates / mean standard error, in points:\n\n{Spreads(head, rows)}";

    private static MarkdownTable Coverages(string head, IReadOnlyList<CoverageRow> rows, RequiredBand band)
    {
        bool bootstrap = rows.Any(row => row.Bootstrap is not null), generating = rows.Any(row => row.Generating is not null);
        string[] differences = generating ? ["bias LC", "bias ΔLC"] : [];
        string[] resampled = bootstrap ? ["LC, bootstrap", "ΔLC, bootstrap"] : [];
        MarkdownTable table = new([head, "target WR", "target LC", .. differences, "WR", "ΔWR", "LC", "ΔLC", .. resampled, "no interval"]);
        foreach (CoverageRow row in rows)
        {
            Coverage controlled = row.Sandwich[(int)Quantity.LengthControlled], difference = row.Sandwich[(int)Quantity.LengthControlledDifference];
            string[] bias = row.Generating is { } truth
                ? [
                    Points(controlled.Target - truth[(int)Quantity.LengthControlled]),
                    Points(difference.Target - truth[(int)Quantity.LengthControlledDifference]),
                ]
                : [.. differences.Select(_ => None)];
            string[] again = row.Bootstrap is { } replicated
                ? [band.Mark(replicated[(int)Quantity.LengthControlled].Share), band.Mark(replicated[(int)Quantity.LengthControlledDifference].Share)]
                : [.. resampled.Select(_ => None)];
            table.Add([
                row.Label, Points(row.Sandwich[(int)Quantity.WinRate].Target), Points(controlled.Target), .. bias,
                band.Mark(row.Sandwich[(int)Quantity.WinRate].Share), band.Mark(row.Sandwich[(int)Quantity.WinRateDifference].Share),
                band.Mark(controlled.Share), band.Mark(difference.Share), .. again, Points(row.Sandwich.Max(coverage => coverage.WithoutInterval)),
            ]);
        }
        return table;
    }

    private static MarkdownTable Spreads(string head, IReadOnlyList<CoverageRow> rows)
    {
        MarkdownTable table = new(head, "WR", "ΔWR", "LC", "ΔLC", "mean LC - target", "mean ΔLC - target");
        foreach (CoverageRow row in rows)
        {
            table.Add(
                row.Label, Spread(row, Quantity.WinRate), Spread(row, Quantity.WinRateDifference), Spread(row, Quantity.LengthControlled),
                Spread(row, Quantity.LengthControlledDifference), Off(row, Quantity.LengthControlled), Off(row, Quantity.LengthControlledDifference));
        }
        return table;
    }

    private static string Spread(CoverageRow row, Quantity quantity)
    {
        Coverage coverage = row.Sandwich[(int)quantity];
        return $"{Points(coverage.Deviation)} / {Points(coverage.MeanStandardError)}";
    }

    private static string Off(CoverageRow row, Quantity quantity) => Points(row.Sandwich[(int)quantity].Mean - row.Sandwich[(int)quantity].Target);

    /// <summary>A share in percentage points with two digits; what rounds to zero has no sign.</summary>
    private static string Points(double share)
    {
        string text = (100 * share).ToString("F2", CultureInfo.InvariantCulture);
        return text == "-0.00" ? "0.00" : text;
    }
}
