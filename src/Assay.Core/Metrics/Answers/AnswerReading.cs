using System.Diagnostics.CodeAnalysis;

namespace Assay.Core.Metrics.Answers;

/// <summary>What an <see cref="AnswerRule"/> made of a completion: an answer, or the reason why there is none.</summary>
public sealed record AnswerReading
{
    private AnswerReading(string? text, string? reason) => (Text, Reason) = (text, reason);

    /// <summary>The answer without white space around it, not empty; null if nothing was read.</summary>
    public string? Text { get; }

    /// <summary>Why nothing was read, one sentence; null if something was.</summary>
    public string? Reason { get; }

    /// <summary>Whether an answer was read.</summary>
    [MemberNotNullWhen(true, nameof(Text))]
    [MemberNotNullWhen(false, nameof(Reason))]
    public bool IsRead => Text is not null;

    /// <summary>An answer; white space alone is none, for this reason.</summary>
    public static AnswerReading Of(ReadOnlySpan<char> text, string reasonIfBlank)
    {
        ReadOnlySpan<char> trimmed = text.Trim();
        return trimmed.IsEmpty ? Unread(reasonIfBlank) : new AnswerReading(trimmed.ToString(), null);
    }

    /// <summary>No answer.</summary>
    public static AnswerReading Unread(string reason) => new(null, reason);
}
