using Assay.Statistics.Agreement;

namespace Assay.Core.JudgeEvaluations;

/// <summary>Human agreement, bias and variance: means over pairs.</summary>
internal static class AgreementMeasure
{
    private const string NoOverlap = "no two people judged the same pair";

    /// <summary>Of people, each against the others.</summary>
    public static AgreementFigures OfPeople(IReadOnlyList<PairVotes> people, ScoringRule rule, double confidence)
    {
        double[] agreement = [.. people.Select(pair => Votes.LeaveOneOut(pair.Preferences, rule))];
        return new AgreementFigures
        {
            AgainstAll = Figure.Without("people are scored against the others only"),
            LeaveOneOut = MeanFigures.Share(agreement, confidence, NoOverlap),
            DifferenceFromPeople = Figure.Without("people do not differ from themselves"),
            Bias = Figure.Without("0 by definition: the mode of all people is the truth"),
            Variance = MeanFigures.Share(agreement.Select(static value => 1 - value), confidence, NoOverlap),
        };
    }

    /// <summary>Of a judge.</summary>
    /// <param name="both">Each pair's votes of the judge and of people.</param>
    /// <param name="rule">How to score.</param>
    /// <param name="confidence">Nominal level.</param>
    public static AgreementFigures OfJudge(IReadOnlyList<(PairVotes Judge, PairVotes People)> both, ScoringRule rule, double confidence)
    {
        const string nothing = "the judge has no verdict on a pair that people judged";
        const string noOthers = "the judge has no verdict on a pair that two people judged";
        double[] leaveOneOut = [.. both.Select(pair => Votes.AgainstAllButOne(pair.Judge.Preferences, pair.People.Preferences, rule))];
        IEnumerable<double> differences = both.Select((pair, i) => leaveOneOut[i] - Votes.LeaveOneOut(pair.People.Preferences, rule));
        return new AgreementFigures
        {
            AgainstAll = MeanFigures.Share(both.Select(pair => Votes.AgainstAll(pair.Judge.Preferences, pair.People.Preferences, rule)), confidence, nothing),
            LeaveOneOut = MeanFigures.Share(leaveOneOut, confidence, noOthers),
            DifferenceFromPeople = MeanFigures.Mean(differences, confidence, noOthers, -1, 1),
            Bias = MeanFigures.Share(
                both.Select(pair => 1 - Votes.CentreAgainstCentre(pair.Judge.Preferences, pair.People.Preferences, rule)), confidence, nothing),
            Variance = MeanFigures.Share(
                both.Select(pair => 1 - Votes.LeaveOneOut(pair.Judge.Preferences, rule)), confidence, "the judge judged every pair once"),
        };
    }
}
