using Assay.Core.Errors;
using Assay.Core.People;
using Assay.Statistics.Agreement;
using Assay.Statistics.Estimation;

namespace Assay.Core.JudgeEvaluations;

/// <summary>Measures judges against people, and people among themselves.</summary>
public static class JudgeEvaluationBuilder
{
    /// <summary>Measures every judge on the pairs that people judged.</summary>
    /// <param name="set">What people and judges said.</param>
    /// <param name="options">Level, seed, families.</param>
    /// <param name="cancellation">Stops between figures and replicates.</param>
    /// <exception cref="InputException">People gave no verdict at all, or no judge judged a pair that people judged.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static JudgeEvaluation Build(VerdictSet set, JudgeEvaluationOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(options);
        ConfidenceLevel.Check(options.Confidence);
        List<PairVotes> people = [.. PairVotes.Split(set.People).Where(static pair => pair.Parsed > 0)];
        if (people.Count == 0) throw new InputException("The files of --human hold no verdict of a person; name a file that does.");
        Dictionary<int, PairVotes> peopleByPair = people.ToDictionary(static pair => pair.Pair);

        (int Judge, List<PairVotes> All)[] judges =
        [
            .. set.Judges.GroupBy(static row => row.Annotator).OrderBy(static judge => judge.Key).Select(judge => (judge.Key, PairVotes.Split([.. judge]))),
        ];
        if (judges.Length > 0 && !Array.Exists(judges, judge => judge.All.Exists(pair => peopleByPair.ContainsKey(pair.Pair))))
        {
            string who = judges.Length == 1 ? $"The judge {set.Annotators[judges[0].Judge]}" : "The judges";
            throw new InputException(
                $"{who} judged none of the {people.Count} pairs that people judged; pairs are joined by instruction and both outputs, so check that the files "
                + "are about the same outputs.");
        }

        LikingMeasure likings = new(set, options);
        AnnotatorFigures ofPeople = PeopleFigures.Of(people, likings, options);
        List<AnnotatorFigures> ofJudges = [];
        List<(int, IReadOnlyList<PairVotes>)> shared = [];
        foreach ((int judge, List<PairVotes> all) in judges)
        {
            cancellation.ThrowIfCancellationRequested();
            List<(PairVotes Judge, PairVotes People)> both = [];
            foreach (PairVotes pair in all)
            {
                if (peopleByPair.TryGetValue(pair.Pair, out PairVotes? theirs)) both.Add((pair, theirs));
            }
            ofJudges.Add(JudgeFigures.Of(set, set.Annotators[judge], all.Count - both.Count, both, likings, options, cancellation));
            shared.Add((judge, [.. both.Select(static pair => pair.Judge)]));
        }

        IReadOnlyList<PersonFigures> persons = PeopleFigures.Persons(set, people, options.Confidence);
        return new JudgeEvaluation
        {
            Confidence = options.Confidence,
            Seed = options.Seed,
            Replicates = options.Replicates,
            Pairs = people.Count,
            Modes = Modes(people),
            People = ofPeople,
            Judges = ofJudges,
            Persons = persons,
            SpreadOfPersons = PeopleFigures.Spread(persons, options.Confidence),
            FleissKappa = RaterMeasure.Fleiss(people, options.Confidence),
            NominalAlpha = RaterMeasure.Alpha(people, MeasurementLevel.Nominal, options.Confidence),
            OrdinalAlpha = RaterMeasure.Alpha(people, MeasurementLevel.Ordinal, options.Confidence),
            IntervalAlpha = RaterMeasure.Alpha(people, MeasurementLevel.Interval, options.Confidence),
            RaterPairs = RaterMeasure.Pairs(people, shared, set.Annotators, options.Confidence),
            Notes = EvaluationNotes.Of(set, people, ofJudges, persons),
        };
    }

    private static (double First, double Second, double Tie) Modes(List<PairVotes> people)
    {
        (double first, double second, double tie) = (0, 0, 0);
        foreach (PairVotes pair in people)
        {
            (double First, double Second, double Tie) mode = Votes.Mode(pair.Preferences);
            first += mode.First;
            second += mode.Second;
            tie += mode.Tie;
        }
        return (first, second, tie);
    }
}
