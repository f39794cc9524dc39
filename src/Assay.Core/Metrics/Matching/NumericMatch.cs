namespace Assay.Core.Metrics.Matching;

/// <summary>
/// Inspect's <c>match(numeric=True)</c>: where the target is a number, numbers of the output are compared with it by value; any other target is compared as
/// text, without case and the punctuation around it. A number is a word of its own ("25" is none of "5"), "60%" is no number.
/// </summary>
public static class NumericMatch
{
    /// <summary>Matches an output with its targets, of which one is enough.</summary>
    /// <returns>
    /// The answer is the number that was compared; the whole output where the target is a text, or where none of its numbers is the target. Never
    /// <see cref="MatchOutcome.NoAnswer"/>.
    /// </returns>
    public static MatchResult Of(string output, IEnumerable<string> targets, MatchLocation location)
    {
        string? answer = null;
        foreach (string target in targets)
        {
            (answer, bool matches) = TextNumber.Parse(WithoutMarks(target.Trim())) is { } number
                ? Numbers(output, number, location)
                : Text(output, target, location);
            if (matches) return new MatchResult(MatchOutcome.Correct, answer);
        }
        return new MatchResult(MatchOutcome.Incorrect, answer);
    }

    private static (string Answer, bool Matches) Numbers(string output, double target, MatchLocation location)
    {
        if (location == MatchLocation.Exact) return (output.Trim(), IsSame(TextNumber.Parse(WithoutMarks(output)), target));
        List<(string Word, double Value)> numbers = [];
        foreach (string word in WithoutMarks(output).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            string bare = TextNumber.Parse(word) is null ? word.Trim(EdgeMarks) : word;
            if (TextNumber.Parse(bare) is { } value) numbers.Add((bare, value));
        }
        if (numbers.Count == 0) return (output.Trim(), false);
        if (location == MatchLocation.Any)
            return numbers.FirstOrDefault(number => IsSame(number.Value, target)) is { Word: not null } found ? (found.Word, true) : (output.Trim(), false);
        (string answer, double said) = location == MatchLocation.Begin ? numbers[0] : numbers[^1];
        return (answer, IsSame(said, target));
    }

    private static (string Answer, bool Matches) Text(string output, string target, MatchLocation location)
    {
        ReadOnlySpan<char> said = AsciiPunctuation.Trim(output), wanted = AsciiPunctuation.Trim(target);
        bool matches = location switch
        {
            MatchLocation.Begin => said.StartsWith(wanted, StringComparison.OrdinalIgnoreCase),
            MatchLocation.End => said.EndsWith(wanted, StringComparison.OrdinalIgnoreCase),
            MatchLocation.Any => said.Contains(wanted, StringComparison.OrdinalIgnoreCase),
            _ => said.Equals(wanted, StringComparison.OrdinalIgnoreCase),
        };
        return (output.Trim(), matches);
    }

    // Equal to five significant digits, inspect's precision: 0.333333 is 1/3 written in another way.
    private static bool IsSame(double? said, double target) => said is { } value
        && (value == target || Math.Abs(value - target) <= 5e-6 * Math.Max(Math.Abs(value), Math.Abs(target)));

    private static readonly char[] EdgeMarks = [.. "!?:;()[]{}'\"`~<=>@#^&|.,"];

    // Currency signs, emphasis, and full stops that end a sentence.
    private static string WithoutMarks(string text)
    {
        string bare = string.Concat(text.Where(static character => character is not ('$' or '€' or '£' or '*' or '_')));
        return string.Join(' ', bare.Split(' ').Select(static word => word.TrimEnd('.')));
    }
}
