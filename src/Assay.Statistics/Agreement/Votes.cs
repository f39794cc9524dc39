namespace Assay.Statistics.Agreement;

/// <summary>
/// Preferences of several annotators on one item, each in [0, 1], and how they score against the centre of others: AlpacaEval's definitions (Dubois et al.
/// 2023, AlpacaFarm, section 3; code of AlpacaEval). The centre is the mode; under the absolute rule the median, unless every vote is 0, 0.5 or 1.
/// Where several modes are equally frequent, AlpacaEval draws one at random; here the score is the expectation over that draw.
/// </summary>
public static class Votes
{
    /// <summary>The side a preference takes: 0 or 1, or 0.5 for a tie exactly in the middle.</summary>
    public static double Side(double preference) => preference switch
    {
        < 0.5 => 0,
        > 0.5 => 1,
        _ => 0.5,
    };

    /// <summary>Mean score of each vote against the centre of the other votes on the item.</summary>
    /// <param name="votes">The votes; NaN is none.</param>
    /// <param name="rule">How to score.</param>
    /// <returns>In [0, 1]; NaN for fewer than two votes.</returns>
    public static double LeaveOneOut(ReadOnlySpan<double> votes, ScoringRule rule)
    {
        VoteCentre all = VoteCentre.Of(votes, rule);
        if (all.Count < 2) return double.NaN;
        double sum = 0;
        foreach (double vote in votes)
        {
            if (!double.IsNaN(vote)) sum += all.ScoreWithout(vote, vote);
        }
        return sum / all.Count;
    }

    /// <summary>Score of one vote, of those on the item, against the centre of the others.</summary>
    /// <returns>In [0, 1]; NaN where there is no vote at <paramref name="index"/> or no other.</returns>
    public static double LeaveOneOut(ReadOnlySpan<double> votes, int index, ScoringRule rule)
    {
        VoteCentre all = VoteCentre.Of(votes, rule);
        return double.IsNaN(votes[index]) || all.Count < 2 ? double.NaN : all.ScoreWithout(votes[index], votes[index]);
    }

    /// <summary>Mean score of one vote against one other, over all ordered pairs of the item's votes.</summary>
    /// <returns>In [0, 1]; NaN for fewer than two votes.</returns>
    public static double Pairwise(ReadOnlySpan<double> votes, ScoringRule rule)
    {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < votes.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (double.IsNaN(votes[i]) || double.IsNaN(votes[j])) continue;
                sum += Score(votes[i], votes[j], rule);
                pairs++;
            }
        }
        return pairs == 0 ? double.NaN : sum / pairs;
    }

    /// <summary>Mean score of each of a judge's votes against the centre of all people's votes: how AlpacaEval scores a judge.</summary>
    /// <returns>In [0, 1]; NaN where either has no vote.</returns>
    public static double AgainstAll(ReadOnlySpan<double> judge, ReadOnlySpan<double> people, ScoringRule rule)
    {
        VoteCentre centre = VoteCentre.Of(people, rule);
        return Mean(judge, centre.Count < 1, vote => centre.Score(vote));
    }

    /// <summary>
    /// Mean score of each of a judge's votes against the centre of all people but one, over the person left out: the target that
    /// <see cref="LeaveOneOut(ReadOnlySpan{double}, ScoringRule)"/> gives a person, so that the two compare.
    /// </summary>
    /// <returns>In [0, 1]; NaN where the judge has no vote, or people have fewer than two.</returns>
    public static double AgainstAllButOne(ReadOnlySpan<double> judge, ReadOnlySpan<double> people, ScoringRule rule)
    {
        VoteCentre centre = VoteCentre.Of(people, rule);
        double[] left = [.. people];
        return Mean(judge, centre.Count < 2, vote =>
        {
            double sum = 0;
            foreach (double person in left)
            {
                if (!double.IsNaN(person)) sum += centre.ScoreWithout(vote, person);
            }
            return sum / centre.Count;
        });
    }

    /// <summary>Score of the centre of a judge's votes against the centre of people's: 1 minus the item's part of the bias.</summary>
    /// <returns>In [0, 1]; NaN where either has no vote.</returns>
    public static double CentreAgainstCentre(ReadOnlySpan<double> judge, ReadOnlySpan<double> people, ScoringRule rule)
    {
        VoteCentre mine = VoteCentre.Of(judge, rule), theirs = VoteCentre.Of(people, rule);
        if (mine.Count == 0 || theirs.Count == 0) return double.NaN;
        double sum = 0;
        foreach ((double value, double share) in mine.Draws()) sum += share * theirs.Score(value);
        return sum;
    }

    /// <summary>The shares, which sum to 1, with which the mode of the votes' sides is 0, 1 and a tie (in this order); all 0 without votes.</summary>
    public static (double First, double Second, double Tie) Mode(ReadOnlySpan<double> votes)
    {
        (double first, double second, double tie) = (0, 0, 0);
        foreach ((double value, double share) in VoteCentre.Of(votes, ScoringRule.ZeroOne).Draws())
        {
            if (value == 0) first += share;
            else if (value == 1) second += share;
            else tie += share;
        }
        return (first, second, tie);
    }

    internal static double Score(double first, double second, ScoringRule rule) => rule == ScoringRule.Absolute
        ? 1 - Math.Abs(first - second)
        : Side(first) == Side(second) ? 1 : 0;

    private static double Mean(ReadOnlySpan<double> votes, bool isUndefined, Func<double, double> score)
    {
        if (isUndefined) return double.NaN;
        double sum = 0;
        int count = 0;
        foreach (double vote in votes)
        {
            if (double.IsNaN(vote)) continue;
            sum += score(vote);
            count++;
        }
        return count == 0 ? double.NaN : sum / count;
    }
}
