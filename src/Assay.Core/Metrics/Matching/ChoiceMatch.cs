namespace Assay.Core.Metrics.Matching;

/// <summary>Choices that were marked, against those that are right.</summary>
public static class ChoiceMatch
{
    /// <summary>Whether the marked choices are exactly the target's letters. White space and commas in the target are passed over.</summary>
    /// <param name="marked">Numbers, from 0, of the choices marked, in the order shown.</param>
    /// <param name="target">The right letters, "A", "AB" or "A, B", in the original order.</param>
    /// <param name="order">For each place shown, the choice's place in the original order; null where they are the same.</param>
    /// <returns>The answer names the marked choices by their original letters.</returns>
    public static MatchResult Of(IEnumerable<int> marked, string target, IReadOnlyList<int>? order = null)
    {
        SortedSet<int> original = [.. marked.Select(place => order is null ? place : order[place])];
        HashSet<string> letters = [.. target.Where(char.IsLetter).Select(static letter => char.ToUpperInvariant(letter).ToString())];
        bool isCorrect = letters.SetEquals(original.Select(ChoiceLetters.Of));
        return new MatchResult(isCorrect ? MatchOutcome.Correct : MatchOutcome.Incorrect, ChoiceLetters.Of(original));
    }
}
