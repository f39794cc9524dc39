using System.Text.RegularExpressions;

namespace Assay.Core.Metrics.InstructionFollowing;

/// <summary><c>detectable_content:number_placeholders</c>: at least so many texts in square brackets.</summary>
/// <param name="Placeholders">How many.</param>
public sealed partial record PlaceholderCount(int Placeholders) : InstructionCheck
{
    [GeneratedRegex(@"\[.*?\]", RegexOptions.CultureInvariant)]
    private static partial Regex Bracket { get; }

    /// <inheritdoc/>
    public override CheckResult Check(string response) => Bracket.Count(response) >= Placeholders;
}

/// <summary>
/// <c>detectable_content:postscript</c>: the marker occurs, without case, anywhere. "P.S." is also "P. S.", "P.P.S" also has spaces after its stops.
/// </summary>
/// <param name="Marker">The marker.</param>
public sealed partial record Postscript(string Marker) : InstructionCheck
{
    [GeneratedRegex(@"p\.\s?p\.\s?s", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Second { get; }

    [GeneratedRegex(@"p\.\s?s\.", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex First { get; }

    /// <inheritdoc/>
    public override CheckResult Check(string response) => Marker.Trim() switch
    {
        "P.P.S" => Second.IsMatch(response),
        "P.S." => First.IsMatch(response),
        string marker => response.Contains(marker, StringComparison.OrdinalIgnoreCase),
    };
}

/// <summary><c>punctuation:no_comma</c>: there is no comma.</summary>
public sealed record NoComma : InstructionCheck
{
    /// <inheritdoc/>
    public override CheckResult Check(string response) => !response.Contains(',', StringComparison.Ordinal);
}
