using Assay.Core.Metrics.Matching;

namespace Assay.Core.Metrics.Answers;

/// <summary>
/// The letter of the choice whose text is in the completion, the first to occur; where none is, the letter after a colon. It is what lm-evaluation-harness's
/// multiple-choice filter does where its own pattern finds no letter. A <see cref="LetterAnswer"/> in front of it (<see cref="FirstReadAnswer"/>) stands for
/// the pattern.
/// </summary>
public sealed record ChoiceAnswer : AnswerRule
{
    /// <summary>Whether upper and lower case are the same.</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>Whether punctuation is left out on both sides.</summary>
    public bool IgnoresPunctuation { get; init; }

    /// <inheritdoc/>
    public override AnswerReading Read(string completion, IReadOnlyList<string> choices)
    {
        if (choices.Count == 0) return AnswerReading.Unread("The instance has no choices to look for.");
        StringComparison comparison = IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        string text = Plain(completion);
        (int At, int Length, int Choice) first = (int.MaxValue, 0, -1);
        for (int i = 0; i < choices.Count; i++)
        {
            string choice = Plain(choices[i]);
            if (choice.Length == 0) continue;
            int at = text.IndexOf(choice, comparison);
            // A choice may start with another ("New York", "New York City"): at one place the longer one is meant.
            if (at >= 0 && (at < first.At || (at == first.At && choice.Length > first.Length))) first = (at, choice.Length, i);
        }
        if (first.Choice >= 0) return Letter(first.Choice);
        return AfterColon(completion, choices.Count) is { } letter
            ? Letter(letter) : AnswerReading.Unread("No choice's text and no letter after a colon is in the completion.");
    }

    private static int? AfterColon(string text, int count)
    {
        for (int colon = text.IndexOf(':'); colon >= 0; colon = text.IndexOf(':', colon + 1))
        {
            ReadOnlySpan<char> rest = text.AsSpan(colon + 1).TrimStart();
            if (rest is [>= 'A' and <= 'Z' and char letter, ..] && letter - 'A' < count) return letter - 'A';
        }
        return null;
    }

    private string Plain(string text) => (IgnoresPunctuation ? AsciiPunctuation.Remove(text) : text).Trim();

    private static AnswerReading Letter(int choice) => AnswerReading.Of(ChoiceLetters.Of(choice), "");
}
