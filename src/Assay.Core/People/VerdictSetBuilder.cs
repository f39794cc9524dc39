using Assay.Core.Instructions;

namespace Assay.Core.People;

/// <summary>Gathers verdicts of any number of files, in any order, into a <see cref="VerdictSet"/> that does not depend on that order.</summary>
/// <remarks>
/// Of a person's rows about one pair equal ones count once and different ones are averaged, and a verdict beats the absence of one. A row that names no
/// models counts for every pair of models with these texts.
/// </remarks>
/// <param name="vocabulary">The texts and pairs that the verdicts refer to.</param>
public sealed class VerdictSetBuilder(VerdictVocabulary vocabulary)
{
    private readonly List<AnnotatorVerdict> _people = [];
    private readonly List<AnnotatorVerdict> _judges = [];

    /// <summary>Adds the verdicts of one file.</summary>
    public void Add(IReadOnlyList<AnnotatorVerdict> verdicts, VerdictSource source) => (source == VerdictSource.People ? _people : _judges).AddRange(verdicts);

    /// <summary>Joins what was added.</summary>
    public VerdictSet Build()
    {
        (string[] instructions, int[] instructionOrder) = Sorted(vocabulary.Instructions);
        (string[] datasets, int[] datasetOrder) = Sorted(vocabulary.Datasets);
        (string[] generators, int[] generatorOrder) = Sorted(vocabulary.Generators);
        (string[] annotators, int[] annotatorOrder) = Sorted(vocabulary.Annotators);

        JudgedPair[] named =
        [
            .. vocabulary.Pairs.ToList().Select(pair => pair with
            {
                Instruction = instructionOrder[pair.Instruction],
                Dataset = pair.Dataset < 0 ? -1 : datasetOrder[pair.Dataset],
                Generator1 = pair.Generator1 < 0 ? -1 : generatorOrder[pair.Generator1],
                Generator2 = pair.Generator2 < 0 ? -1 : generatorOrder[pair.Generator2],
            }),
        ];
        (JudgedPair[] pairs, int[][] targets) = MergedPairs.From(named);
        bool[] isTurned = Turned(pairs.Length, targets);
        for (int i = 0; i < pairs.Length; i++)
        {
            if (isTurned[i]) pairs[i] = pairs[i].Swapped();
        }

        List<AnnotatorVerdict> judges = Placed(_judges, targets, isTurned, annotatorOrder);
        (List<AnnotatorVerdict> people, int repeated, int conflicting) = OnePerPerson(Placed(_people, targets, isTurned, annotatorOrder));
        return new VerdictSet
        {
            Instructions = instructions,
            Datasets = datasets,
            Generators = generators,
            Annotators = annotators,
            Pairs = pairs,
            People = people,
            Judges = judges,
            RepeatedRows = repeated,
            ConflictingVerdicts = conflicting,
        };
    }

    // The orientation of most of people's rows; where people say nothing, of most of the judges'.
    private bool[] Turned(int count, int[][] targets)
    {
        int[] byPeople = new int[count], byJudges = new int[count];
        Count(_people, byPeople);
        Count(_judges, byJudges);
        return [.. byPeople.Zip(byJudges, static (people, judges) => (people != 0 ? people : judges) > 0)];

        void Count(List<AnnotatorVerdict> verdicts, int[] excess)
        {
            foreach (AnnotatorVerdict verdict in verdicts)
            {
                foreach (int pair in targets[verdict.Pair]) excess[pair] += verdict.IsSwapped ? 1 : -1;
            }
        }
    }

    private static List<AnnotatorVerdict> Placed(List<AnnotatorVerdict> verdicts, int[][] targets, bool[] isTurned, int[] annotatorOrder)
    {
        List<AnnotatorVerdict> placed = new(verdicts.Count);
        foreach (AnnotatorVerdict verdict in verdicts)
        {
            foreach (int pair in targets[verdict.Pair])
            {
                AnnotatorVerdict named = verdict with { Pair = pair, Annotator = annotatorOrder[verdict.Annotator] };
                placed.Add(isTurned[pair] ? named.Swapped() : named);
            }
        }
        placed.Sort(Compare);
        return placed;
    }

    private static (List<AnnotatorVerdict> Verdicts, int Repeated, int Conflicting) OnePerPerson(List<AnnotatorVerdict> sorted)
    {
        List<AnnotatorVerdict> kept = new(sorted.Count);
        int repeated = 0, conflicting = 0;
        for (int start = 0, end; start < sorted.Count; start = end)
        {
            end = start + 1;
            while (end < sorted.Count && sorted[end].Pair == sorted[start].Pair && sorted[end].Annotator == sorted[start].Annotator) end++;
            // Rows without a verdict sort first.
            AnnotatorVerdict last = sorted[end - 1];
            double[] preferences = [.. sorted.GetRange(start, end - start).Where(static row => row.IsParsed).Select(static row => row.Preference).Distinct()];
            if (preferences.Length > 1) conflicting++;
            repeated += end - start - Math.Max(1, preferences.Length);
            kept.Add(preferences.Length > 1 ? last with { Preference = preferences.Average() } : last);
        }
        return (kept, repeated, conflicting);
    }

    private static int Compare(AnnotatorVerdict x, AnnotatorVerdict y)
    {
        int order = x.Pair.CompareTo(y.Pair);
        if (order == 0) order = x.Annotator.CompareTo(y.Annotator);
        if (order == 0) order = x.Preference.CompareTo(y.Preference);
        if (order == 0) order = x.Order.CompareTo(y.Order);
        if (order == 0) order = x.IsSwapped.CompareTo(y.IsSwapped);
        if (order == 0) order = Nullable.Compare(x.Flips, y.Flips);
        if (order == 0) order = x.Price.CompareTo(y.Price);
        return order == 0 ? x.Seconds.CompareTo(y.Seconds) : order;
    }

    private static (string[] Texts, int[] NewNumbers) Sorted(InternTable table)
    {
        string[] sorted = [.. table.ToList()];
        int[] oldNumbers = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, oldNumbers, StringComparer.Ordinal);
        int[] newNumbers = new int[sorted.Length];
        for (int i = 0; i < oldNumbers.Length; i++) newNumbers[oldNumbers[i]] = i;
        return (sorted, newNumbers);
    }
}
