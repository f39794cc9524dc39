using System.Globalization;
using Assay.Core.Comparisons;
using Assay.Core.Leaderboards;
using Assay.Reporting.Formatting;
using Spectre.Console;

namespace Assay.Reporting.Tables;

/// <summary>One pair of models, for a person to read from top to bottom.</summary>
internal static class PairBlock
{
    private const int Always = int.MaxValue;
    private const string Legend = "Detectable is the smallest true difference that this many items find with 80 % power; differences are in percentage points.";

    private sealed record Line(string Label, string LengthControlled, string WinRate);

    /// <summary>Writes both models' rates, their difference with its interval and test, and who was ahead how often.</summary>
    public static void Write(IAnsiConsole console, PairComparison pair, Leaderboard leaderboard)
    {
        (string first, string second) = (DisplayText.Clean(pair.First), DisplayText.Clean(pair.Second));
        Line[] lines =
        [
            Rates(first, Find(leaderboard, pair.First, pair.Annotator)),
            Rates(second, Find(leaderboard, pair.Second, pair.Annotator)),
            Both("Difference", pair, PairTable.WithInterval),
            Both("p, two-sided", pair, difference => Figures.PValue(difference.PValue)),
            Both("Detectable", pair, difference => Figures.Percent(difference.DetectableDifference)),
        ];
        List<TableColumn<Line>> columns = [new(new ColumnForm<Line>(Always, "", line => line.Label)) { IsName = true }];
        if (pair.LengthControlledWinRate is not null || leaderboard.Entries.Any(entry => entry.LengthControlledWinRate is not null))
        {
            columns.Add(new(new ColumnForm<Line>(Always, "Length-controlled", line => line.LengthControlled)) { IsEmphasised = true });
        }
        columns.Add(new(new ColumnForm<Line>(Always, "Win rate", line => line.WinRate)));
        FittedTable<Line>.Write(console, lines, columns);
        console.WriteLine();
        console.Write(new Text($"{HeadToHead(pair, first, second)} {Legend}\n"));
    }

    private static string HeadToHead(PairComparison pair, string first, string second)
    {
        string shared = string.Create(CultureInfo.InvariantCulture, $"Head to head on {pair.SharedInstructions} shared instructions");
        string ahead = string.Create(CultureInfo.InvariantCulture, $"{first} ahead on {pair.FirstAhead}, {second} on {pair.SecondAhead}");
        string clusters = pair.Clusters is int count ? string.Create(CultureInfo.InvariantCulture, $" in {count} clusters") : "";
        string counts = string.Create(CultureInfo.InvariantCulture, $"{shared}{clusters}: {ahead}, equal on {pair.Equal}.");
        if (pair.OnlyFirst + pair.OnlySecond == 0) return counts;
        return counts + string.Create(CultureInfo.InvariantCulture,
            $" Judged for one only: {pair.OnlyFirst} ({first}), {pair.OnlySecond} ({second}); the differences leave these out, the models' own rates do not.");
    }

    private static Line Rates(string label, LeaderboardEntry? entry) => new(
        label,
        LeaderboardWords.WithInterval(entry?.LengthControlledWinRate, RankingFigure.LengthControlled),
        LeaderboardWords.WithInterval(entry?.WinRate, RankingFigure.WinRate));

    private static Line Both(string label, PairComparison pair, Func<PairedDifference, string> text) => new(
        label,
        pair.LengthControlledWinRate is null ? Figures.Unknown : text(pair.LengthControlledWinRate),
        pair.WinRate is null ? Figures.Unknown : text(pair.WinRate));

    private static LeaderboardEntry? Find(Leaderboard leaderboard, string model, string? annotator) => leaderboard.Entries.FirstOrDefault(
        entry => string.Equals(entry.Model, model, StringComparison.Ordinal) && string.Equals(entry.Annotator, annotator, StringComparison.Ordinal));
}
