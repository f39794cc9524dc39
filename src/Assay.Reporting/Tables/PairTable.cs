using System.Globalization;
using Assay.Core.Comparisons;
using Assay.Core.Leaderboards;
using Assay.Reporting.Formatting;
using Spectre.Console;

namespace Assay.Reporting.Tables;

/// <summary>Several pairs of models: a row per pair, p-values adjusted by Holm's method.</summary>
internal static class PairTable
{
    private const int Always = int.MaxValue;

    /// <summary>Writes one row per pair.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyList<PairComparison> pairs, RankingFigure rankedBy)
    {
        List<TableColumn<PairComparison>> columns = [Name("First", pair => pair.First), Name("Second", pair => pair.Second)];
        RankingFigure[] figures = rankedBy == RankingFigure.WinRate
            ? [RankingFigure.WinRate, RankingFigure.LengthControlled]
            : [RankingFigure.LengthControlled, RankingFigure.WinRate];
        foreach (RankingFigure figure in figures)
        {
            if (figure == RankingFigure.LengthControlled && pairs.All(pair => pair.LengthControlledWinRate is null)) continue;
            bool main = columns.Count == 2;
            ColumnForm<PairComparison> full = new(main ? 90 : 45, Header(figure), pair => WithInterval(pair.Of(figure)));
            ColumnForm<PairComparison> brief = new(main ? Always : 60, Header(figure), pair => Figures.Points(pair.Of(figure)?.Difference.Value));
            columns.Add(new(full, brief) { IsEmphasised = main });
            columns.Add(Single(main ? 80 : 55, "p (Holm)", pair => Figures.PValue(pair.Of(figure)?.HolmPValue)));
            columns.Add(Single(main ? 20 : 5, "Detectable", pair => Figures.Percent(pair.Of(figure)?.DetectableDifference)));
        }
        if (pairs.Any(pair => pair.Clusters is not null)) columns.Add(
            Single(52, "G", pair => pair.Clusters is int clusters ? Figures.Count(clusters) : Figures.Unknown));
        columns.Add(Single(50, "Shared", pair => Figures.Count(pair.SharedInstructions)));
        columns.Add(Single(10, "Ahead/behind/equal", pair =>
            string.Create(CultureInfo.InvariantCulture, $"{pair.FirstAhead}/{pair.SecondAhead}/{pair.Equal}")));
        FittedTable<PairComparison>.Write(console, pairs, columns);
    }

    /// <summary>The difference of a win rate.</summary>
    public static PairedDifference? Of(this PairComparison pair, RankingFigure figure) =>
        figure == RankingFigure.LengthControlled ? pair.LengthControlledWinRate : pair.WinRate;

    /// <summary>A difference in percentage points with its interval where there is one: "+5.50 [+3.5, +7.5]".</summary>
    public static string WithInterval(PairedDifference? difference)
    {
        if (difference is null) return Figures.Unknown;
        string value = Figures.Points(difference.Difference.Value);
        return difference.Difference.Interval is null ? value : $"{value} {Figures.PointsInterval(difference.Difference.Interval)}";
    }

    private static TableColumn<PairComparison> Single(int keep, string header, Func<PairComparison, string> cell) =>
        new(new ColumnForm<PairComparison>(keep, header, cell));

    private static TableColumn<PairComparison> Name(string header, Func<PairComparison, string> name) =>
        new(new ColumnForm<PairComparison>(Always, header, pair => DisplayText.Clean(name(pair)))) { IsName = true };

    private static string Header(RankingFigure figure) => figure == RankingFigure.LengthControlled ? "LC difference" : "Difference";
}
