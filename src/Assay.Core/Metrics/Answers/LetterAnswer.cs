namespace Assay.Core.Metrics.Answers;

/// <summary>
/// The letter of a choice, from A on, as an upper-case letter. In this order: the text as a whole, if it is one letter of either case with nothing but
/// punctuation and white space around it; the last letter in round brackets; the last upper-case letter that stands alone, where "A" or "I" before another
/// word is an English word and no letter of a choice.
/// </summary>
public sealed record LetterAnswer : AnswerRule
{
    /// <inheritdoc/>
    public override AnswerReading Read(string completion, IReadOnlyList<string> choices)
    {
        char last = (char)('A' + Math.Clamp(choices.Count == 0 ? 26 : choices.Count, 1, 26) - 1);
        char? letter = Whole(completion, last) ?? InBrackets(completion, last) ?? StandingAlone(completion, last);
        return letter is { } found ? AnswerReading.Of([found], "") : AnswerReading.Unread($"No letter from A to {last} stands alone in the completion.");
    }

    private static char? Whole(string text, char last)
    {
        char? found = null;
        foreach (char character in text)
        {
            if (char.IsWhiteSpace(character) || char.IsPunctuation(character) || char.IsSymbol(character)) continue;
            if (found is not null || !IsLetter(char.ToUpperInvariant(character), last)) return null;
            found = char.ToUpperInvariant(character);
        }
        return found;
    }

    private static char? InBrackets(string text, char last)
    {
        for (int i = text.Length - 2; i >= 1; i--)
        {
            char letter = char.ToUpperInvariant(text[i]);
            if (text[i - 1] == '(' && text[i + 1] == ')' && IsLetter(letter, last)) return letter;
        }
        return null;
    }

    private static char? StandingAlone(string text, char last)
    {
        for (int i = text.Length - 1; i >= 0; i--)
        {
            if (!IsLetter(text[i], last) || (i > 0 && IsInWord(text[i - 1])) || (i + 1 < text.Length && IsInWord(text[i + 1]))) continue;
            if (text[i] is not ('A' or 'I') || !IsBeforeWord(text.AsSpan(i + 1))) return text[i];
        }
        return null;
    }

    private static bool IsBeforeWord(ReadOnlySpan<char> rest)
    {
        int word = rest.IndexOfAnyExcept(' ', '\t');
        return word > 0 && char.IsLetterOrDigit(rest[word]);
    }

    private static bool IsLetter(char character, char last) => character >= 'A' && character <= last;

    private static bool IsInWord(char character) => char.IsLetterOrDigit(character) || character is '\'' or '’' or '_' or '-';
}
