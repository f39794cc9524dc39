using Assay.Core.People;
using Assay.Statistics.Agreement;

namespace Assay.Core.JudgeEvaluations;

/// <summary>People as a whole, and each of them.</summary>
internal static class PeopleFigures
{
    /// <summary>People as a whole.</summary>
    public static AnnotatorFigures Of(IReadOnlyList<PairVotes> people, LikingMeasure likings, JudgeEvaluationOptions options)
    {
        AnnotatorVerdict[] rows = [.. people.SelectMany(static pair => pair.Rows)];
        Figure truth = Figure.Without("people are what judges are compared with");
        return new AnnotatorFigures
        {
            Name = "people",
            IsPeople = true,
            Pairs = people.Count,
            Rows = rows.Length,
            Parsed = RowFigures.Parsed(rows, options.Confidence),
            ZeroOne = AgreementMeasure.OfPeople(people, ScoringRule.ZeroOne, options.Confidence),
            Absolute = AgreementMeasure.OfPeople(people, ScoringRule.Absolute, options.Confidence),
            Likings = likings.OfPeople(people),
            Spearman = truth,
            Pearson = truth,
            PricePerThousand = RowFigures.PricePerThousand(rows, null, options.Confidence),
            SecondsPerThousand = RowFigures.SecondsPerThousand(rows, null, options.Confidence),
            Flips = RowFigures.Flips(rows, options.Confidence),
        };
    }

    /// <summary>Every person.</summary>
    public static IReadOnlyList<PersonFigures> Persons(VerdictSet set, IReadOnlyList<PairVotes> people, double confidence)
    {
        SortedDictionary<int, (int Rows, List<double> Scores)> persons = [];
        foreach (AnnotatorVerdict row in set.People) persons[row.Annotator] = (persons.GetValueOrDefault(row.Annotator).Rows + 1, []);
        Dictionary<int, int> parsed = [];
        foreach (PairVotes pair in people)
        {
            for (int i = 0; i < pair.Rows.Length; i++)
            {
                int person = pair.Rows[i].Annotator;
                if (!pair.Rows[i].IsParsed) continue;
                parsed[person] = parsed.GetValueOrDefault(person) + 1;
                persons[person].Scores.Add(Votes.LeaveOneOut(pair.Preferences, i, ScoringRule.ZeroOne));
            }
        }
        return
        [
            .. persons.Select(person => new PersonFigures(
                set.Annotators[person.Key], person.Value.Rows, parsed.GetValueOrDefault(person.Key),
                MeanFigures.Share(person.Value.Scores, confidence, "nobody else judged a pair of this person"))),
        ];
    }

    /// <summary>Mean and standard error over people of their own agreement with the others: AlpacaEval's error over annotators.</summary>
    public static Figure Spread(IReadOnlyList<PersonFigures> persons, double confidence)
    {
        double[] scores = [.. persons.Select(static person => person.LeaveOneOut.Estimate?.Value).OfType<double>()];
        return MeanFigures.Mean(scores, confidence, "no two people judged the same pair", 0, 1);
    }
}
