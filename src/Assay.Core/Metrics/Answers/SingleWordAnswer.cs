namespace Assay.Core.Metrics.Answers;

/// <summary>
/// The one word there is, without the punctuation after it; nothing where there are more. Meant after an <see cref="AnswerAfterPhrase"/>, for models asked
/// to say a word and no more.
/// </summary>
public sealed record SingleWordAnswer : AnswerRule
{
    /// <inheritdoc/>
    public override AnswerReading Read(string completion, IReadOnlyList<string> choices)
    {
        ReadOnlySpan<char> word = completion.AsSpan().Trim();
        foreach (char character in word)
        {
            if (char.IsWhiteSpace(character)) return AnswerReading.Unread("There is more than one word.");
        }
        int end = word.Length;
        while (end > 1 && char.IsPunctuation(word[end - 1])) end--;
        return AnswerReading.Of(word[..end], "There is no word.");
    }
}
