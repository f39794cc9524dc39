using System.Globalization;
using Assay.Core.People;

namespace Assay.Core.Simulation;

/// <summary>The pools that recorded judges make.</summary>
public static class SimulatedPools
{
    /// <summary>For each flip probability a pool of every judge alone and, of several judges, one of all.</summary>
    /// <param name="set">What people and judges said.</param>
    /// <param name="flips">Probabilities, in [0, 1].</param>
    /// <param name="annotators">Annotators for each pair; null: as many as the most people on a pair, so that variances compare, and at least 2.</param>
    public static IEnumerable<SimulatedPool> Of(VerdictSet set, IReadOnlyList<double> flips, int? annotators)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(flips);
        string[] judges = [.. set.Judges.Select(static verdict => verdict.Annotator).Distinct().Order().Select(number => set.Annotators[number])];
        int most = annotators ?? Math.Max(2, set.People.GroupBy(static verdict => verdict.Pair).Select(static pair => pair.Count()).DefaultIfEmpty(0).Max());
        IEnumerable<(string Name, string[] Members)> groups = judges.Select(static judge => (judge, new[] { judge }));
        if (judges.Length > 1) groups = groups.Append(("all judges", judges));
        return
            from @group in groups
            from flip in flips
            select new SimulatedPool
            {
                Name = string.Create(CultureInfo.InvariantCulture, $"pool of {@group.Name}, {100 * flip:0.##} % flipped"),
                Members = [.. @group.Members],
                FlipProbability = flip,
                Annotators = most,
            };
    }
}
