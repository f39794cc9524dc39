using System.Globalization;
using Assay.Core.Leaderboards;
using Assay.Reporting.Formatting;
using Spectre.Console;

namespace Assay.Reporting.Tables;

/// <summary>Win rates by data set: a row per model, a column per data set; more columns than fit go into further tables below.</summary>
internal static class DatasetTable
{
    private const int Always = int.MaxValue;
    private const int RoomForName = 26;

    /// <summary>Writes the tables, or nothing where no win rate by data set was asked for.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyList<LeaderboardEntry> entries, double confidence)
    {
        string?[] datasets = [.. entries.SelectMany(entry => entry.Datasets).Select(dataset => dataset.Dataset).Distinct(StringComparer.Ordinal)];
        if (datasets.Length == 0) return;
        console.WriteLine();
        console.Write(new Text($"Win rate by data set in percent [{Figures.Level(confidence)} interval]\n", new Style(decoration: Decoration.Bold)));
        TableColumn<LeaderboardEntry>[] columns = [.. datasets.Select(dataset => Column(dataset, entries))];
        int width = columns.Max(column => FittedColumn<LeaderboardEntry>.At(0, column, entries)!.Width) + 2;
        int perTable = Math.Max(1, (console.Profile.Width - RoomForName) / width);
        foreach (TableColumn<LeaderboardEntry>[] chunk in columns.Chunk(perTable))
        {
            if (!ReferenceEquals(chunk[0], columns[0])) console.WriteLine();
            FittedTable<LeaderboardEntry>.Write(console, entries, [NameColumn(), .. chunk]);
        }
    }

    private static TableColumn<LeaderboardEntry> NameColumn() =>
        new(new ColumnForm<LeaderboardEntry>(Always, "Model", entry => DisplayText.Clean(entry.Model))) { IsName = true };

    private static TableColumn<LeaderboardEntry> Column(string? dataset, IReadOnlyList<LeaderboardEntry> entries)
    {
        int[] counts = [.. entries.Select(entry => Find(entry, dataset)?.WinRate?.Count ?? 0).Distinct()];
        string name = dataset is null ? "(not named)" : DisplayCells.Shorten(DisplayText.Clean(dataset), 24);
        string count = string.Create(CultureInfo.InvariantCulture, $"n {(counts.Length > 1 ? "≤ " : "")}{counts.Max()}");
        return new(new ColumnForm<LeaderboardEntry>(
            Always, $"{name}\n{count}", entry => LeaderboardWords.WithInterval(Find(entry, dataset)?.WinRate, RankingFigure.WinRate)));
    }

    private static DatasetWinRate? Find(LeaderboardEntry entry, string? dataset) =>
        entry.Datasets.FirstOrDefault(candidate => string.Equals(candidate.Dataset, dataset, StringComparison.Ordinal));
}
