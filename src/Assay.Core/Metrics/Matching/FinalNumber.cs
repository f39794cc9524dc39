using System.Text.RegularExpressions;

namespace Assay.Core.Metrics.Matching;

/// <summary>The last number of a text: an optional minus, digits with thousands commas, an optional decimal part; the commas are dropped.</summary>
/// <remarks>
/// HELM's expression takes a lone comma for a number too, so that "33 eggs, please" has an empty one; here a number has a digit, as its description says.
/// GSM8K's reading of its "#### 18" (Cobbe and others 2021) gives the same.
/// </remarks>
public static partial class FinalNumber
{
    // Digits of ASCII alone: a sign of another script is a letter to the graders that this follows.
    [GeneratedRegex(@"-?[0-9][0-9,]*(?:\.[0-9]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Number { get; }

    /// <summary>The number without commas; null where there is none.</summary>
    public static string? In(string text)
    {
        ReadOnlySpan<char> last = default;
        foreach (ValueMatch match in Number.EnumerateMatches(text)) last = text.AsSpan(match.Index, match.Length);
        return last.IsEmpty ? null : last.ToString().Replace(",", "", StringComparison.Ordinal);
    }
}
