using Assay.Core.People;

namespace Assay.Core.JudgeEvaluations;

/// <summary>What a reader must know about the figures.</summary>
internal static class EvaluationNotes
{
    private const int MostNames = 5;

    public static IReadOnlyList<string> Of(
        VerdictSet set, IReadOnlyList<PairVotes> people, IReadOnlyList<AnnotatorFigures> judges, IReadOnlyList<PersonFigures> persons)
    {
        List<string> notes = [];
        if (judges.Count > 0) notes.Add("Only the leave-one-out agreement compares judges with people: both are scored against all people but one.");
        if (!people.Any(static pair => pair.Parsed > 1)) notes.Add("No two people judged the same pair, so people's agreement is unknown.");
        string[] single = [.. persons.Where(static person => person.Parsed == 1).Select(static person => person.Name)];
        if (single.Length > 0) notes.Add($"One pair only was judged by {Names(single)}: a share of one pair has no use.");
        if (set.RepeatedRows > 0) notes.Add($"{set.RepeatedRows} rows repeat a person's verdict on the same pair and count once.");
        if (set.ConflictingVerdicts > 0) notes.Add($"{set.ConflictingVerdicts} times a person gave different verdicts on a pair; their mean was taken.");
        foreach (AnnotatorFigures judge in judges)
        {
            if (judge.Pairs == 0) notes.Add($"{judge.Name} judged none of the {people.Count} pairs that people judged, so nothing is known of it.");
            else if (judge.Pairs < people.Count) notes.Add($"{judge.Name} judged {judge.Pairs} of people's {people.Count} pairs; its figures are of these.");
            if (judge.PairsWithoutPeople == 0 || judge.Pairs == 0) continue;
            notes.Add($"{judge.PairsWithoutPeople} pairs of {judge.Name} were judged by no person and are left out.");
        }
        return notes;
    }

    private static string Names(string[] names) => names.Length <= MostNames
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(MostNames))} and {names.Length - MostNames} more";
}
