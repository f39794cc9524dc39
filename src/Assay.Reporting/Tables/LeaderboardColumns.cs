using System.Globalization;
using Assay.Core.Leaderboards;
using Assay.Reporting.Formatting;
using Assay.Statistics.Estimation;

namespace Assay.Reporting.Tables;

/// <summary>The columns of a leaderboard: the figure that ranks first, the others as far as there is room.</summary>
internal static class LeaderboardColumns
{
    private const int Always = int.MaxValue;

    /// <summary>The columns for these rows; a column that would be empty is left out.</summary>
    public static IReadOnlyList<TableColumn<LeaderboardEntry>> For(IReadOnlyList<LeaderboardEntry> entries, RankingFigure rankedBy)
    {
        List<TableColumn<LeaderboardEntry>> columns =
        [
            new(new(70, "Rank", LeaderboardWords.Rank), new(Always, "Rank", entry => Figures.Count(entry.Rank))),
            new(new ColumnForm<LeaderboardEntry>(Always, "Model", entry => DisplayText.Clean(entry.Model))) { IsName = true },
            new(Form(90, rankedBy), Short(Always, rankedBy)) { IsEmphasised = true },
        ];
        IEnumerable<RankingFigure> others = LeaderboardWords.ShownFigures(entries, rankedBy).Skip(1);
        columns.AddRange(others.Select(other => new TableColumn<LeaderboardEntry>(Form(60, other), Short(80, other))));
        if (entries.Any(entry => entry.PredictionPowered is not null)) columns.AddRange(PeopleColumns());
        if (entries.Any(entry => entry.Clusters is not null))
        {
            columns.Add(Single(55, "Independent", entry => Figures.PercentInterval(entry.IndependentWinRate?.Interval)));
            columns.Add(Single(54, "G", entry => entry.Clusters is int clusters ? Figures.Count(clusters) : Figures.Unknown));
        }
        columns.Add(Single(50, "n", entry => Figures.Count(entry.Count)));
        if (entries.Any(entry => entry.Unjudged > 0)) columns.Add(Single(40, "Unjudged", entry => Figures.Count(entry.Unjudged)));
        if (entries.Any(entry => entry.DifferenceToBest is not null)) columns.Add(Single(30, "To best", entry => ToBest(entry.DifferenceToBest, rankedBy)));
        columns.Add(Single(20, "Length", entry => entry.MeanLength?.ToString("0", CultureInfo.InvariantCulture) ?? Figures.Unknown));
        columns.Add(Single(10, "Won/lost/tied", entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Wins}/{entry.Losses}/{entry.Ties}")));
        return columns;
    }

    private static TableColumn<LeaderboardEntry>[] PeopleColumns() =>
    [
        Single(75, "By people, predicted", entry => LeaderboardWords.WithInterval(entry.PredictionPowered?.WinRate, RankingFigure.WinRate)),
        Single(52, "By people alone", entry => LeaderboardWords.WithInterval(entry.PredictionPowered?.People, RankingFigure.WinRate)),
        Single(51, "Labelled", entry => entry.PredictionPowered is { } people ? Figures.Count(people.Labelled) : Figures.Unknown),
        Single(51, "λ", entry => Figures.Number(entry.PredictionPowered?.Weight)),
    ];

    private static TableColumn<LeaderboardEntry> Single(int keep, string header, Func<LeaderboardEntry, string> cell) =>
        new(new ColumnForm<LeaderboardEntry>(keep, header, cell));

    private static ColumnForm<LeaderboardEntry> Form(int keep, RankingFigure figure) =>
        new(keep, Header(figure), entry => LeaderboardWords.WithInterval(entry.RankedFigure(figure), figure));

    private static ColumnForm<LeaderboardEntry> Short(int keep, RankingFigure figure) => new(keep, ShortHeader(figure), entry =>
        figure == RankingFigure.Strength ? Figures.Signed(entry.Strength?.Value) : Figures.Percent(entry.RankedFigure(figure)?.Value));

    private static string Header(RankingFigure figure) => figure switch
    {
        RankingFigure.LengthControlled => "Length-controlled",
        RankingFigure.Strength => "Strength",
        _ => "Win rate",
    };

    private static string ShortHeader(RankingFigure figure) => figure == RankingFigure.LengthControlled ? "LC" : Header(figure);

    private static string ToBest(Estimate? difference, RankingFigure rankedBy)
    {
        if (difference is null) return Figures.Unknown;
        bool inLogits = rankedBy == RankingFigure.Strength;
        string value = inLogits ? Figures.Signed(difference.Value) : Figures.Points(difference.Value);
        if (difference.Interval is null) return value;
        return $"{value} {(inLogits ? Figures.SignedInterval(difference.Interval) : Figures.PointsInterval(difference.Interval))}";
    }
}
