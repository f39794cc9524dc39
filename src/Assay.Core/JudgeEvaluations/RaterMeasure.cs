using Assay.Statistics.Agreement;
using Assay.Statistics.Estimation;

namespace Assay.Core.JudgeEvaluations;

/// <summary>Agreement among annotators: every two of them, and people as a whole.</summary>
internal static class RaterMeasure
{
    private const int Labels = 3;

    /// <summary>Every two annotators, in ordinal order of names, people before judges.</summary>
    /// <param name="people">People's votes by pair.</param>
    /// <param name="judges">Each judge with its votes, on pairs that people judged.</param>
    /// <param name="names">The annotators' names by number.</param>
    /// <param name="confidence">Nominal level.</param>
    public static IReadOnlyList<RaterPair> Pairs(
        IReadOnlyList<PairVotes> people, IReadOnlyList<(int Judge, IReadOnlyList<PairVotes> Votes)> judges, IReadOnlyList<string> names, double confidence)
    {
        // A person and a judge may have one name: a rater is numbered by its place here.
        int[] persons = [.. people.SelectMany(static pair => pair.Rows).Select(static row => row.Annotator).Distinct().Order()];
        Dictionary<int, int> personPlace = persons.Select((person, place) => (person, place)).ToDictionary(static x => x.person, static x => x.place);
        Dictionary<int, List<(int Rater, int Label)>> byPair = [];
        foreach (PairVotes pair in people)
        {
            byPair[pair.Pair] = [.. pair.Rows.Where(static row => row.IsParsed).Select(row => (personPlace[row.Annotator], PairVotes.LabelOf(row.Preference)))];
        }
        for (int i = 0; i < judges.Count; i++)
        {
            foreach (PairVotes pair in judges[i].Votes)
            {
                if (pair.Label is int label and >= 0) byPair[pair.Pair].Add((persons.Length + i, label));
            }
        }

        string[] raters = [.. persons.Select(person => names[person]), .. judges.Select(judge => names[judge.Judge])];
        Dictionary<(int, int), int[]> tables = [];
        foreach (List<(int Rater, int Label)> verdicts in byPair.Values)
        {
            for (int second = 1; second < verdicts.Count; second++)
            {
                for (int first = 0; first < second; first++)
                {
                    (int, int) key = (verdicts[first].Rater, verdicts[second].Rater);
                    if (!tables.TryGetValue(key, out int[]? table)) tables.Add(key, table = new int[Labels * Labels]);
                    table[Place(verdicts[first].Label) * Labels + Place(verdicts[second].Label)]++;
                }
            }
        }
        List<RaterPair> pairs = [];
        for (int first = 0; first < raters.Length; first++)
        {
            for (int second = first + 1; second < raters.Length; second++)
            {
                pairs.Add(Describe(raters[first], raters[second], tables.GetValueOrDefault((first, second)) ?? new int[Labels * Labels], confidence));
            }
        }
        return pairs;
    }

    /// <summary>Fleiss' kappa of people's sides.</summary>
    public static Figure Fleiss(IReadOnlyList<PairVotes> people, double confidence)
    {
        int[][] counts = [.. people.Select(static pair =>
        {
            int[] count = new int[Labels];
            foreach (double preference in pair.Preferences)
            {
                if (!double.IsNaN(preference)) count[PairVotes.LabelOf(preference)]++;
            }
            return count;
        })];
        return Figure.Of(FleissKappa.Describe(counts, confidence), WhyNot(people));
    }

    /// <summary>Krippendorff's alpha of people: of their sides for the nominal level, else of their preferences.</summary>
    public static Figure Alpha(IReadOnlyList<PairVotes> people, MeasurementLevel level, double confidence)
    {
        double[][] units =
        [
            .. people.Select(pair => pair.Preferences.Where(static preference => !double.IsNaN(preference))
                .Select(preference => level == MeasurementLevel.Nominal ? Votes.Side(preference) : preference).ToArray()),
        ];
        return Figure.Of(KrippendorffsAlpha.Describe(units, level, confidence), WhyNot(people));
    }

    private static string WhyNot(IReadOnlyList<PairVotes> people) => people.Any(static pair => pair.Parsed > 1)
        ? "all verdicts on pairs that two people judged are the same, so that chance alone explains them"
        : "no two people judged the same pair";

    // In the order of preference, as weights need it: output_1, tie, output_2.
    private static int Place(int label) => label switch
    {
        0 => 0,
        1 => 2,
        _ => 1,
    };

    private static RaterPair Describe(string first, string second, int[] table, double confidence)
    {
        int shared = table.Sum(), equal = table[0] + table[4] + table[8];
        const string none = "they judged no pair in common";
        string undefined = shared == 0 ? none : "both used one and the same label only, so that chance alone explains it";
        return new RaterPair(
            first, second, shared, Figure.Of(ProportionEstimate.Of(equal, shared, confidence), none),
            Figure.Of(CohensKappa.Describe(table, confidence), undefined), Figure.Of(CohensKappa.Describe(table, confidence, KappaWeights.Linear), undefined));
    }
}
