using Assay.Core.Metrics.Matching;

namespace Assay.Core.Scenarios;

/// <summary>Is it right? A completion in which no answer was read is wrong and scores 0.</summary>
internal static class AccuracyMetrics
{
    public static IEnumerable<ScenarioMetric> All =>
    [
        Matching("exact_match", TextMatch.Exact),
        Matching("quasi_exact_match", TextMatch.QuasiExact),
        Matching("prefix_match", TextMatch.Prefix),
        Matching("quasi_prefix_match", TextMatch.QuasiPrefix),
        Matching("final_number_match", TextMatch.FinalNumberExact),
        Scoring("token_f1", TokenF1.OfBags),
        Scoring("token_set_f1", TokenF1.OfSets),
        Of("choice_accuracy", ChoiceAccuracy),
    ];

    private static InstanceMetric Matching(string name, Func<string, string, bool> match) => Of(name, completion => completion.Answer is { } answer
        ? ScoreValue.ToNumber(BestReference.Matches(completion.Instance.RightAnswers, answer, match))
        : 0);

    private static InstanceMetric Scoring(string name, Func<string, string, double> score) => Of(name, completion => completion.Answer is { } answer
        ? BestReference.Score(completion.Instance.RightAnswers, answer, score)
        : 0);

    private static InstanceMetric Of(string name, Func<ReadCompletion, double?> score) =>
        new() { Name = name, Kind = MetricKind.Accuracy, HigherIsBetter = true, Score = score };

    // The answer is a letter, whatever the adapter.
    private static double? ChoiceAccuracy(ReadCompletion completion)
    {
        if (completion.Instance.Choices.IsEmpty) return null;
        return ScoreValue.ToNumber(completion.Answer is { } answer && completion.Instance.Right.Any(right => ChoiceLetters.Of(right) == answer));
    }
}
