using System.Text.RegularExpressions;
using Assay.Core.Judging;
using Assay.Core.Texts;

namespace Assay.Evaluation.Prompts;

/// <summary>
/// Finds outputs that speak as the judge would: they hold what its verdict would be read from, name a label as the answer, or write the marks of a
/// chat's turns. A sign for readers, never a reason to change a verdict.
/// </summary>
public sealed partial class LabelImitation
{
    private readonly Regex[] _signs;
    private readonly NamedLabel? _label;

    /// <summary>Knows the labels of a way of reading verdicts.</summary>
    /// <exception cref="ArgumentException">A pattern of the reading is no regular expression.</exception>
    public LabelImitation(VerdictReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        _signs = [ChatTurn, .. Signs(reading)];
        _label = reading is LabelProbabilityReading labels ? new NamedLabel(labels.First.AddRange(labels.Second)) : null;
    }

    [GeneratedRegex(
        @"<\|(?:im_start|im_end|start_header_id|end_header_id|eot_id|endoftext|assistant|user|system)\|>|\[/?INST\]|<</?SYS>>", RegexOptions.CultureInvariant)]
    private static partial Regex ChatTurn { get; }

    [GeneratedRegex(@"\A\s*[0-9]+(?:\.[0-9]+)?[ ,][0-9]+(?:\.[0-9]+)?\s*(?:\n|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex ScorePair { get; }

    /// <summary>Whether an output imitates the judge.</summary>
    public bool IsIn(string output)
    {
        ArgumentNullException.ThrowIfNull(output);
        foreach (Regex sign in _signs)
        {
            if (SafeRegex.IsMatch(sign, output)) return true;
        }
        return _label?.IsIn(output) == true;
    }

    private static IEnumerable<Regex> Signs(VerdictReading reading) => reading switch
    {
        LabelProbabilityReading => [],
        JsonFieldReading field => [Member(field)],
        PatternReading patterns => patterns.Patterns.Select(static pattern => SafeRegex.Create(pattern.Text)),
        RankingReading ranking => [RankOf(ranking)],
        ScorePairReading => [ScorePair],
        _ => throw new ArgumentException($"There is no imitation of {reading.GetType().Name}.", nameof(reading)),
    };

    private static Regex Member(JsonFieldReading field) => SafeRegex.Create(
        $@"[""']{Regex.Escape(field.Field)}[""']\s*:\s*[""']?{NamedLabel.OneOf(field.Values.Select(static value => value.Text))}(?![\p{{L}}\p{{N}}])");

    private static Regex RankOf(RankingReading ranking)
    {
        string model = $@"[""']model[""']\s*:\s*[""']{NamedLabel.OneOf([ranking.First, ranking.Second])}[""']";
        return SafeRegex.Create($@"{model}\s*,\s*[""']rank[""']\s*:|[""']rank[""']\s*:\s*[0-9]+\s*,\s*{model}");
    }
}
