namespace Assay.Statistics.Ranking;

/// <summary>
/// Comparisons made ready for the model of Bradley and Terry ("Rank analysis of incomplete block designs", Biometrika 39, 1952; Zermelo, 1929): competitor i
/// is preferred to j with probability 1 / (1 + exp(s_j - s_i)). Built once, fitted once for each set of group weights: a bootstrap replicate costs a pass
/// over the comparisons and a few sparse factorisations. Immutable: threads may fit at the same time.
/// </summary>
/// <remarks>
/// Newton's method on the sparse likelihood, rather than the minorisation of Hunter (2004): as certain to converge with its step length, and a handful of
/// steps where minorisation needs thousands when few comparisons link two parts of the field. The cost of a step follows the pairs that met: linear where
/// all met one baseline, a sixth of the cube of the number of competitors where each met each.
/// </remarks>
public sealed class BradleyTerryDesign
{
    private readonly WinGraph _graph;
    private readonly int[] _pairStart;
    private readonly int[] _group;
    private readonly double[] _firstWins;
    private readonly double[] _secondWins;
    private readonly BradleyTerryComponent? _wholeSample;

    /// <param name="competitors">Number of competitors, those that never met anyone included.</param>
    /// <param name="groups">Number of groups, those without a comparison included.</param>
    /// <param name="comparisons">The comparisons, in any order; none is allowed.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or a comparison's index, preference or weight is outside its range.</exception>
    /// <exception cref="ArgumentException">A competitor is compared with itself.</exception>
    public BradleyTerryDesign(int competitors, int groups, ReadOnlySpan<BradleyTerryComparison> comparisons)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(competitors);
        ArgumentOutOfRangeException.ThrowIfNegative(groups);
        Check(comparisons, competitors, groups);
        CompetitorCount = competitors;
        GroupCount = groups;
        long[] keys = new long[comparisons.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = (long)Math.Min(comparisons[i].First, comparisons[i].Second) * competitors + Math.Max(comparisons[i].First, comparisons[i].Second);
        }
        int[] order = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort(keys, order);
        _group = new int[keys.Length];
        _firstWins = new double[keys.Length];
        _secondWins = new double[keys.Length];
        List<(int First, int Second)> pairs = [];
        List<int> starts = [];
        for (int place = 0; place < order.Length; place++)
        {
            if (place == 0 || keys[place] != keys[place - 1])
            {
                starts.Add(place);
                pairs.Add(((int)(keys[place] / competitors), (int)(keys[place] % competitors)));
            }
            BradleyTerryComparison comparison = comparisons[order[place]];
            double preferred = comparison.Weight * comparison.FirstPreferred, rest = comparison.Weight * (1 - comparison.FirstPreferred);
            _group[place] = comparison.Group;
            (_firstWins[place], _secondWins[place]) = comparison.First < comparison.Second ? (preferred, rest) : (rest, preferred);
        }
        _pairStart = [.. starts, order.Length];
        _graph = new WinGraph(competitors, [.. pairs]);
        double[] ones = new double[groups];
        Array.Fill(ones, 1);
        (double[] first, double[] second) = Wins(ones);
        int[] members = _graph.LargestStrongComponent(first, second);
        if (members.Length > 1) _wholeSample = new BradleyTerryComponent(members, _graph);
    }

    /// <summary>Number of competitors.</summary>
    public int CompetitorCount { get; }

    /// <summary>Number of groups.</summary>
    public int GroupCount { get; }

    /// <summary>The fit with every group counted once.</summary>
    /// <exception cref="ArithmeticException">The weights are too far apart for double precision.</exception>
    public BradleyTerryFit Fit()
    {
        double[] ones = new double[GroupCount];
        Array.Fill(ones, 1);
        return Fit(ones);
    }

    /// <summary>Maximum likelihood with each comparison counted as often as its group's weight says. The maximum does not depend on the start.</summary>
    /// <param name="groupWeights">One finite weight, not negative, for each group: how often a resample drew it.</param>
    /// <param name="warmStart">A fit of this design whose strengths are the start; its own sample's, for a resample.</param>
    /// <remarks>
    /// By Ford ("Solution of a ranking problem from binary comparisons", 1957) a finite maximum exists exactly where each competitor has a chain of wins over
    /// each other one. The fit is on the largest set of competitors that has this (of equally large ones, that with the smallest index) and on the
    /// comparisons within it; the others get no strength. A set of one is no set: there is then no strength at all.
    /// </remarks>
    /// <exception cref="ArgumentException">There are more or fewer weights than groups, or the start belongs to another number of competitors.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative or not finite.</exception>
    /// <exception cref="ArithmeticException">The weights are too far apart for double precision.</exception>
    public BradleyTerryFit Fit(ReadOnlySpan<double> groupWeights, BradleyTerryFit? warmStart = null)
    {
        if (groupWeights.Length != GroupCount)
            throw new ArgumentException($"There are {groupWeights.Length} weights for {GroupCount} groups.", nameof(groupWeights));
        foreach (double weight in groupWeights) CheckWeight(weight, nameof(groupWeights), "weight of a group");
        if (warmStart is not null && warmStart.Strengths.Count != CompetitorCount)
            throw new ArgumentException($"The start has {warmStart.Strengths.Count} competitors, the design {CompetitorCount}.", nameof(warmStart));
        (double[] first, double[] second) = Wins(groupWeights);
        int[] members = _graph.LargestStrongComponent(first, second);
        if (members.Length < 2) return new BradleyTerryFit(CompetitorCount, null, [], first, second);
        BradleyTerryComponent component = _wholeSample is not null && members.AsSpan().SequenceEqual(_wholeSample.Members)
            ? _wholeSample
            : new BradleyTerryComponent(members, _graph);
        double[] strengths = new double[members.Length];
        if (warmStart is not null)
        {
            for (int i = 0; i < members.Length; i++) strengths[i] = warmStart.Strengths[members[i]] ?? 0;
        }
        component.Maximise(strengths, first, second);
        return new BradleyTerryFit(CompetitorCount, component, strengths, first, second);
    }

    /// <summary>Weighted wins of each pair's first and second competitor.</summary>
    private (double[] First, double[] Second) Wins(ReadOnlySpan<double> groupWeights)
    {
        double[] first = new double[_graph.Pairs.Length], second = new double[_graph.Pairs.Length];
        for (int pair = 0; pair < first.Length; pair++)
        {
            for (int place = _pairStart[pair]; place < _pairStart[pair + 1]; place++)
            {
                double weight = groupWeights[_group[place]];
                first[pair] += weight * _firstWins[place];
                second[pair] += weight * _secondWins[place];
            }
        }
        return (first, second);
    }

    private static void Check(ReadOnlySpan<BradleyTerryComparison> comparisons, int competitors, int groups)
    {
        for (int i = 0; i < comparisons.Length; i++)
        {
            BradleyTerryComparison comparison = comparisons[i];
            int competitor = (uint)comparison.First < (uint)competitors ? comparison.Second : comparison.First;
            if ((uint)competitor >= (uint)competitors)
                throw new ArgumentOutOfRangeException(nameof(comparisons), competitor, $"Comparison {i} names a competitor outside 0 to {competitors - 1}.");
            if ((uint)comparison.Group >= (uint)groups)
                throw new ArgumentOutOfRangeException(nameof(comparisons), comparison.Group, $"Comparison {i} names a group outside 0 to {groups - 1}.");
            if (comparison.First == comparison.Second)
                throw new ArgumentException($"Comparison {i} sets competitor {comparison.First} against itself.", nameof(comparisons));
            double preferred = comparison.FirstPreferred;
            if (!(preferred >= 0 && preferred <= 1))
                throw new ArgumentOutOfRangeException(nameof(comparisons), preferred, $"Comparison {i}: a preference must lie between 0 and 1.");
            CheckWeight(comparison.Weight, nameof(comparisons), $"weight of comparison {i}");
        }
    }

    private static void CheckWeight(double weight, string parameter, string what)
    {
        if (!(weight >= 0 && double.IsFinite(weight)))
            throw new ArgumentOutOfRangeException(parameter, weight, $"Not a finite number of at least 0: {what}.");
    }
}
