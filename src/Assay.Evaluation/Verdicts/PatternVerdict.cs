using System.Text.RegularExpressions;
using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Texts;

namespace Assay.Evaluation.Verdicts;

/// <summary>The pattern that matches first in the answer; of patterns that match at the same place, the one named first.</summary>
internal sealed class PatternVerdict
{
    private readonly (Regex Pattern, double Preference)[] _patterns;

    /// <exception cref="InputException">A pattern is no regular expression.</exception>
    public PatternVerdict(PatternReading reading) => _patterns = [.. reading.Patterns.Select(static value => (Compile(value.Text), value.Preference))];

    public VerdictRead Read(JudgeAnswer answer)
    {
        int earliest = int.MaxValue;
        double preference = double.NaN;
        try
        {
            foreach ((Regex pattern, double value) in _patterns)
            {
                Match match = pattern.Match(answer.Text);
                if (match.Success && match.Index < earliest) (earliest, preference) = (match.Index, value);
            }
        }
        catch (RegexMatchTimeoutException)
        {
            return VerdictRead.Unparsed("A pattern took too long on the judge's answer.");
        }
        return double.IsNaN(preference)
            ? VerdictRead.Unparsed($"No pattern matches the answer \"{VerdictReader.Shown(answer.Text)}\".")
            : VerdictRead.Of(preference);
    }

    private static Regex Compile(string pattern)
    {
        try
        {
            return SafeRegex.Create(pattern);
        }
        catch (ArgumentException error)
        {
            throw new InputException($"The judge's pattern \"{pattern}\" is no regular expression: {error.Message}", error);
        }
    }
}
