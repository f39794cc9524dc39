namespace Assay.Statistics.Agreement;

/// <summary>The centre of an item's votes: the mode of three sides, by their counts, or the median of other numbers.</summary>
internal readonly struct VoteCentre
{
    private readonly ScoringRule _rule;
    private readonly int _first, _second, _tie;
    private readonly double[]? _sorted;

    private VoteCentre(ScoringRule rule, int first, int second, int tie, double[]? sorted) =>
        (_rule, _first, _second, _tie, _sorted) = (rule, first, second, tie, sorted);

    /// <summary>Number of votes.</summary>
    public int Count => _first + _second + _tie;

    public static VoteCentre Of(ReadOnlySpan<double> votes, ScoringRule rule)
    {
        int first = 0, second = 0, tie = 0;
        bool isDiscrete = true;
        foreach (double vote in votes)
        {
            if (double.IsNaN(vote)) continue;
            if (vote < 0.5) first++;
            else if (vote > 0.5) second++;
            else tie++;
            isDiscrete &= vote is 0 or 0.5 or 1;
        }
        bool hasMedian = rule == ScoringRule.Absolute && !isDiscrete;
        return new VoteCentre(rule, first, second, tie, hasMedian ? Sorted(votes) : null);
    }

    /// <summary>Expected score of a vote against the centre; the centre must exist.</summary>
    public double Score(double vote) => _sorted is null
        ? Against(vote, _first, _second, _tie)
        : Votes.Score(vote, Median(_sorted), _rule);

    /// <summary>Expected score of a vote against the centre of all votes but one, which is among them; there must be another.</summary>
    public double ScoreWithout(double vote, double left)
    {
        if (_sorted is null)
        {
            return left < 0.5 ? Against(vote, _first - 1, _second, _tie)
                : left > 0.5 ? Against(vote, _first, _second - 1, _tie)
                : Against(vote, _first, _second, _tie - 1);
        }
        double[] others = new double[_sorted.Length - 1];
        int at = Array.BinarySearch(_sorted, left);
        _sorted.AsSpan(0, at).CopyTo(others);
        _sorted.AsSpan(at + 1).CopyTo(others.AsSpan(at));
        // What remains may be discrete, and its centre is then the mode, as if the vote had never been there.
        return Of(others, _rule).Score(vote);
    }

    /// <summary>The values the centre may take, each with its share.</summary>
    public IEnumerable<(double Value, double Share)> Draws()
    {
        if (_sorted is not null) return [(Median(_sorted), 1)];
        int most = Math.Max(_first, Math.Max(_second, _tie));
        if (most == 0) return [];
        (int Votes, double Value)[] sides = [(_first, 0), (_second, 1), (_tie, 0.5)];
        double modes = sides.Count(side => side.Votes == most);
        return sides.Where(side => side.Votes == most).Select(side => (side.Value, 1 / modes));
    }

    private double Against(double vote, int first, int second, int tie)
    {
        int most = Math.Max(first, Math.Max(second, tie)), modes = 0;
        double sum = 0;
        foreach ((int votes, double mode) in (ReadOnlySpan<(int, double)>)[(first, 0), (second, 1), (tie, 0.5)])
        {
            if (votes < most) continue;
            sum += Votes.Score(vote, mode, _rule);
            modes++;
        }
        return sum / modes;
    }

    private static double[] Sorted(ReadOnlySpan<double> votes)
    {
        List<double> sorted = [];
        foreach (double vote in votes)
        {
            if (!double.IsNaN(vote)) sorted.Add(vote);
        }
        sorted.Sort();
        return [.. sorted];
    }

    private static double Median(double[] sorted) => 0.5 * (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]);
}
