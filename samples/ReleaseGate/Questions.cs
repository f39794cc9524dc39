namespace ReleaseGate;

/// <summary>The questions of every release. Yours come from a file; enough of them that an interval can be short.</summary>
internal static class Questions
{
    public static readonly string[] All = [.. Enumerable.Range(0, 120).Select(static i => $"How do I change option {i}?")];
}
