using Assay.Core.People;
using Assay.Statistics.Estimation;
using Assay.Statistics.Regression;

namespace Assay.Core.JudgeEvaluations;

/// <summary>What annotators like: plainly, and between outputs that people like equally.</summary>
internal sealed class LikingMeasure(VerdictSet set, JudgeEvaluationOptions options)
{
    private const string Undetermined = "too few pairs, or the feature decides all of them, so that a regression has no solution";

    private readonly string?[] _familyOfGenerator = [.. set.Generators.Select(name => options.Families.GetValueOrDefault(name))];

    /// <summary>Of a judge, beside people on the same pairs.</summary>
    public IReadOnlyList<Liking> OfJudge(string judge, IReadOnlyList<(PairVotes Judge, PairVotes People)> both)
    {
        string? family = options.Families.GetValueOrDefault(judge);
        return
        [
            Of(LikedFeature.Longer, both, (pair, _) => FeatureSides.Longer(set.Pairs[pair]), WhyNoOutputs("differ by more than 30 characters")),
            Of(LikedFeature.List, both, (pair, _) => FeatureSides.List(set.Pairs[pair]), WhyNoOutputs("are one with a list and one without")),
            OfOrder(both),
            Of(
                LikedFeature.OwnFamily, both, (pair, _) => family is null ? 0 : FeatureSides.Family(set.Pairs[pair], family, _familyOfGenerator),
                family is null ? "no family of it is given under families in assay.yaml" : $"no pair has one output of the family {family}"),
        ];
    }

    /// <summary>Of people as a whole.</summary>
    public IReadOnlyList<Liking> OfPeople(IReadOnlyList<PairVotes> people) =>
    [
        .. OfJudge("people", [.. people.Select(static pair => (pair, pair))]).Select(static liking => liking with
        {
            Share = liking.PeoplesShare,
            Controlled = liking.PeoplesControlled,
        }),
    ];

    private string WhyNoOutputs(string what) => set.Pairs.Any(static pair => pair.HasOutputs) ? $"no two outputs {what}" : "the files hold no outputs";

    private Liking Of(
        LikedFeature feature, IReadOnlyList<(PairVotes Judge, PairVotes People)> both, Func<int, AnnotatorVerdict, int> side, string absent) => new(
            feature,
            Share(both.Select(static pair => pair.Judge), side, absent),
            Share(both.Select(static pair => pair.People), side, absent),
            Controlled(both.SelectMany(pair => JudgeRows(pair.Judge, pair.People, side)), absent),
            Controlled(both.SelectMany(pair => PeopleRows(pair.People, side)), absent));

    // What both orders together chose first is in the row; what one order chose follows from its preference.
    private Liking OfOrder(IReadOnlyList<(PairVotes Judge, PairVotes People)> both)
    {
        const string absent = "the order shown is not recorded";
        Liking plain = Of(LikedFeature.ShownFirst, both, static (_, verdict) => FeatureSides.ShownFirst(verdict), absent);
        if (!both.Any(static pair => pair.Judge.Rows.Any(static row => row.FirstPlace is not null))) return plain;
        double[] first = [.. both.Select(static pair => pair.Judge.Rows.Average(static row => row.FirstPlace) ?? double.NaN)];
        return plain with { Share = MeanFigures.Share(first, options.Confidence, absent) };
    }

    private Figure Share(IEnumerable<PairVotes> votes, Func<int, AnnotatorVerdict, int> side, string absent) => MeanFigures.Share(
        votes.Select(pair =>
        {
            int decided = 0, liked = 0;
            foreach (AnnotatorVerdict row in pair.Rows)
            {
                int has = side(pair.Pair, row);
                if (has == 0 || !row.IsParsed || row.Preference == 0.5) continue;
                decided++;
                if ((row.Preference > 0.5) == (has > 0)) liked++;
            }
            return decided == 0 ? double.NaN : (double)liked / decided;
        }),
        options.Confidence, absent);

    private Figure Controlled(IEnumerable<ClusteredLogistic.Row> rows, string absent)
    {
        ClusteredLogistic.Row[] known = [.. rows];
        int pairs = known.Where(static row => row.First != 0).Select(static row => row.Cluster).Distinct().Count();
        if (pairs == 0) return Figure.Without(absent);
        Estimate? even = ClusteredLogistic.ProbabilityAtEven(known, options.Confidence);
        return Figure.Of(even is null ? null : even with { Count = pairs }, Undetermined);
    }

    private static IEnumerable<ClusteredLogistic.Row> JudgeRows(PairVotes judge, PairVotes people, Func<int, AnnotatorVerdict, int> side)
    {
        double quality = 2 * people.Mean - 1;
        AnnotatorVerdict[] decided = [.. judge.Rows.Where(static row => row.IsParsed && row.Preference != 0.5)];
        return decided.Select(row => new ClusteredLogistic.Row(
            judge.Pair, row.Preference > 0.5 ? 1 : 0, side(judge.Pair, row), quality, 1.0 / decided.Length));
    }

    private static IEnumerable<ClusteredLogistic.Row> PeopleRows(PairVotes people, Func<int, AnnotatorVerdict, int> side)
    {
        int parsed = people.Parsed;
        if (parsed < 2) yield break;
        double sum = people.Mean * parsed;
        int decided = people.Rows.Count(static row => row.IsParsed && row.Preference != 0.5);
        foreach (AnnotatorVerdict row in people.Rows)
        {
            if (!row.IsParsed || row.Preference == 0.5) continue;
            double others = 2 * (sum - row.Preference) / (parsed - 1) - 1;
            yield return new ClusteredLogistic.Row(people.Pair, row.Preference > 0.5 ? 1 : 0, side(people.Pair, row), others, 1.0 / decided);
        }
    }
}
