using Assay.Core.Metrics.Answers;

namespace Assay.Core.Metrics.Matching;

/// <summary>Reads the answer by a rule and compares it with the target, without case.</summary>
public static class AnswerMatch
{
    /// <summary>Whether the answer read equals the target; the white space around the target does not count.</summary>
    public static MatchResult Of(AnswerRule rule, string output, string target, IReadOnlyList<string>? choices = null)
    {
        AnswerReading reading = rule.Read(output, choices ?? []);
        if (!reading.IsRead) return new MatchResult(MatchOutcome.NoAnswer, null);
        bool isCorrect = reading.Text.AsSpan().Equals(target.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);
        return new MatchResult(isCorrect ? MatchOutcome.Correct : MatchOutcome.Incorrect, reading.Text);
    }

    /// <summary>
    /// What follows the last "ANSWER:" in any case, up to the end of its line, and of it what another rule reads: <see cref="LetterAnswer"/>,
    /// <see cref="SingleWordAnswer"/>, or null for the line.
    /// </summary>
    public static AnswerRule Marker(AnswerRule? part = null)
    {
        AnswerAfterPhrase line = new("ANSWER:") { IgnoresCase = true, MayStartOnNextLine = true };
        return part is null ? line : new AnswerChain(line, part);
    }
}
