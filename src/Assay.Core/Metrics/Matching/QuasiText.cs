using System.Text.RegularExpressions;

namespace Assay.Core.Metrics.Matching;

/// <summary>
/// The normalisation behind HELM's quasi-exact metrics (Liang and others 2022, appendix C.1; first in the SQuAD and QuAC scripts): lower case, no ASCII
/// punctuation, no "a", "an" and "the" as words, one space between words.
/// </summary>
public static partial class QuasiText
{
    [GeneratedRegex(@"\b(a|an|the)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Articles { get; }

    /// <summary>The normalised text; may be empty.</summary>
    public static string Of(string text) => string.Join(' ', Words(text));

    /// <summary>The normalised words, in their order.</summary>
    public static string[] Words(string text) =>
        Articles.Replace(AsciiPunctuation.Remove(text.ToLowerInvariant()), " ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
