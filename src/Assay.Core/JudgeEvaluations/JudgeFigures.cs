using Assay.Core.People;
using Assay.Statistics.Agreement;

namespace Assay.Core.JudgeEvaluations;

/// <summary>Everything about one judge.</summary>
internal static class JudgeFigures
{
    public static AnnotatorFigures Of(
        VerdictSet set, string name, int pairsWithoutPeople, List<(PairVotes Judge, PairVotes People)> both, LikingMeasure likings,
        JudgeEvaluationOptions options, CancellationToken cancellation)
    {
        AnnotatorVerdict[] rows = [.. both.SelectMany(static pair => pair.Judge.Rows)];
        RunCost? run = options.RunCosts.GetValueOrDefault(name);
        (IReadOnlyList<ModelWinRates> models, Figure spearman, Figure pearson) = LeaderboardAgreement.Of(set, both, options, cancellation);
        return new AnnotatorFigures
        {
            Name = name,
            Pairs = both.Count,
            PairsWithoutPeople = pairsWithoutPeople,
            Rows = rows.Length,
            Parsed = RowFigures.Parsed(rows, options.Confidence),
            ZeroOne = AgreementMeasure.OfJudge(both, ScoringRule.ZeroOne, options.Confidence),
            Absolute = AgreementMeasure.OfJudge(both, ScoringRule.Absolute, options.Confidence),
            Classification = ClassificationMeasure.Of(both, options.Confidence),
            Likings = likings.OfJudge(name, both),
            Models = models,
            Spearman = spearman,
            Pearson = pearson,
            PricePerThousand = RowFigures.PricePerThousand(rows, run, options.Confidence),
            SecondsPerThousand = RowFigures.SecondsPerThousand(rows, run, options.Confidence),
            Flips = RowFigures.Flips(rows, options.Confidence),
        };
    }
}
