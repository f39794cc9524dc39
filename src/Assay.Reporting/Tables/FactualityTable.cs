using System.Globalization;
using Assay.Core.Audits.Factuality;
using Assay.Reporting.Formatting;
using Spectre.Console;

namespace Assay.Reporting.Tables;

/// <summary>Conformal factuality for people: the threshold, what it guarantees, how it fared, and the trade-off.</summary>
public static class FactualityTable
{
    private const int Always = int.MaxValue;

    /// <summary>Writes the report, as wide as the console allows.</summary>
    public static void Write(FactualityReport report, IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(console);
        FactualityOptions asked = report.Options;
        console.Write(new Text("Conformal factuality\n", new Style(decoration: Decoration.Bold)));
        console.Write(new Text(string.Create(CultureInfo.InvariantCulture,
            $"score {DisplayText.Clean(report.Score)} · {report.Prompts} prompts, {report.Claims} claims · {Figures.Level(asked.Confidence)} intervals\n"),
            new Style(decoration: Decoration.Dim)));
        console.WriteLine();
        console.Write(new Text(string.Create(CultureInfo.InvariantCulture, $"Keep claims that score above {report.Threshold:R}.\n")));
        string share = asked.AcceptableShare < 1
            ? string.Create(CultureInfo.InvariantCulture, $"at least {100 * asked.AcceptableShare:0.##} % of what is left is acceptable")
            : "everything left is acceptable";
        console.Write(new Text(string.Create(CultureInfo.InvariantCulture,
            $"Then {share} with a probability of at least {100 * report.Guarantee.AtLeast:0.##} % (at most {100 * report.Guarantee.AtMost:0.##} % without ties), ")
            + string.Create(CultureInfo.InvariantCulture, $"for outputs like the {report.CalibrationPrompts} it was calibrated on.\n")));
        console.Write(new Text($"With nothing removed {Said(report.CorrectUnfiltered)} are correct.\n"));
        if (report.Check is { } check)
        {
            string how = asked.Check == FactualityCheck.Split ? "On the other part of the split" : "By leave-one-out";
            console.Write(new Text(string.Create(CultureInfo.InvariantCulture,
                $"{how} {Said(check.Correct)} of {check.Correct.Count} filtered outputs are correct; {Said(check.Removed)} of an output's claims are removed on average.\n")));
        }
        console.WriteLine();
        FittedTable<FactualityCurvePoint>.Write(console, report.Curve, Columns);
        NotesBlock.Write(console, [.. report.Notes.Select(static note => new NoteGroup(note, [], null))]);
    }

    private static readonly TableColumn<FactualityCurvePoint>[] Columns =
    [
        Column(Always, "Alpha", static point => point.Alpha.ToString("0.##", CultureInfo.InvariantCulture)),
        Column(1, "Threshold", static point => point.Threshold.ToString("0.####", CultureInfo.InvariantCulture)),
        Column(Always, "Correct", static point => Figures.Percent(point.Outcome.Correct.Value)),
        Column(3, "interval", static point => Figures.PercentInterval(point.Outcome.Correct.Interval)),
        Column(Always, "Removed", static point => Figures.Percent(point.Outcome.Removed.Value)),
        Column(2, "interval", static point => Figures.PercentInterval(point.Outcome.Removed.Interval)),
        Column(0, "Emptied", static point => Figures.Count(point.Outcome.Emptied)),
    ];

    private static TableColumn<FactualityCurvePoint> Column(int keep, string header, Func<FactualityCurvePoint, string> cell) =>
        new(new ColumnForm<FactualityCurvePoint>(keep, header, cell));

    private static string Said(Statistics.Estimation.Estimate share) => $"{Figures.Percent(share.Value)} % {Figures.PercentInterval(share.Interval)}";
}
