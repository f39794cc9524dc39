using System.Globalization;
using Assay.Core.Leaderboards;
using Assay.Core.LengthControl;
using Assay.Reporting.Formatting;
using Spectre.Console;

namespace Assay.Reporting.Tables;

/// <summary>A leaderboard for people: best first, a section per judge, win rates by data set where they were asked for, notes below.</summary>
public static class LeaderboardTable
{
    /// <summary>Writes the leaderboard, as wide as the console allows. Names are plain text, never markup.</summary>
    public static void Write(Leaderboard leaderboard, IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(leaderboard);
        ArgumentNullException.ThrowIfNull(console);
        string unit = leaderboard.RankedBy == RankingFigure.Strength ? "in logits" : "in percent";
        WriteHeading($"{LeaderboardWords.Name(leaderboard.RankedBy)} {unit}", leaderboard, console);
        WriteSections(leaderboard, console);
        NotesBlock.Write(console, NoteGroups.Of(leaderboard));
    }

    /// <summary>The rows alone, by judge, without heading and notes.</summary>
    internal static void WriteSections(Leaderboard leaderboard, IAnsiConsole console)
    {
        IReadOnlyList<IGrouping<string?, LeaderboardEntry>> groups = leaderboard.ByAnnotator();
        foreach (IGrouping<string?, LeaderboardEntry> group in groups)
        {
            LeaderboardEntry[] entries = [.. group];
            console.WriteLine();
            if (groups.Count > 1) console.Write(new Text(LeaderboardWords.JudgedBy(group.Key) + "\n", new Style(decoration: Decoration.Bold)));
            FittedTable<LeaderboardEntry>.Write(console, entries, LeaderboardColumns.For(entries, leaderboard.RankedBy));
            DatasetTable.Write(console, entries, leaderboard.Confidence);
        }
    }

    /// <summary>A title and, below it, all that the numbers depend on.</summary>
    internal static void WriteHeading(string title, Leaderboard leaderboard, IAnsiConsole console)
    {
        console.Write(new Text(title + "\n", new Style(decoration: Decoration.Bold)));
        console.Write(new Text(Circumstances(leaderboard) + "\n", new Style(decoration: Decoration.Dim)));
    }

    private static string Circumstances(Leaderboard leaderboard)
    {
        List<string> parts = [];
        if (leaderboard.Baseline is not null) parts.Add($"against {DisplayText.Clean(leaderboard.Baseline)}");
        parts.Add(string.Create(CultureInfo.InvariantCulture, $"{leaderboard.InstructionCount} instructions"));
        if (leaderboard.Annotators.Count == 1) parts.Add($"judged by {DisplayText.Clean(leaderboard.Annotators[0])}");
        parts.Add($"{Figures.Level(leaderboard.Confidence)} intervals{IntervalMethods(leaderboard)}");
        if (leaderboard.ClusteredBy.Count > 0) parts.Add($"clustered by {string.Join(" and ", leaderboard.ClusteredBy.Select(LeaderboardWords.Name))}");
        LengthControlMethod[] methods = leaderboard.LengthControls();
        if (methods.Length > 0) parts.Add($"length control: {string.Join("; ", methods.Select(LeaderboardWords.Describe))}");
        return string.Join(" · ", parts);
    }

    private static string IntervalMethods(Leaderboard leaderboard)
    {
        List<string> methods = [];
        IEnumerable<string> ofWinRates = leaderboard.Entries.Where(entry => entry.WinRate?.Interval is not null).Select(entry => entry.WinRateIntervalMethod).Distinct(
            StringComparer.Ordinal);
        methods.AddRange(ofWinRates.Select(method => $"{LeaderboardWords.DescribeInterval(method)} for win rates"));
        IEnumerable<string> named = leaderboard.Entries.Select(entry => entry.LengthControlledIntervalMethod).OfType<string>();
        string[] lengthControlled = [.. named.Select(method => method.Replace('_', ' ')).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (lengthControlled.Length > 0) methods.Add($"{string.Join(" or ", lengthControlled)} for length-controlled ones");
        return methods.Count == 0 ? "" : $" ({string.Join(", ", methods)})";
    }
}
