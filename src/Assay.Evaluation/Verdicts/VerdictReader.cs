using System.Text.RegularExpressions;
using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Texts;

namespace Assay.Evaluation.Verdicts;

/// <summary>Reads the verdict out of a judge's answer. Pure; safe for several calls at once.</summary>
/// <remarks>
/// Refusals and filtered answers are refused before anything is read. An answer that was cut is read as far as it goes: a soft judge's answer is
/// always cut after its one token, and a verdict that is complete does not change by what would have followed. What was cut before its verdict is unparsed.
/// </remarks>
public sealed partial class VerdictReader
{
    private const int ShownReason = 200;
    private readonly Func<JudgeAnswer, VerdictRead> _read;

    /// <summary>A reader of this kind of answer.</summary>
    /// <exception cref="InputException">A pattern is no regular expression, or a value means no probability.</exception>
    public VerdictReader(VerdictReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        _read = reading switch
        {
            LabelProbabilityReading labels => answer => LabelProbabilities.Read(labels, answer),
            JsonFieldReading field => new JsonVerdict(field).Read,
            PatternReading patterns => new PatternVerdict(patterns).Read,
            ScorePairReading => ScorePairVerdict.Read,
            RankingReading ranking => answer => RankingVerdict.Read(ranking, answer),
            _ => throw new ArgumentException($"There is no reader of {reading.GetType().Name}.", nameof(reading)),
        };
    }

    [GeneratedRegex(@"\A\s*<(?:think|thinking|thought|reasoning)>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OpensWithThinking { get; }

    /// <summary>What the answer says.</summary>
    public VerdictRead Read(JudgeAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.IsFiltered) return VerdictRead.Refused("A content filter withheld the judge's answer.");
        if (!string.IsNullOrWhiteSpace(answer.Refusal)) return VerdictRead.Refused($"The judge refused: {Shown(answer.Refusal)}");
        // A text that opens a thinking holds no verdict in it, whatever the model's specification says.
        if (!answer.IsThinkingStripped && OpensWithThinking.IsMatch(answer.Text))
            answer = answer with { Text = ThinkingText.Strip(answer.Text), IsThinkingStripped = true };
        VerdictRead read = _read(answer);
        return read.Outcome == Outcome.Unparsed && answer.IsCut ? VerdictRead.Unparsed($"{read.Reason} The answer was cut at the most tokens allowed.") : read;
    }

    /// <summary>The start of a text, for a sentence.</summary>
    internal static string Shown(string text)
    {
        string line = text.ReplaceLineEndings(" ").Trim();
        if (line.Length <= ShownReason) return line;
        int end = char.IsHighSurrogate(line[ShownReason - 1]) ? ShownReason - 1 : ShownReason;
        return $"{line[..end]}…";
    }
}
