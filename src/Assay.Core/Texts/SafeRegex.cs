using System.Text.RegularExpressions;

namespace Assay.Core.Texts;

/// <summary>Regular expressions over hostile texts: linear time where the expression allows it, and a limit where it does not.</summary>
public static class SafeRegex
{
    // Only expressions with look-around or back-references come to it, and only where a text makes them explode.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>The expression, matched without backtracking where it can be, else with a limit of five seconds.</summary>
    /// <param name="pattern">A regular expression of .NET.</param>
    /// <param name="ignoreCase">Whether case does not count.</param>
    /// <exception cref="ArgumentException">The pattern is no regular expression.</exception>
    public static Regex Create(string pattern, bool ignoreCase = false)
    {
        RegexOptions options = RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        try
        {
            return new Regex(pattern, options | RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, options, Limit);
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
