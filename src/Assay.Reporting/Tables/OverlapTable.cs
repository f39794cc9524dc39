using System.Globalization;
using Assay.Core.Audits.Overlap;
using Assay.Reporting.Formatting;
using Spectre.Console;

namespace Assay.Reporting.Tables;

/// <summary>An audit for overlap, for people: how many items were found, and which.</summary>
public static class OverlapTable
{
    private const int Always = int.MaxValue;

    /// <summary>Writes the report, as wide as the console allows; items of which nothing was found are counted, not listed.</summary>
    public static void Write(OverlapReport report, IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(console);
        CorpusSize corpus = report.Corpus;
        console.Write(new Text("Which test items occur in the training text?\n", new Style(decoration: Decoration.Bold)));
        console.Write(new Text(string.Create(CultureInfo.InvariantCulture,
            $"{report.Items.Length} items · {corpus.Documents} documents in {corpus.Files} files, {corpus.Bytes / 1e6:0.0} MB · {report.Options.NGram}-grams · near from {report.Options.Similarity:0.##}\n"),
            new Style(decoration: Decoration.Dim)));
        console.WriteLine();
        console.Write(new Text(string.Join(", ", Enum.GetValues<OverlapOutcome>().Select(outcome => $"{OverlapWords.Said(outcome)} {Figures.Count(report.Count(outcome))}")) + ".\n"));
        OverlapItem[] found = [.. report.Items.Where(static item => item.Outcome is OverlapOutcome.Exact or OverlapOutcome.Near or OverlapOutcome.Partial)];
        if (found.Length > 0)
        {
            console.WriteLine();
            FittedTable<OverlapItem>.Write(console, found, Columns);
        }
        NotesBlock.Write(console, [.. report.Notes.Select(static note => new NoteGroup(note, [], null))]);
    }

    private static readonly TableColumn<OverlapItem>[] Columns =
    [
        Column(Always, "Item", static item => Figures.Count(item.Number)),
        Column(Always, "Outcome", static item => OverlapWords.Said(item.Outcome)),
        Column(Always, "Found %", static item => Figures.Percent(item.Share)),
        Column(0, "Similarity", static item => Figures.Number(item.Similarity)),
        Column(1, "First place", static item => OverlapWords.Said(OverlapWords.First(item))),
    ];

    private static TableColumn<OverlapItem> Column(int keep, string header, Func<OverlapItem, string> cell) => new(new ColumnForm<OverlapItem>(keep, header, cell));
}
