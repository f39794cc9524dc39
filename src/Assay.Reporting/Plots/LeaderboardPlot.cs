using System.Globalization;
using Assay.Core.Leaderboards;
using Assay.Core.LengthControl;
using Assay.Reporting.Formatting;
using Assay.Statistics.Estimation;

namespace Assay.Reporting.Plots;

/// <summary>
/// A leaderboard as a picture: one row per model, best at the top, the length-controlled win rate filled and the raw one hollow, each with its
/// interval; or Bradley-Terry strengths where the leaderboard is ranked by those.
/// </summary>
public static class LeaderboardPlot
{
    /// <summary>The plot as one SVG document, light or dark as the reader prefers; the same bytes for the same leaderboard.</summary>
    public static string Render(Leaderboard leaderboard)
    {
        ArgumentNullException.ThrowIfNull(leaderboard);
        RankingFigure[] figures = Drawn(leaderboard);
        bool inLogits = leaderboard.RankedBy == RankingFigure.Strength;
        string? baseline = leaderboard.Baseline is null ? null : DisplayText.Clean(leaderboard.Baseline);
        return ForestPlotRenderer.Render(new ForestPlot
        {
            Title = LeaderboardWords.Name(leaderboard.RankedBy),
            Subtitle = Subtitle(leaderboard, baseline),
            Description = Describe(leaderboard),
            AxisTitle = inLogits ? "Strength in logits" : "Win rate in percent",
            FigureTitle = $"{(inLogits ? "logits" : "%")} [{Figures.Level(leaderboard.Confidence)} interval]",
            Series = [.. figures.Select(figure => SeriesName(figure) + LengthControl(figure, leaderboard))],
            Reference = inLogits
                ? (0, baseline is null ? "the average model" : "as good as the baseline")
                : (50, "50 %: as good as the baseline"),
            Limits = inLogits ? StrengthLimits(leaderboard) : (0, 100),
            Sections = Sections(leaderboard, figures),
        });
    }

    // The first figure is drawn filled; the length-controlled one is that whatever ranks, so that pictures can be laid side by side.
    private static RankingFigure[] Drawn(Leaderboard leaderboard)
    {
        if (leaderboard.RankedBy == RankingFigure.Strength) return [RankingFigure.Strength];
        bool lengthControlled = leaderboard.Entries.Any(entry => entry.LengthControlledWinRate is not null);
        return lengthControlled ? [RankingFigure.LengthControlled, RankingFigure.WinRate] : [RankingFigure.WinRate];
    }

    private static string SeriesName(RankingFigure figure) => figure == RankingFigure.WinRate ? "Raw win rate" : LeaderboardWords.Name(figure);

    private static string LengthControl(RankingFigure figure, Leaderboard leaderboard)
    {
        LengthControlMethod[] methods = figure == RankingFigure.LengthControlled ? leaderboard.LengthControls() : [];
        return methods.Length == 0 ? "" : $" ({string.Join(", ", methods.Select(LeaderboardWords.Name))})";
    }

    private static string Subtitle(Leaderboard leaderboard, string? baseline)
    {
        List<string> parts = [];
        if (baseline is not null) parts.Add($"against {TextMeasure.Fit(baseline, PlotTheme.TextSize, 260)}");
        parts.Add(string.Create(CultureInfo.InvariantCulture, $"{leaderboard.InstructionCount} instructions"));
        parts.Add($"{Figures.Level(leaderboard.Confidence)} intervals");
        if (leaderboard.Annotators.Count == 1) parts.Add($"judged by {DisplayText.Clean(leaderboard.Annotators[0])}");
        return string.Join(" · ", parts);
    }

    private static string Describe(Leaderboard leaderboard)
    {
        string rows = $"{leaderboard.Entries.Count.ToString(CultureInfo.InvariantCulture)} rows, best first";
        if (leaderboard.Entries.Count == 0) return $"{rows}.";
        LeaderboardEntry best = leaderboard.Entries[0];
        LeaderboardEntry last = leaderboard.Entries[^1];
        return $"{rows}: from {best.Model} ({Said(best, leaderboard.RankedBy)}) to {last.Model} ({Said(last, leaderboard.RankedBy)}).";
    }

    private static string Said(LeaderboardEntry entry, RankingFigure figure) => entry.RankedFigure(figure) is null ? "unknown" : WithInterval(entry, figure);

    private static string WithInterval(LeaderboardEntry entry, RankingFigure figure) => LeaderboardWords.WithInterval(entry.RankedFigure(figure), figure);

    private static ForestSection[] Sections(Leaderboard leaderboard, RankingFigure[] figures)
    {
        IReadOnlyList<IGrouping<string?, LeaderboardEntry>> groups = leaderboard.ByAnnotator();
        return
        [
            .. groups.Select(group => new ForestSection(
                groups.Count > 1 ? LeaderboardWords.JudgedBy(group.Key) : null,
                [.. group.Select(entry => Row(entry, figures, leaderboard.RankedBy))])),
        ];
    }

    private static ForestRow Row(LeaderboardEntry entry, RankingFigure[] figures, RankingFigure rankedBy)
    {
        string model = DisplayText.Clean(entry.Model);
        string ranks = entry.RankInterval is null ? "" : $" (not excluded: {Figures.Ranks(entry.RankInterval)})";
        IEnumerable<string> facts = figures.Select(figure => $"{SeriesName(figure)} {WithInterval(entry, figure)}");
        string tooltip = string.Create(CultureInfo.InvariantCulture, $"{model}: rank {entry.Rank}{ranks}. {string.Join(". ", facts)}. {entry.Count} judged.");
        ForestMark?[] marks = [.. figures.Select(figure => Mark(entry.RankedFigure(figure), figure))];
        return new ForestRow(Figures.Count(entry.Rank), model, WithInterval(entry, rankedBy), tooltip, marks);
    }

    private static ForestMark? Mark(Estimate? estimate, RankingFigure figure)
    {
        if (estimate is null) return null;
        double unit = figure == RankingFigure.Strength ? 1 : 100;
        return new ForestMark(unit * estimate.Value, estimate.Interval is { } interval ? (unit * interval.Lower, unit * interval.Upper) : null);
    }

    // One model that hardly ever won has an interval that would flatten all others.
    private static (double Lower, double Upper) StrengthLimits(Leaderboard leaderboard)
    {
        double[] strengths = [.. leaderboard.Entries.Select(entry => entry.Strength?.Value).OfType<double>(), 0];
        double room = Math.Max(1, strengths.Max() - strengths.Min());
        return (strengths.Min() - room, strengths.Max() + room);
    }
}
