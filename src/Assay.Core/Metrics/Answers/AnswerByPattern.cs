using System.Text.RegularExpressions;
using Assay.Core.Errors;

namespace Assay.Core.Metrics.Answers;

/// <summary>
/// What a regular expression of .NET finds: its last match unless said otherwise, and of it the named group, else the first group that took part, else the
/// whole match. Linear time where the expression has no look-around and no back-reference; others are given up after a limit, and read nothing.
/// </summary>
public sealed record AnswerByPattern : AnswerRule
{
    private readonly PatternText _pattern;

    /// <param name="pattern">The regular expression.</param>
    /// <param name="ignoresCase">Whether upper and lower case are the same.</param>
    /// <param name="group">The group that holds the answer, by number or name; null: the first that took part.</param>
    /// <exception cref="InputException">The pattern is no regular expression, or has no such group.</exception>
    public AnswerByPattern(string pattern, bool ignoresCase = false, string? group = null)
    {
        _pattern = new PatternText(pattern, ignoresCase);
        string[] groups = _pattern.Regex.GetGroupNames();
        if (group is not null && !groups.Contains(group))
            throw new InputException($"The pattern \"{pattern}\" has no group \"{group}\"; its groups are {string.Join(", ", groups)}.");
        Group = group;
    }

    /// <summary>The regular expression.</summary>
    public string Pattern => _pattern.Pattern;

    /// <summary>Whether upper and lower case are the same.</summary>
    public bool IgnoresCase => _pattern.IgnoresCase;

    /// <summary>The group that holds the answer; null: the first that took part, or the whole match.</summary>
    public string? Group { get; }

    /// <summary>Whether the first match counts, not the last.</summary>
    public bool IsFirst { get; init; }

    /// <inheritdoc/>
    public override AnswerReading Read(string completion, IReadOnlyList<string> choices)
    {
        try
        {
            Match found = _pattern.Regex.Match(completion);
            if (!found.Success) return AnswerReading.Unread($"The pattern \"{Pattern}\" matches nothing in the completion.");
            if (!IsFirst)
            {
                for (Match next = found.NextMatch(); next.Success; next = next.NextMatch()) found = next;
            }
            return AnswerReading.Of(Answer(found).ValueSpan, $"The pattern \"{Pattern}\" matches an empty text.");
        }
        catch (RegexMatchTimeoutException)
        {
            return AnswerReading.Unread($"The pattern \"{Pattern}\" took too long on the completion.");
        }
    }

    private Group Answer(Match match) =>
        Group is not null ? match.Groups[Group] : match.Groups.Cast<Group>().Skip(1).FirstOrDefault(static group => group.Success) ?? match;
}
