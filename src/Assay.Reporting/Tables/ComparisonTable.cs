using Assay.Core.Comparisons;
using Assay.Reporting.Formatting;
using Spectre.Console;

namespace Assay.Reporting.Tables;

/// <summary>A comparison for people: a block to read for one pair of models, a table of pairs for more; a section per judge, notes below.</summary>
public static class ComparisonTable
{
    /// <summary>Writes the comparison, as wide as the console allows. Names are plain text, never markup.</summary>
    public static void Write(ModelComparison comparison, IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(console);
        IGrouping<string?, PairComparison>[] judges = [.. comparison.Pairs.GroupBy(pair => pair.Annotator)];
        bool blocks = judges.All(judge => judge.Count() == 1);
        LeaderboardTable.WriteHeading(Title(comparison.Pairs), comparison.Leaderboard, console);
        if (!blocks) LeaderboardTable.WriteSections(comparison.Leaderboard, console);
        foreach (IGrouping<string?, PairComparison> judge in judges)
        {
            console.WriteLine();
            if (judges.Length > 1) console.Write(new Text(LeaderboardWords.JudgedBy(judge.Key) + "\n", new Style(decoration: Decoration.Bold)));
            if (blocks) PairBlock.Write(console, judge.Single(), comparison.Leaderboard);
            else PairTable.Write(console, [.. judge], comparison.Leaderboard.RankedBy);
        }
        NotesBlock.Write(console, Notes(comparison));
    }

    private static string Title(IReadOnlyList<PairComparison> pairs)
    {
        string[] models = [.. pairs.SelectMany(pair => new[] { pair.First, pair.Second }).Distinct(StringComparer.Ordinal).Select(DisplayText.Clean)];
        return models.Length == 2 ? $"{models[0]} compared with {models[1]}" : $"{Figures.Count(models.Length)} models compared in pairs";
    }

    private static IReadOnlyList<NoteGroup> Notes(ModelComparison comparison) =>
    [
        .. NoteGroups.Of(comparison.Leaderboard),
        .. NoteGroups.Of([], comparison.Pairs.Select(pair => ($"{pair.First} and {pair.Second}", pair.Notes)), "All pairs"),
    ];
}
