using Assay.Core.Errors;
using Assay.Core.People;
using Assay.Statistics.Resampling;

namespace Assay.Core.Simulation;

/// <summary>Lets pools of simulated annotators judge the pairs that their members judged.</summary>
public static class SimulatedAnnotators
{
    /// <summary>
    /// The set with each pool as a further judge that has as many verdicts on a pair as it has annotators: what is measured of judges and people is then
    /// measured of pools. Pairs that no member judged are not judged; an unparsed verdict of the member drawn stays unparsed.
    /// </summary>
    /// <param name="set">What people and recorded judges said.</param>
    /// <param name="pools">The pools, each with a name of its own. Pool number k draws from stream k + 1 of the seed, so one more changes no other.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="InputException">A member is no judge of the set, or a pool has the name of an annotator or of another pool.</exception>
    public static VerdictSet AddTo(VerdictSet set, IReadOnlyList<SimulatedPool> pools, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(pools);
        string[] names = [.. set.Annotators, .. pools.Select(static pool => pool.Name)];
        string? twice = names.GroupBy(static name => name, StringComparer.Ordinal).FirstOrDefault(static group => group.Count() > 1)?.Key;
        if (twice is not null) throw new InputException($"Two annotators are called '{twice}'; rename one in its file.");

        int[] places = [.. Enumerable.Range(0, names.Length)];
        string[] sorted = [.. names];
        Array.Sort(sorted, places, StringComparer.Ordinal);
        int[] numbers = new int[names.Length];
        for (int i = 0; i < places.Length; i++) numbers[places[i]] = i;

        List<AnnotatorVerdict> judges = [.. set.Judges.Select(Named)];
        for (int pool = 0; pool < pools.Count; pool++)
        {
            RandomStream random = new(seed, (ulong)pool + 1);
            int number = numbers[set.Annotators.Count + pool];
            judges.AddRange(Verdicts(set, pools[pool], random).Select(verdict => verdict with { Annotator = number }));
        }
        return set with
        {
            Annotators = sorted,
            People = [.. set.People.Select(Named).OrderBy(static verdict => verdict.Pair).ThenBy(static verdict => verdict.Annotator)],
            Judges = [.. judges.OrderBy(static verdict => verdict.Pair).ThenBy(static verdict => verdict.Annotator)],
        };

        AnnotatorVerdict Named(AnnotatorVerdict verdict) => verdict with { Annotator = numbers[verdict.Annotator] };
    }

    private static IEnumerable<AnnotatorVerdict> Verdicts(VerdictSet set, SimulatedPool pool, RandomStream random)
    {
        HashSet<int> members = [.. pool.Members.Select(member => NumberOf(set, member))];
        foreach (IGrouping<int, AnnotatorVerdict> pair in set.Judges.Where(verdict => members.Contains(verdict.Annotator)).GroupBy(static verdict => verdict.Pair))
        {
            AnnotatorVerdict[][] byMember = [.. pair.GroupBy(static verdict => verdict.Annotator).Select(static member => member.ToArray())];
            for (int annotator = 0; annotator < pool.Annotators; annotator++)
            {
                AnnotatorVerdict[] repeats = byMember[random.NextInt(byMember.Length)];
                AnnotatorVerdict drawn = repeats[random.NextInt(repeats.Length)];
                bool isFlipped = random.NextDouble() < pool.FlipProbability;
                // What the member cost was paid once, and whether it minds the order is its own affair.
                yield return drawn with { Preference = isFlipped ? 1 - drawn.Preference : drawn.Preference, Flips = null, Price = double.NaN, Seconds = double.NaN };
            }
        }
    }

    private static int NumberOf(VerdictSet set, string member)
    {
        string[] judges = [.. set.Judges.Select(static verdict => verdict.Annotator).Distinct().Select(number => set.Annotators[number])];
        for (int i = 0; i < set.Annotators.Count; i++)
        {
            if (string.Equals(set.Annotators[i], member, StringComparison.Ordinal) && judges.Contains(member, StringComparer.Ordinal)) return i;
        }
        string hint = NearestName.Hint(member, judges);
        throw new InputException($"There is no recorded judge '{member}'{(hint.Length > 0 ? hint : $"; there are {string.Join(", ", judges)}.")}");
    }
}
