using Assay.Core.Responses;

namespace Assay.Cli.Runs;

/// <summary>A part of a response's key that differs between two requests.</summary>
/// <param name="Part">Its name: <c>parameters</c>, <c>messages</c>.</param>
/// <param name="Before">Its canonical JSON in the first request.</param>
/// <param name="After">Its canonical JSON in the second.</param>
internal sealed record KeyChange(string Part, string Before, string After)
{
    /// <summary>All parts that differ; empty where the two have one key.</summary>
    public static IReadOnlyList<KeyChange> Between(ModelRequest before, ModelRequest after) =>
    [
        .. before.Parts.Zip(after.Parts, static (one, other) => new KeyChange(one.Key, one.Value, other.Value))
            .Where(static change => !string.Equals(change.Before, change.After, StringComparison.Ordinal)),
    ];

    /// <summary>The two values where they begin to differ, short enough for a line.</summary>
    public override string ToString()
    {
        const int Around = 20, Longest = 60;
        int start = 0;
        while (start < Before.Length && start < After.Length && Before[start] == After[start]) start++;
        start = Math.Max(0, start - Around);
        return $"{Part}: {Part_(Before)} became {Part_(After)}";

        string Part_(string text) => $"{(start > 0 ? "..." : "")}{text.Substring(Math.Min(start, text.Length), Math.Min(Longest, text.Length - Math.Min(start, text.Length)))}"
            + (text.Length > start + Longest ? "..." : "");
    }
}
