using System.Globalization;
using Assay.Core.Scenarios;
using Assay.Reporting.Formatting;
using Spectre.Console;

namespace Assay.Reporting.Tables;

/// <summary>A benchmark table for people: a section for each metric, a row for each scenario, a column for each model.</summary>
public static class BenchmarkTableText
{
    private const int Always = int.MaxValue;
    private const int RoomForName = 34;

    /// <summary>
    /// Writes the table, as wide as the console allows: more models than fit go into further tables below. Names are plain text, never markup.
    /// </summary>
    public static void Write(BenchmarkTable table, IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(console);
        bool isFirst = true;
        foreach (BenchmarkSection section in BenchmarkRows.Of(table))
        {
            if (!isFirst) console.WriteLine();
            isFirst = false;
            string heading = $"{BenchmarkWords.Metric(section.Metric)} [{Figures.Level(table.Confidence)} interval]";
            console.Write(new Text(heading + "\n", new Style(decoration: Decoration.Bold)));
            WriteSection(table, section, console);
        }
        WriteWinRates(table, console);
        NotesBlock.Write(console, NoteGroups.Of(table.Notes, [], ""));
    }

    private static void WriteSection(BenchmarkTable table, BenchmarkSection section, IAnsiConsole console)
    {
        TableColumn<BenchmarkRow>[] models = [.. table.Models.Select((model, i) => ModelColumn(model, i))];
        int width = models.Max(column => FittedColumn<BenchmarkRow>.At(0, column, section.Rows)!.Width) + 2;
        int perTable = Math.Max(1, (console.Profile.Width - RoomForName) / width);
        foreach (TableColumn<BenchmarkRow>[] chunk in models.Chunk(perTable))
        {
            if (!ReferenceEquals(chunk[0], models[0])) console.WriteLine();
            FittedTable<BenchmarkRow>.Write(console, section.Rows, [NameColumn(), .. chunk, CountColumn()]);
        }
    }

    private static void WriteWinRates(BenchmarkTable table, IAnsiConsole console)
    {
        if (table.WinRates.IsEmpty) return;
        console.WriteLine();
        string heading = string.Create(
            CultureInfo.InvariantCulture, $"Mean win rate over scenarios in percent [{Figures.Level(table.Confidence)} interval of {table.Resamples} resamples of instances]");
        console.Write(new Text(heading + "\n", new Style(decoration: Decoration.Bold)));
        MeanWinRateRow[] rows = [.. table.WinRates.OrderByDescending(static row => row.WinRate?.Value ?? double.NegativeInfinity)];
        FittedTable<MeanWinRateRow>.Write(console, rows,
        [
            new(new ColumnForm<MeanWinRateRow>(Always, "Model", static row => DisplayText.Clean(row.Model))) { IsName = true },
            new(new ColumnForm<MeanWinRateRow>(Always, "Mean win rate", static row => row.WinRate is { } rate
                ? $"{Figures.Percent(rate.Value)} {Figures.PercentInterval(rate.Interval)}" : Figures.Unknown)) { IsEmphasised = true },
            new(new ColumnForm<MeanWinRateRow>(Always, "Scenarios", static row => Figures.Count(row.Scenarios))),
        ]);
    }

    private static TableColumn<BenchmarkRow> NameColumn() => new(new ColumnForm<BenchmarkRow>(Always, "Scenario", static row => row.Subject)) { IsName = true };

    private static TableColumn<BenchmarkRow> CountColumn() => new(new ColumnForm<BenchmarkRow>(Always, "n", static row => row.Count));

    private static TableColumn<BenchmarkRow> ModelColumn(string model, int place) => new(new ColumnForm<BenchmarkRow>(
        Always, DisplayCells.Shorten(DisplayText.Clean(model), 24), row => BenchmarkWords.WithInterval(row.Cells[place], row.Metric)));
}
