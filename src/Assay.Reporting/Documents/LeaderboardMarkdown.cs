using System.Globalization;
using System.Text;
using Assay.Core.Leaderboards;
using Assay.Core.LengthControl;
using Assay.Reporting.Formatting;

namespace Assay.Reporting.Documents;

/// <summary>
/// A leaderboard as GitHub Markdown: a table per judge, the figure that ranks first, intervals in brackets, notes as a list below. Names are escaped.
/// </summary>
public static class LeaderboardMarkdown
{
    /// <summary>The leaderboard as Markdown, lines ended by a line feed.</summary>
    public static string Render(Leaderboard leaderboard)
    {
        ArgumentNullException.ThrowIfNull(leaderboard);
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{Caption(leaderboard)}\n");
        IReadOnlyList<IGrouping<string?, LeaderboardEntry>> groups = leaderboard.ByAnnotator();
        foreach (IGrouping<string?, LeaderboardEntry> group in groups)
        {
            if (groups.Count > 1) text.Append(CultureInfo.InvariantCulture, $"\n**{MarkdownText.Escape(LeaderboardWords.JudgedBy(group.Key))}**\n");
            text.Append('\n');
            AppendTable(text, [.. group], leaderboard.RankedBy);
            AppendDatasets(text, [.. group]);
        }
        AppendNotes(text, NoteGroups.Of(leaderboard));
        return text.ToString();
    }

    private static string Caption(Leaderboard leaderboard)
    {
        string unit = leaderboard.RankedBy == RankingFigure.Strength ? "in logits" : "in percent";
        string against = leaderboard.Baseline is null ? "" : $" against {MarkdownText.Escape(leaderboard.Baseline)}";
        string judge = leaderboard.Annotators.Count == 1 ? $", judged by {MarkdownText.Escape(leaderboard.Annotators[0])}" : "";
        LengthControlMethod[] methods = leaderboard.LengthControls();
        string lengthControl = methods.Length == 0 ? "" : $" Length control: {string.Join("; ", methods.Select(LeaderboardWords.Describe))}.";
        string instructions = Figures.Count(leaderboard.InstructionCount);
        string figure = $"{LeaderboardWords.Name(leaderboard.RankedBy)} {unit}{against}";
        return $"{figure} on {instructions} instructions{judge}, with {Figures.Level(leaderboard.Confidence)} intervals.{lengthControl}";
    }

    private static void AppendTable(StringBuilder text, LeaderboardEntry[] entries, RankingFigure rankedBy)
    {
        RankingFigure[] figures = LeaderboardWords.ShownFigures(entries, rankedBy);
        string[] people = entries.Any(entry => entry.PredictionPowered is not null) ? ["Win rate by people, predicted"] : [];
        AppendRow(text, ["Rank", "Model", .. figures.Select(LeaderboardWords.Name), .. people, "n"]);
        AppendRow(text, ["--:", ":--", .. figures.Select(_ => "--:"), .. people.Select(_ => "--:"), "--:"]);
        foreach (LeaderboardEntry entry in entries)
        {
            string ranks = LeaderboardWords.Rank(entry);
            IEnumerable<string> estimates = figures.Select(figure => LeaderboardWords.WithInterval(entry.RankedFigure(figure), figure));
            IEnumerable<string> predicted = people.Select(_ => LeaderboardWords.WithInterval(entry.PredictionPowered?.WinRate, RankingFigure.WinRate));
            AppendRow(text, [ranks, MarkdownText.Escape(entry.Model), .. estimates, .. predicted, Figures.Count(entry.Count)]);
        }
    }

    private static void AppendDatasets(StringBuilder text, LeaderboardEntry[] entries)
    {
        string?[] names = [.. entries.SelectMany(entry => entry.Datasets).Select(dataset => dataset.Dataset).Distinct(StringComparer.Ordinal)];
        if (names.Length == 0) return;
        text.Append("\nWin rate by data set in percent.\n\n");
        AppendRow(text, ["Model", .. names.Select(name => name is null ? "(not named)" : MarkdownText.Escape(name))]);
        AppendRow(text, [":--", .. names.Select(_ => "--:")]);
        foreach (LeaderboardEntry entry in entries)
        {
            AppendRow(text, [MarkdownText.Escape(entry.Model), .. names.Select(name => Cell(entry, name))]);
        }
    }

    private static string Cell(LeaderboardEntry entry, string? dataset)
    {
        DatasetWinRate? found = entry.Datasets.FirstOrDefault(candidate => string.Equals(candidate.Dataset, dataset, StringComparison.Ordinal));
        string figure = LeaderboardWords.WithInterval(found?.WinRate, RankingFigure.WinRate);
        return found?.WinRate is null ? figure : $"{figure}, n {Figures.Count(found.WinRate.Count)}";
    }

    private static void AppendNotes(StringBuilder text, IReadOnlyList<NoteGroup> notes)
    {
        if (notes.Count > 0) text.Append('\n');
        foreach (NoteGroup note in notes)
        {
            string subject = note.Subject.Length == 0 ? "" : MarkdownText.Escape(note.Subject) + ": ";
            text.Append(CultureInfo.InvariantCulture, $"- {subject}{MarkdownText.Escape(note.Note)}\n");
        }
    }

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
