using Assay.Core.Metrics.Classification;
using Assay.Core.Metrics.Matching;
using Assay.Core.Metrics.Mathematics;
using Assay.Core.Metrics.TextOverlap;

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
        Matching("math_equivalence", static (gold, answer) => MathEquivalence.AreEquivalent(answer, gold)),
        Of("choice_accuracy", ChoiceAccuracy),
        Scoring("token_f1", TokenF1.OfBags),
        Scoring("token_set_f1", TokenF1.OfSets),
        Scoring("rouge_1", static (gold, answer) => Rouge.N(gold, answer, 1).F1),
        Scoring("rouge_2", static (gold, answer) => Rouge.N(gold, answer, 2).F1),
        Scoring("rouge_l", static (gold, answer) => Rouge.L(gold, answer).F1),
        Of("sentence_bleu", static completion => References(completion) is { Length: > 0 } golds ? Bleu.Sentence(golds, completion.Answer ?? "") : null),
        Of("bleu_1", static completion => References(completion) is { Length: > 0 } golds ? Bleu.Sentence(golds, completion.Answer ?? "", BleuOptions.Unigram) : null),
        Of("sentence_chrf", static completion => References(completion) is { Length: > 0 } golds ? ChrF.Sentence(golds, completion.Answer ?? "") : null),
        Corpus("bleu", BleuOf, "No instance has a right answer."),
        Corpus("chrf", ChrFOf, "No instance has a right answer."),
        Corpus("micro_f1", F1Of(static f1 => f1.Micro), "No instance has a class."),
        Corpus("macro_f1", F1Of(static f1 => f1.Macro), "No instance has a class."),
        Corpus("weighted_f1", F1Of(static f1 => f1.Weighted), "No instance has a class."),
    ];

    private static InstanceMetric Matching(string name, Func<string, string, bool> match) => Of(name, completion => completion.Answer is { } answer
        ? ScoreValue.ToNumber(BestReference.Matches(completion.Instance.RightAnswers, answer, match))
        : 0);

    private static InstanceMetric Scoring(string name, Func<string, string, double> score) => Of(name, completion => completion.Answer is { } answer
        ? BestReference.Score(completion.Instance.RightAnswers, answer, score)
        : 0);

    private static InstanceMetric Of(string name, Func<ReadCompletion, double?> score) =>
        new() { Name = name, Kind = MetricKind.Accuracy, HigherIsBetter = true, Score = score };

    private static CorpusMetric Corpus(string name, Func<IReadOnlyList<ScoredInstance>, Func<IReadOnlyList<int>, double?>> prepare, string reasonIfAbsent) =>
        new() { Name = name, Kind = MetricKind.Accuracy, HigherIsBetter = true, Prepare = prepare, ReasonIfAbsent = reasonIfAbsent };

    // The answer is a letter, whatever the adapter.
    private static double? ChoiceAccuracy(ReadCompletion completion)
    {
        if (completion.Instance.Choices.IsEmpty) return null;
        return ScoreValue.ToNumber(completion.Answer is { } answer && completion.Instance.Right.Any(right => ChoiceLetters.Of(right) == answer));
    }

    private static string[] References(ReadCompletion completion) => [.. completion.Instance.RightAnswers];

    // Counts once an instance: a resample only adds them up.
    private static Func<IReadOnlyList<int>, double?> BleuOf(IReadOnlyList<ScoredInstance> instances)
    {
        BleuCounts?[] counts = [.. instances.Select(static scored => Golds(scored) is { } golds ? Bleu.Count(golds, scored.Answer ?? "", BleuOptions.Corpus) : null)];
        return sample => sample.Select(place => counts[place]).OfType<BleuCounts>()
            .Aggregate((BleuCounts?)null, static (sum, one) => sum is null ? one : sum.Add(one))?.Score(BleuOptions.Corpus);
    }

    private static Func<IReadOnlyList<int>, double?> ChrFOf(IReadOnlyList<ScoredInstance> instances)
    {
        (int, int, int)[]?[] counts = [.. instances.Select(static scored => Golds(scored) is { } golds ? ChrF.Best(golds, scored.Answer ?? "") : null)];
        return sample => ChrF.OfSum(sample.Select(place => counts[place]).OfType<(int, int, int)[]>());
    }

    private static string[]? Golds(ScoredInstance scored) => IsAsked(scored) && scored.Instance.RightAnswers.ToArray() is { Length: > 0 } golds ? golds : null;

    // With choices the classes are their texts, so that a class is one whatever its letter.
    private static Func<IReadOnlyList<ScoredInstance>, Func<IReadOnlyList<int>, double?>> F1Of(Func<ClassificationF1, double?> figure) => instances =>
    {
        (IReadOnlyCollection<string> Gold, IReadOnlyCollection<string> Predicted)?[] items = [.. instances.Select(Item)];
        return sample => figure(ClassificationF1.Of([.. sample.Select(place => items[place]).OfType<(IReadOnlyCollection<string>, IReadOnlyCollection<string>)>()]));

        static (IReadOnlyCollection<string>, IReadOnlyCollection<string>)? Item(ScoredInstance scored) =>
            IsAsked(scored) ? (scored.Instance.RightAnswers.ToArray(), Predicted(scored) is { } predicted ? [predicted] : []) : null;
    };

    private static string? Predicted(ScoredInstance scored)
    {
        if (scored.Answer is not { } answer || scored.Instance.Choices.IsEmpty) return scored.Answer;
        int chosen = Enumerable.Range(0, scored.Instance.Choices.Length).FirstOrDefault(place => ChoiceLetters.Of(place) == answer, -1);
        return chosen < 0 ? null : scored.Instance.Choices[chosen];
    }

    private static bool IsAsked(ScoredInstance scored) => scored.Outcome is InstanceOutcome.Scored or InstanceOutcome.Unread or InstanceOutcome.Refused;
}
