using System.Collections.Immutable;
using Assay.Core.Metrics.Answers;
using Assay.Core.Scenarios;
using Assay.Core.Texts;
using Assay.Evaluation.Verdicts;

namespace Assay.Evaluation.Benchmarks;

/// <summary>Reads the answer in a completion and scores it.</summary>
internal static class CompletionReading
{
    /// <summary>The instance with its answer and scores.</summary>
    public static ScoredInstance Read(Scenario scenario, ScoredInstance instance, JudgeAnswer said)
    {
        string text = WellFormedText.Of(said.Text, out _);
        if (said.IsFiltered) return Scored(scenario, instance with { Outcome = InstanceOutcome.Refused, Reason = "A content filter withheld the answer." }, text);
        if (!string.IsNullOrWhiteSpace(said.Refusal))
            return Scored(scenario, instance with { Outcome = InstanceOutcome.Refused, Reason = $"The model refused: {VerdictReader.Shown(said.Refusal)}" }, text);
        AnswerReading reading = scenario.Answer.Read(text, instance.Instance.Choices);
        string? cut = said.IsCut && !reading.IsRead ? " The completion was cut at the most tokens allowed." : null;
        return Scored(
            scenario,
            instance with
            {
                Outcome = reading.IsRead ? InstanceOutcome.Scored : InstanceOutcome.Unread,
                Answer = reading.Text,
                AnswerRule = scenario.AnswerName,
                Reason = reading.Reason + cut,
            },
            text);
    }

    /// <summary>The values of the scenario's metrics for an instance.</summary>
    public static ImmutableSortedDictionary<string, double> Score(Scenario scenario, ScoredInstance instance, string text) => InstanceScorer.Score(
        scenario,
        new ReadCompletion(instance.Instance, text, instance.Answer) { Effort = instance.Effort, Choices = instance.Choices, TextScore = instance.TextScore });

    private static ScoredInstance Scored(Scenario scenario, ScoredInstance instance, string text)
    {
        ScoredInstance known = instance with { Reason = string.IsNullOrEmpty(instance.Reason) ? null : instance.Reason };
        return known with { Scores = Score(scenario, known, text) };
    }
}
