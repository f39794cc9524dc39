using System.Text.RegularExpressions;
using Assay.Core.Errors;
using Assay.Core.Texts;

namespace Assay.Core.Metrics.Answers;

/// <summary>A regular expression that was checked; equal to another of equal text, as the compiled ones are not.</summary>
internal sealed class PatternText : IEquatable<PatternText>
{
    /// <exception cref="InputException">The pattern is no regular expression.</exception>
    public PatternText(string pattern, bool ignoresCase)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        (Pattern, IgnoresCase) = (pattern, ignoresCase);
        try
        {
            Regex = SafeRegex.Create(pattern, ignoresCase);
        }
        catch (ArgumentException error)
        {
            throw new InputException($"The pattern \"{pattern}\" is no regular expression of .NET: {error.Message}", error);
        }
    }

    public string Pattern { get; }

    public bool IgnoresCase { get; }

    public Regex Regex { get; }

    public bool Equals(PatternText? other) => other is not null && other.Pattern == Pattern && other.IgnoresCase == IgnoresCase;

    public override bool Equals(object? obj) => Equals(obj as PatternText);

    public override int GetHashCode() => HashCode.Combine(Pattern, IgnoresCase);
}
