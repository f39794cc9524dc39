using Assay.Core.Clusters;
using Assay.Core.Leaderboards;
using Assay.Core.LengthControl;
using Assay.Statistics.Estimation;

namespace Assay.Reporting.Formatting;

/// <summary>The words and figures that the table, the plot and the Markdown of a leaderboard share.</summary>
internal static class LeaderboardWords
{
    /// <summary>The figure a leaderboard is ranked by.</summary>
    public static Estimate? RankedFigure(this LeaderboardEntry entry, RankingFigure figure) => figure switch
    {
        RankingFigure.LengthControlled => entry.LengthControlledWinRate,
        RankingFigure.WinRate => entry.WinRate,
        RankingFigure.Strength => entry.Strength,
        _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, "A leaderboard is ranked by no such figure."),
    };

    /// <summary>The figures to show: the one that ranks, then the win rates that at least one model has.</summary>
    public static RankingFigure[] ShownFigures(IReadOnlyList<LeaderboardEntry> entries, RankingFigure rankedBy)
    {
        RankingFigure[] winRates = [RankingFigure.LengthControlled, RankingFigure.WinRate];
        return [rankedBy, .. winRates.Where(figure => figure != rankedBy && entries.Any(entry => entry.RankedFigure(figure) is not null))];
    }

    /// <summary>A rank with the ranks that are not excluded, where they are known: "3 [2–5]".</summary>
    public static string Rank(LeaderboardEntry entry) =>
        entry.RankInterval is null ? Figures.Count(entry.Rank) : $"{Figures.Count(entry.Rank)} [{Figures.Ranks(entry.RankInterval)}]";

    /// <summary>The figure's name at the start of a sentence.</summary>
    public static string Name(RankingFigure figure) => figure switch
    {
        RankingFigure.LengthControlled => "Length-controlled win rate",
        RankingFigure.WinRate => "Win rate",
        RankingFigure.Strength => "Bradley-Terry strength",
        _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, "A leaderboard is ranked by no such figure."),
    };

    /// <summary>A unit's name, on the command line, in contracts and for people.</summary>
    public static string Name(ClusterUnit unit) => unit switch
    {
        ClusterUnit.Annotator => "annotator",
        ClusterUnit.Item => "item",
        ClusterUnit.Dataset => "dataset",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "This unit has no name."),
    };

    /// <summary>How intervals of win rates were made, for people.</summary>
    public static string DescribeInterval(string method) => method switch
    {
        "clustered_t" => "clustered sandwich and t of G - 1 degrees of freedom",
        "two_way_clustered_t" => "two-way clustered sandwich and t of G - 1 degrees of freedom",
        "wild_cluster_bootstrap" => "wild cluster bootstrap",
        _ => "Student's t",
    };

    /// <summary>The kinds of length control behind a leaderboard's figures, the published one first.</summary>
    public static LengthControlMethod[] LengthControls(this Leaderboard leaderboard) =>
        [.. leaderboard.Entries.Select(entry => entry.LengthControl).OfType<LengthControlMethod>().Distinct().Order()];

    /// <summary>The method's name as people read it.</summary>
    public static string Name(LengthControlMethod method) => method switch
    {
        LengthControlMethod.AlpacaEval2 => "AlpacaEval 2",
        LengthControlMethod.Fitted => "fitted",
        LengthControlMethod.Minimal => "minimal",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "This length control has no name."),
    };

    /// <summary>The method's name and what it does.</summary>
    public static string Describe(LengthControlMethod method) => method switch
    {
        LengthControlMethod.AlpacaEval2 => "AlpacaEval 2 (as published)",
        LengthControlMethod.Fitted => "fitted (difficulties estimated from the other models)",
        LengthControlMethod.Minimal => "minimal (no difficulty term)",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "This length control has no name."),
    };

    /// <summary>An estimate in percent, or in logits for strengths, with its interval where there is one: "57.46 [55.1, 59.8]".</summary>
    public static string WithInterval(Estimate? estimate, RankingFigure figure)
    {
        if (estimate is null) return Figures.Unknown;
        bool inLogits = figure == RankingFigure.Strength;
        string value = inLogits ? Figures.Signed(estimate.Value) : Figures.Percent(estimate.Value);
        if (estimate.Interval is null) return value;
        return $"{value} {(inLogits ? Figures.SignedInterval(estimate.Interval) : Figures.PercentInterval(estimate.Interval))}";
    }

    /// <summary>The entries by judge, in the leaderboard's order; one group with a null key where no judge is named.</summary>
    public static IReadOnlyList<IGrouping<string?, LeaderboardEntry>> ByAnnotator(this Leaderboard leaderboard) =>
        [.. leaderboard.Entries.GroupBy(entry => entry.Annotator)];

    /// <summary>A heading for one judge's rows.</summary>
    public static string JudgedBy(string? annotator) => annotator is null ? "Judge not named" : $"Judged by {DisplayText.Clean(annotator)}";
}
