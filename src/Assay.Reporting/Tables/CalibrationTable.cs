using System.Globalization;
using Assay.Core.Audits.Calibration;
using Assay.Reporting.Formatting;
using Assay.Statistics.Estimation;
using Spectre.Console;

namespace Assay.Reporting.Tables;

/// <summary>An audit of calibration for people: the figures, the bins, and what recalibration would do.</summary>
public static class CalibrationTable
{
    private const int Always = int.MaxValue;

    /// <summary>Writes the report, as wide as the console allows.</summary>
    public static void Write(CalibrationReport report, IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(console);
        console.Write(new Text("Calibration\n", new Style(decoration: Decoration.Bold)));
        console.Write(new Text(string.Create(CultureInfo.InvariantCulture,
            $"{report.Count} answers, {report.Right} right, {report.Count - report.Right} wrong, {report.LeftOut} left out · {Figures.Level(report.Options.Confidence)} intervals\n"),
            new Style(decoration: Decoration.Dim)));
        console.WriteLine();
        Row[] rows = [.. Rows(report)];
        FittedTable<Row>.Write(console, rows, FigureColumns);
        console.WriteLine();
        FittedTable<ReliabilityBin>.Write(console, report.Reliability, BinColumns);
        Row[] recalibrated = [];
        if (report.Recalibration is { } recalibration)
        {
            recalibrated = [.. Rows(recalibration)];
            console.WriteLine();
            console.Write(new Text(string.Create(CultureInfo.InvariantCulture,
                $"Recalibrated: fitted on {recalibration.Fitted} answers, judged on the other {recalibration.Judged}\n")));
            FittedTable<Row>.Write(console, recalibrated, FigureColumns);
        }
        NotesBlock.Write(console, [.. report.Notes.Concat(Reasons([.. rows, .. recalibrated])).Select(static note => new NoteGroup(note, [], null))]);
    }

    private sealed record Row(string Name, string Value, string Interval, string? Absent);

    private static IEnumerable<Row> Rows(CalibrationReport report)
    {
        yield return Percent("accuracy, %", report.Accuracy);
        yield return Percent("mean confidence, %", report.MeanConfidence);
        yield return Percent("overconfidence, points", report.Overconfidence);
        yield return Percent("debiased error, points", report.DebiasedError);
        foreach ((string name, PlainCalibrationError error) in new[] { ("equal width", report.EqualWidth), ("equal count", report.EqualCount) })
        {
            yield return Percent($"ECE {name}, points", error.Expected);
            yield return new Row("  by chance alone", Figures.Percent(error.Null.Mean), $"{Figures.PercentInterval(error.Null.Band)} p = {Figures.PValue(error.Null.PValue)}", null);
        }
        yield return Plain("Brier score", report.Brier);
        (double reliability, double resolution, double uncertainty, double within) = report.BrierParts;
        yield return new Row("  reliability", Digits(reliability), "", null);
        yield return new Row("  - resolution", Digits(resolution), "", null);
        yield return new Row("  + uncertainty", Digits(uncertainty), "", null);
        yield return new Row("  + within bins", Digits(within), "", null);
        yield return Plain("log loss, nats", report.LogLoss);
        yield return Percent("AUROC, %", report.RocArea);
        yield return Percent("selective area, %", report.SelectiveArea);
        foreach ((double coverage, CalibrationFigure accuracy) in report.Selective.Where(static point => point.Coverage is 0.2 or 0.5 or 0.8))
            yield return Percent(string.Create(CultureInfo.InvariantCulture, $"  accuracy of the surest {100 * coverage:0} %"), accuracy);
    }

    private static IEnumerable<Row> Rows(RecalibrationReport report)
    {
        foreach (Row row in Scores("unchanged", report.Unchanged)) yield return row;
        foreach (Recalibration method in report.Methods)
        {
            string name = CalibrationWords.Name(method.Method);
            string fitted = string.Join(", ", method.Parameters.Select(static one => string.Create(CultureInfo.InvariantCulture, $"{one.Name} {one.Value:0.####}")));
            if (method.Scores is null)
            {
                yield return new Row(name, Figures.Unknown, "", method.Absent);
                continue;
            }
            foreach (Row row in Scores(fitted.Length == 0 ? name : $"{name} ({fitted})", method.Scores)) yield return row;
            yield return Plain("  change of the Brier score", method.BrierChange!);
        }
    }

    private static Row[] Scores(string name, RecalibrationScores scores) =>
    [
        new Row(name, "", "", null), Percent("  debiased error, points", scores.DebiasedError), Plain("  Brier score", scores.Brier),
        Plain("  log loss, nats", scores.LogLoss),
    ];

    private static Row Percent(string name, CalibrationFigure figure) =>
        new(name, Figures.Percent(figure.Value), Figures.PercentInterval(figure.Interval), figure.Absent);

    private static Row Plain(string name, CalibrationFigure figure)
    {
        string interval = figure.Interval is ConfidenceInterval ends ? $"[{Digits(ends.Lower)}, {Digits(ends.Upper)}]" : Figures.Unknown;
        return new Row(name, figure.Value is double value ? Digits(value) : Figures.Unknown, interval, figure.Absent);
    }

    private static IEnumerable<string> Reasons(IReadOnlyList<Row> rows) => rows.Where(static row => row.Absent is not null)
        .GroupBy(static row => row.Absent!, StringComparer.Ordinal)
        .Select(static group => $"No interval, or no value, of {string.Join("; ", group.Select(static row => row.Name.Trim()).Distinct())}: {group.Key}.");

    private static string Digits(double value) => value.ToString("0.0000;-0.0000;0.0000", CultureInfo.InvariantCulture);

    private static readonly TableColumn<Row>[] FigureColumns =
    [
        new(new ColumnForm<Row>(Always, "Figure", static row => row.Name)) { IsName = true },
        new(new ColumnForm<Row>(Always, "Value", static row => row.Value)),
        new(new ColumnForm<Row>(1, "interval", static row => row.Interval)),
    ];

    private static readonly TableColumn<ReliabilityBin>[] BinColumns =
    [
        new(new ColumnForm<ReliabilityBin>(Always, "Confidence", static bin => Figures.Percent(bin.MeanConfidence))),
        new(new ColumnForm<ReliabilityBin>(Always, "Right", static bin => Figures.Percent(bin.Accuracy.Value))),
        new(new ColumnForm<ReliabilityBin>(1, "interval", static bin => Figures.PercentInterval(bin.Accuracy.Interval))),
        new(new ColumnForm<ReliabilityBin>(0, "n", static bin => Figures.Count(bin.Count))),
    ];
}
