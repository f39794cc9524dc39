namespace Assay.Core.Metrics.Matching;

/// <summary>The letters of choices: A for the first.</summary>
public static class ChoiceLetters
{
    /// <summary>The letter of a choice, from 0; after Z comes "AA", as in a spreadsheet.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static string Of(int choice)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(choice);
        string letter = ((char)('A' + choice % 26)).ToString();
        return choice < 26 ? letter : Of(choice / 26 - 1) + letter;
    }

    /// <summary>Several choices as "A, B"; none is an empty text.</summary>
    public static string Of(IEnumerable<int> choices) => string.Join(", ", choices.Order().Select(Of));
}
