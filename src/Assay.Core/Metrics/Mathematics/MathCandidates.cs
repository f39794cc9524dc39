using System.Text.RegularExpressions;
using Assay.Core.Metrics.Answers;

namespace Assay.Core.Metrics.Mathematics;

/// <summary>The places of an output that may hold its final answer, the surest first.</summary>
internal static partial class MathCandidates
{
    private const int MostCharacters = 4096;

    [GeneratedRegex(@"\\beginboxed(?=\s*\{)", RegexOptions.CultureInvariant)]
    private static partial Regex BrokenBox { get; }

    [GeneratedRegex(@"(?:final\s+answer|answer|result)\s*(?:is\b|[:=])[ \t]*(?<answer>[^\n]*)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Marker { get; }

    [GeneratedRegex(@"\$\$(?<answer>[^$]+)\$\$|\$(?<answer>[^$]+)\$|\\\[(?<answer>.+?)\\\]|\\\((?<answer>.+?)\\\)",
        RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Delimited { get; }

    [GeneratedRegex(@"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][-+]?\d+)?\s*\\?%?", RegexOptions.CultureInvariant)]
    private static partial Regex Number { get; }

    /// <summary>
    /// The last box; what follows the last "answer is"; the whole text, where it is short; the last formula between dollar signs; the last line; the last
    /// number.
    /// </summary>
    public static IEnumerable<string> Of(string output)
    {
        string text = Plain(output);
        if (new BoxedAnswer().Read(text).Text is { } boxed) yield return Bare(boxed);
        if (Last(Marker, text) is { } marked) yield return Bare(marked);
        if (text.Length <= MostCharacters) yield return Bare(text);
        if (Last(Delimited, text) is { } formula) yield return Bare(formula);
        if (text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [.., string line]) yield return Bare(line);
        if (Number.Matches(text) is { Count: > 0 } numbers) yield return numbers[^1].Value.Trim();
    }

    /// <summary>The target's own box, else the whole target.</summary>
    public static string Target(string target) => Bare(new BoxedAnswer().Read(Plain(target)).Text ?? Plain(target));

    /// <summary>The text without what only shapes it, for comparing as it is written.</summary>
    public static string Written(string text)
    {
        string plain = Space.Replace(Shape.Replace(TextCommand.Replace(Bare(text), "$1"), ""), "").TrimEnd('.', ',', ';', ':').ToLowerInvariant();
        // The letter of a choice is the same with brackets and without.
        return plain is ['(', char letter, ')'] ? letter.ToString() : plain;
    }

    [GeneratedRegex(@"\\(?:text|mathrm|mbox)\s*\{([^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex TextCommand { get; }

    [GeneratedRegex(@"\\left|\\right|\\[,;:! ]|\\quad|\\qquad|\$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape { get; }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space { get; }

    private static string Plain(string text) => BrokenBox.Replace(text, @"\boxed");

    private static string? Last(Regex regex, string text) => regex.Matches(text) is { Count: > 0 } matches ? matches[^1].Groups["answer"].Value : null;

    private static string Bare(string text)
    {
        string bare = text.Trim();
        while (bare.Length > 4 && bare.StartsWith("**", StringComparison.Ordinal) && bare.EndsWith("**", StringComparison.Ordinal)) bare = bare[2..^2].Trim();
        bare = bare.Trim('$').Trim();
        if (bare.StartsWith("\\[", StringComparison.Ordinal) && bare.EndsWith("\\]", StringComparison.Ordinal)) bare = bare[2..^2];
        if (bare.StartsWith("\\(", StringComparison.Ordinal) && bare.EndsWith("\\)", StringComparison.Ordinal)) bare = bare[2..^2];
        return bare.Trim().TrimEnd('.', ',', ';', ':').Trim();
    }
}
