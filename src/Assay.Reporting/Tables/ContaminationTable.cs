using System.Globalization;
using Assay.Core.Audits.Contamination;
using Assay.Reporting.Formatting;
using Spectre.Console;

namespace Assay.Reporting.Tables;

/// <summary>An audit for contamination, for people: both p-values, the shards, and what they do not prove.</summary>
public static class ContaminationTable
{
    private const int Always = int.MaxValue;

    private sealed record Line(int Number, ShardScores Shard);

    /// <summary>Writes the report, as wide as the console allows.</summary>
    public static void Write(ContaminationReport report, IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(console);
        console.Write(new Text("Does the model prefer the published order?\n", new Style(decoration: Decoration.Bold)));
        console.Write(new Text(string.Create(CultureInfo.InvariantCulture,
            $"{DisplayText.Clean(report.Model)} · {report.Examples} examples in {report.Shards.Length} shards · {report.Options.Permutations} permutations\n"),
            new Style(decoration: Decoration.Dim)));
        console.WriteLine();
        console.Write(new Text(string.Create(CultureInfo.InvariantCulture,
            $"Permutation test, exact: p = {Figures.PValue(report.PermutationPValue)}. Sharded t test: p = {Figures.PValue(report.ShardedPValue)}.\n")));
        console.Write(new Text(string.Create(CultureInfo.InvariantCulture,
            $"The published order is {Figures.Signed(report.MeanDifference)} nats more probable than a random one, on average over shards.\n")));
        console.WriteLine();
        Line[] lines = [.. report.Shards.Select(static (shard, i) => new Line(i + 1, shard))];
        FittedTable<Line>.Write(console, lines,
        [
            Column(Always, "Shard", static line => Figures.Count(line.Number)),
            Column(1, "Published order", static line => Figures.Number(line.Shard.Canonical)),
            Column(0, "Mean of random", static line => Figures.Number(line.Shard.Shuffled.Average())),
            Column(Always, "Difference", static line => Figures.Signed(line.Shard.Difference)),
            Column(2, "Random ones above", static line => Figures.Count(line.Shard.Shuffled.Count(value => value > line.Shard.Canonical))),
        ]);
        NotesBlock.Write(console, [.. report.Notes.Select(static note => new NoteGroup(note, [], null))]);
    }

    private static TableColumn<Line> Column(int keep, string header, Func<Line, string> cell) => new(new ColumnForm<Line>(keep, header, cell));
}
