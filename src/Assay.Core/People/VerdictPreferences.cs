using System.Globalization;
using Assay.Core.Errors;
using Assay.Core.Preferences;

namespace Assay.Core.People;

/// <summary>Turns verdicts on pairs into the preferences that leaderboards and comparisons are made of.</summary>
public static class VerdictPreferences
{
    /// <summary>What all people together are called where a judge's name would stand.</summary>
    public const string PeopleName = "people";

    /// <summary>
    /// People as one judge, where every person's judgement is an item: a win rate is the mean over judgements. Items of two models are the same where the
    /// same person
    /// judged both on one instruction.
    /// </summary>
    /// <param name="set">The verdicts.</param>
    /// <param name="baseline">The baseline asked for, on whichever side it stands; null leaves pairs as the files have them.</param>
    /// <exception cref="InputException">No pair says which models wrote its outputs.</exception>
    public static PreferenceSet OfPeople(VerdictSet set, string? baseline)
    {
        ArgumentNullException.ThrowIfNull(set);
        List<string> notes = [];
        if (set.RepeatedRows > 0) notes.Add(Text($"{set.RepeatedRows} rows repeat a person's judgement of a pair and were counted once."));
        if (set.ConflictingVerdicts > 0) notes.Add(Text($"{set.ConflictingVerdicts} times a person judged a pair differently; the mean was taken."));
        int[] occurrences = Occurrences(set);
        return Build(
            set, set.People, baseline, notes, _ => PeopleName, verdict => (set.Pairs[verdict.Pair].Instruction, verdict.Annotator, occurrences[verdict.Pair]), namesPeople: true);
    }

    /// <summary>Every judge by name; an instruction's pair is an item, and several verdicts of a judge on it are averaged.</summary>
    /// <inheritdoc cref="OfPeople"/>
    public static PreferenceSet OfJudges(VerdictSet set, string? baseline)
    {
        ArgumentNullException.ThrowIfNull(set);
        int[] occurrences = Occurrences(set);
        return Build(set, OnePerPair(set.Judges), baseline, [], verdict => set.Annotators[verdict.Annotator], verdict => (set.Pairs[verdict.Pair].Instruction, 0, occurrences[verdict.Pair]), namesPeople: false);
    }

    /// <summary>A judge's verdicts with repeats averaged: one per pair and judge, NaN where none could be read. Order kept.</summary>
    internal static IReadOnlyList<AnnotatorVerdict> OnePerPair(IReadOnlyList<AnnotatorVerdict> verdicts) =>
    [
        .. verdicts.GroupBy(verdict => (verdict.Pair, verdict.Annotator)).Select(group =>
        {
            double[] known = [.. group.Where(verdict => verdict.IsParsed).Select(verdict => verdict.Preference)];
            return group.First() with { Preference = known.Length == 0 ? double.NaN : known.Average() };
        }),
    ];

    private static PreferenceSet Build(
        VerdictSet set, IReadOnlyList<AnnotatorVerdict> verdicts, string? baseline, List<string> notes, Func<AnnotatorVerdict, string> judge,
        Func<AnnotatorVerdict, (int Instruction, int Person, int Occurrence)> identify, bool namesPeople)
    {
        AnnotatorVerdict[] named = [.. verdicts.Where(verdict => set.Pairs[verdict.Pair].HasGenerators)];
        if (named.Length == 0 && verdicts.Count > 0)
        {
            throw new InputException(
                "The judgements do not say which models wrote the outputs; name the columns, such as --columns generator_1=COLUMN,generator_2=COLUMN, or the models, such as generator_1:NAME.");
        }
        if (named.Length < verdicts.Count) notes.Add(
            Text($"{verdicts.Count - named.Length} judgements do not say which models wrote the outputs and were left out."));
        bool hasOutputs = Array.TrueForAll(named, verdict => set.Pairs[verdict.Pair].HasOutputs);

        (int Instruction, int Person, int Occurrence)[] units = [.. named.Select(identify).Distinct().Order()];
        Dictionary<(int, int, int), int> places = [];
        for (int i = 0; i < units.Length; i++) places.Add(units[i], i);
        Dictionary<(string Judge, string Model, string Baseline), List<ItemPreference>> comparisons = [];
        foreach (AnnotatorVerdict verdict in named)
        {
            JudgedPair pair = set.Pairs[verdict.Pair];
            double preference = verdict.Preference;
            bool turned = baseline is not null && set.Generators[pair.Generator2] == baseline && set.Generators[pair.Generator1] != baseline;
            if (turned) (pair, preference) = (pair.Swapped(), 1 - preference);
            var key = (judge(verdict), set.Generators[pair.Generator2], set.Generators[pair.Generator1]);
            if (!comparisons.TryGetValue(key, out List<ItemPreference>? items)) comparisons.Add(key, items = []);
            items.Add(new ItemPreference(
                places[identify(verdict)], pair.Dataset, preference, hasOutputs ? pair.Length1 : 0, hasOutputs ? pair.Length2 : 0, pair.Output2Hash));
        }
        return new PreferenceSet
        {
            Instructions = [.. units.Select(unit => set.Instructions[unit.Instruction])],
            People = namesPeople ? [.. units.Select(unit => set.Annotators[unit.Person])] : null,
            Datasets = set.Datasets,
            HasOutputs = hasOutputs,
            Notes = notes,
            Comparisons =
            [
                .. comparisons.OrderBy(entry => entry.Key.Judge, StringComparer.Ordinal).ThenBy(entry => entry.Key.Model, StringComparer.Ordinal)
                    .ThenBy(entry => entry.Key.Baseline, StringComparer.Ordinal)
                    .Select(entry => new PairwiseJudgements
                    {
                        Annotator = entry.Key.Judge,
                        Model = entry.Key.Model,
                        Baseline = entry.Key.Baseline,
                        Items = [.. entry.Value.OrderBy(item => item.Instruction)],
                    }),
            ],
        };
    }

    /// <summary>For every pair its place among the pairs of the same instruction and models: two different outputs of a model are two items.</summary>
    private static int[] Occurrences(VerdictSet set)
    {
        int[] occurrences = new int[set.Pairs.Count];
        Dictionary<(int, int, int), int> seen = [];
        for (int i = 0; i < occurrences.Length; i++)
        {
            JudgedPair pair = set.Pairs[i];
            (int, int, int) key = (pair.Instruction, Math.Min(pair.Generator1, pair.Generator2), Math.Max(pair.Generator1, pair.Generator2));
            occurrences[i] = seen[key] = seen.GetValueOrDefault(key, -1) + 1;
        }
        return occurrences;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
