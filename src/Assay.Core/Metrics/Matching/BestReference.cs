namespace Assay.Core.Metrics.Matching;

/// <summary>The score of a prediction where an instance has several gold answers: the best over them, as HELM and SQuAD take it.</summary>
public static class BestReference
{
    /// <summary>Whether one of the gold answers matches; false where there are none.</summary>
    public static bool Matches(IEnumerable<string> golds, string prediction, Func<string, string, bool> match) => golds.Any(gold => match(gold, prediction));

    /// <summary>The highest score over the gold answers; null where there are none, as a score against nothing is unknown.</summary>
    public static double? Score(IEnumerable<string> golds, string prediction, Func<string, string, double> score) =>
        golds.Select(gold => (double?)score(gold, prediction)).Max();
}
