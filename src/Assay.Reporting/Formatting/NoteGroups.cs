using Assay.Core.Leaderboards;

namespace Assay.Reporting.Formatting;

/// <summary>A note and the names it holds for, in their order.</summary>
/// <param name="Note">The note, cleaned for display.</param>
/// <param name="Names">Whom it holds for; empty where it is about everything.</param>
/// <param name="Everybody">What stands for all names together, where there are several and the note holds for each; otherwise null.</param>
internal sealed record NoteGroup(string Note, IReadOnlyList<string> Names, string? Everybody)
{
    private const int NamesShown = 3;
    private const int LongestName = 48;

    /// <summary>Whom the note holds for: "a, b and 7 more", "All models", or empty where it is about everything.</summary>
    public string Subject => Everybody ?? (Names.Count <= NamesShown + 1 ? string.Join(", ", Names.Select(Short))
        : $"{string.Join(", ", Names.Take(NamesShown).Select(Short))} and {Figures.Count(Names.Count - NamesShown)} more");

    private static string Short(string name) => DisplayText.Shorten(name, LongestName);
}

/// <summary>Says once what holds for many.</summary>
internal static class NoteGroups
{
    /// <summary>The notes of a leaderboard: those about all of it first, then those of its models in rank order, equal sentences together.</summary>
    public static IReadOnlyList<NoteGroup> Of(Leaderboard leaderboard) =>
        Of(leaderboard.Notes, leaderboard.Entries.Select(entry => (entry.Model, entry.Notes)), "All models");

    /// <summary>General notes, then those that belong to names, equal sentences together.</summary>
    public static IReadOnlyList<NoteGroup> Of(IEnumerable<string> general, IEnumerable<(string Name, IReadOnlyList<string> Notes)> named, string everybody)
    {
        (string Name, IReadOnlyList<string> Notes)[] all = [.. named];
        int names = all.Select(entry => entry.Name).Distinct(StringComparer.Ordinal).Count();
        return
        [
            .. general.Select(note => new NoteGroup(DisplayText.Clean(note), [], null)),
            .. all.SelectMany(entry => entry.Notes.Select(note => (note, entry.Name)))
                .GroupBy(pair => pair.note, pair => pair.Name, StringComparer.Ordinal)
                .Select(group => (Note: DisplayText.Clean(group.Key), Names: group.Distinct(StringComparer.Ordinal).Select(DisplayText.Clean).ToArray()))
                .Select(group => new NoteGroup(group.Note, group.Names, names > 1 && group.Names.Length == names ? everybody : null)),
        ];
    }
}
