using System.Globalization;

namespace Assay.Core.Metrics.Matching;

/// <summary>
/// Scores written as words: inspect's "C" (correct), "P" (partly), "I" (incorrect), "N" (no answer), yes and no, true and false, or a number.
/// </summary>
public static class ScoreValue
{
    /// <summary>The score's number; 0 for anything else, and for numbers that are not finite.</summary>
    public static double ToNumber(string value) => value.Trim() switch
    {
        "C" => 1,
        "P" => 0.5,
        "I" or "N" => 0,
        string text when text.Equals("yes", StringComparison.OrdinalIgnoreCase) || text.Equals("true", StringComparison.OrdinalIgnoreCase) => 1,
        string text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : 0,
    };

    /// <summary>1 for true, 0 for false.</summary>
    public static double ToNumber(bool value) => value ? 1 : 0;
}
