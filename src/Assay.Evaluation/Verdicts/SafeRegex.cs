using System.Text.RegularExpressions;

namespace Assay.Evaluation.Verdicts;

/// <summary>Regular expressions over hostile texts: linear time where the expression allows it, and a limit where it does not.</summary>
internal static class SafeRegex
{
    // Only expressions with look-around or back-references come to it, and only where a text makes them explode.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <exception cref="ArgumentException">The pattern is no regular expression.</exception>
    public static Regex Create(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, Limit);
        }
    }

    /// <summary>Whether it matches; not, where the limit is passed.</summary>
    public static bool IsMatch(Regex regex, string text)
    {
        try
        {
            return regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
