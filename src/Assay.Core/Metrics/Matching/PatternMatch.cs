using System.Text.RegularExpressions;
using Assay.Core.Errors;
using Assay.Core.Metrics.Answers;

namespace Assay.Core.Metrics.Matching;

/// <summary>
/// Inspect's <c>pattern</c>: the groups of the first match of a regular expression are compared with the target; one that equals it is enough, or every one
/// must.
/// </summary>
public sealed class PatternMatch
{
    private readonly PatternText _pattern;
    private readonly bool _matchesAll;

    /// <param name="pattern">A regular expression of .NET; without a group the whole match is compared.</param>
    /// <param name="ignoresCase">Whether upper and lower case are the same, in the expression and in the comparison.</param>
    /// <param name="matchesAll">Whether every group must equal the target.</param>
    /// <exception cref="InputException">The pattern is no regular expression.</exception>
    public PatternMatch(string pattern, bool ignoresCase, bool matchesAll) => (_pattern, _matchesAll) = (new PatternText(pattern, ignoresCase), matchesAll);

    /// <summary>Matches an output with its target.</summary>
    /// <returns>The answer is the group that equals the target; else the only group; else null. A match that takes too long is no answer.</returns>
    public MatchResult Of(string output, string target)
    {
        try
        {
            Match found = _pattern.Regex.Match(output);
            if (!found.Success) return new MatchResult(MatchOutcome.NoAnswer, null);
            string?[] groups = found.Groups.Count == 1
                ? [found.Value] : [.. found.Groups.Cast<Group>().Skip(1).Select(group => group.Success ? group.Value : null)];
            bool isCorrect = _matchesAll ? groups.All(IsTarget) : groups.Any(IsTarget);
            string? answer = isCorrect ? groups.First(IsTarget) : groups.Length == 1 ? groups[0] : null;
            return new MatchResult(isCorrect ? MatchOutcome.Correct : MatchOutcome.Incorrect, answer);
        }
        catch (RegexMatchTimeoutException)
        {
            return new MatchResult(MatchOutcome.NoAnswer, null);
        }

        bool IsTarget(string? group) => string.Equals(group, target, _pattern.IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
    }
}
