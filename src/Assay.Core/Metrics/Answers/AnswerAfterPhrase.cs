namespace Assay.Core.Metrics.Answers;

/// <summary>
/// What follows a phrase, its last occurrence unless said otherwise, up to the end of the line. BIG-Bench Hard's rule (Suzgun and others 2022) is the phrase
/// "answer is " with <see cref="DropsFinalStop"/>; GSM8K's (Cobbe and others 2021) is the phrase "A:" and a <see cref="LastNumberAnswer"/> after it.
/// </summary>
public sealed record AnswerAfterPhrase : AnswerRule
{
    /// <param name="phrase">The phrase, not empty; taken as it is, spaces included.</param>
    /// <exception cref="ArgumentException">The phrase is empty.</exception>
    public AnswerAfterPhrase(string phrase)
    {
        ArgumentException.ThrowIfNullOrEmpty(phrase);
        Phrase = phrase;
    }

    /// <summary>The phrase before the answer.</summary>
    public string Phrase { get; }

    /// <summary>Whether the first occurrence counts, not the last.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Whether upper and lower case are the same in the phrase.</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>Whether the answer goes on after the end of the line, to the end of the completion.</summary>
    public bool GoesOnAfterLine { get; init; }

    /// <summary>Whether the answer may start on a later line than the phrase: white space and line breaks before it are passed over.</summary>
    public bool MayStartOnNextLine { get; init; }

    /// <summary>Whether one full stop at the end is dropped.</summary>
    public bool DropsFinalStop { get; init; }

    /// <summary>Whether a completion without the phrase is taken as a whole, by the same rules: some models answer without a word around it.</summary>
    public bool TakesWholeWithoutPhrase { get; init; }

    /// <inheritdoc/>
    public override AnswerReading Read(string completion, IReadOnlyList<string> choices)
    {
        StringComparison comparison = IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        int at = IsFirst ? completion.IndexOf(Phrase, comparison) : completion.LastIndexOf(Phrase, comparison);
        if (at < 0 && !TakesWholeWithoutPhrase) return AnswerReading.Unread($"The phrase \"{Phrase}\" is not in the completion.");
        ReadOnlySpan<char> answer = at < 0 ? completion : completion.AsSpan(at + Phrase.Length);
        if (MayStartOnNextLine) answer = answer.TrimStart();
        if (!GoesOnAfterLine && answer.IndexOfAny('\n', '\r') is >= 0 and int end) answer = answer[..end];
        answer = answer.Trim();
        if (DropsFinalStop && answer is [.., '.']) answer = answer[..^1];
        return AnswerReading.Of(answer, $"Nothing follows the phrase \"{Phrase}\".");
    }
}
