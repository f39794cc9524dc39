namespace Assay.Core.Leaderboards;

/// <summary>Lists of names in sentences.</summary>
internal static class NameList
{
    private const int Shown = 5;

    /// <summary>The names with commas; after the fifth only how many more there are.</summary>
    public static string Of(IReadOnlyCollection<string> names) =>
        names.Count <= Shown ? string.Join(", ", names) : $"{string.Join(", ", names.Take(Shown))} and {names.Count - Shown} more";
}
