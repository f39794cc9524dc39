using System.Globalization;
using Assay.Core.LengthControl;
using Assay.Core.Preferences;

namespace Assay.Core.Leaderboards;

/// <summary>What a reader must know about one model's numbers, in sentences.</summary>
internal static class ScoreNotes
{
    /// <summary>The notes on one model.</summary>
    /// <param name="score">Its scores.</param>
    /// <param name="expectedInstructions">Instructions it should have been judged on.</param>
    /// <param name="set">What was read.</param>
    public static IReadOnlyList<string> On(ModelScore score, int expectedInstructions, PreferenceSet set)
    {
        List<string> notes = [];
        PairwiseJudgements judgements = score.Judgements;
        // Nobody expects every person to judge every model.
        int missing = set.People is null ? expectedInstructions - judgements.Items.Count : 0, unjudged = judgements.Items.Count - score.WinRate.Judged;
        if (judgements.IsBaseline) notes.Add("This is the baseline: its length-controlled win rate is 50 by definition.");
        if (missing > 0) notes.Add(Text($"{Plural(missing, "instruction is", "instructions are")} missing of {expectedInstructions}."));
        if (unjudged > 0) notes.Add(Text($"{Plural(unjudged, "item was", "items were")} not judged and left out."));
        if (judgements.RepeatedRows > 0) notes.Add(
            Text($"{Plural(judgements.RepeatedRows, "row repeats an earlier one and was", "rows repeat earlier ones and were")} counted once."));
        if (judgements.ConflictingInstructions > 0)
        {
            notes.Add(Text($"{Plural(judgements.ConflictingInstructions, "instruction has", "instructions have")} different verdicts; their mean was taken as one item."));
        }
        AddSpread(notes, score);
        AddClusters(notes, score);
        if (set.HasOutputs) AddLengthControl(notes, score);
        if (set.HasOutputs) notes.AddRange(score.Flags.Sentences());
        return notes;
    }

    private static void AddSpread(List<string> notes, ModelScore score)
    {
        if (score.Judgements.IsBaseline || (score.WinRate.Independent ?? score.WinRate.WinRate) is { StandardError: not null }) return;
        notes.Add(score.WinRate.Judged switch
        {
            0 => "No item was judged, so there is no win rate.",
            1 => "One judged item gives no standard error.",
            _ => "All preferences are equal, so the standard error is unknown.",
        });
    }

    private static void AddClusters(List<string> notes, ModelScore score)
    {
        if (score.Judgements.IsBaseline || score.WinRate is not { Clusters: int clusters, WinRate: { } winRate }) return;
        if (clusters == 1) notes.Add("All judged items are in one cluster, which says nothing of the spread between clusters, so there is no clustered error.");
        else if (winRate.StandardError is null) notes.Add("The clusters do not differ, so the clustered error is unknown.");
        else if (winRate.Interval is null) notes.Add(Text($"The wild bootstrap of {clusters} clusters excludes no value, so there is no interval."));
        if (score.WinRate.ClusterWarning is string warning && winRate.Interval is not null) notes.Add(warning);
        int alone = score.WinRate.PeopleWithOneItem;
        if (alone > 0) notes.Add(Text($"{Plural(alone, "person", "people")} judged a single item."));
    }

    private static void AddLengthControl(List<string> notes, ModelScore score)
    {
        if (score.Judgements.IsBaseline) return;
        if (score.WithoutDifficulty == score.Judgements.Items.Count)
        {
            notes.Add("None of its instructions has a difficulty, so there is no length-controlled win rate.");
            return;
        }
        if (score.WithoutDifficulty > 0)
        {
            notes.Add(Text($"{Plural(score.WithoutDifficulty, "instruction has", "instructions have")} no difficulty and count only in the raw win rate."));
        }
        if (score.LengthControl is not { } control)
        {
            if (score.WinRate.Judged > 0) notes.Add(NoLengthEffect(score.Judgements.Items));
            return;
        }
        // Where all preferences are equal this has been said.
        if (score.WinRate.WinRate?.StandardError is null) return;
        if (control.Replicates is null && LengthControlReliability.Warning(control.Fit, control.WinRate) is { } warning) notes.Add(warning);
    }

    private static string NoLengthEffect(IReadOnlyList<ItemPreference> items) =>
        items.Count > 1 && items.All(item => item.LengthDifference == items[0].LengthDifference)
            ? "All outputs differ from the baseline's by the same length, so no length effect can be fitted."
            : "Too few judged items to fit a length effect.";

    internal static string Plural(int count, string one, string many) => Text($"{count} {(count == 1 ? one : many)}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
