using Assay.Core.Preferences;
using Assay.Core.Tests.Support;

namespace Assay.Core.Tests.Preferences;

/// <summary>What several rows of one instruction become.</summary>
public class JoinedItemsTests
{
    [Fact]
    public void Equal_rows_count_once_and_are_counted()
    {
        PairwiseJudgements joined = Joined(rows => rows.Add("a", "m", 0.7, hash: 1).Add("a", "m", 0.7, hash: 1).Add("a", "m", 0.7, hash: 1));
        Assert.Equal((0.7, 2, 0), (joined.Items.Single().Preference, joined.RepeatedRows, joined.ConflictingInstructions));
    }

    [Fact]
    public void Different_verdicts_become_their_mean_and_a_conflict()
    {
        PairwiseJudgements joined = Joined(rows => rows.Add("a", "m", 0.25, modelLength: 10, hash: 1).Add("a", "m", 0.75, modelLength: 20, hash: 2));
        Assert.Equal((0.5, 15, 0, 1), (joined.Items.Single().Preference, joined.Items[0].ModelLength, joined.RepeatedRows, joined.ConflictingInstructions));
    }

    [Fact]
    public void A_repeat_does_not_weigh_in_a_conflict()
    {
        PairwiseJudgements joined = Joined(rows => rows.Add("a", "m", 0, hash: 1).Add("a", "m", 1, hash: 1).Add("a", "m", 0, hash: 1));
        Assert.Equal((0.5, 1, 1), (joined.Items.Single().Preference, joined.RepeatedRows, joined.ConflictingInstructions));
    }

    [Fact]
    public void A_verdict_beats_its_absence()
    {
        PairwiseJudgements joined = Joined(rows => rows.Add("a", "m", double.NaN, modelLength: 10, hash: 1).Add("a", "m", 0.4, modelLength: 30, hash: 2));
        Assert.Equal((0.4, 30, 0), (joined.Items.Single().Preference, joined.Items[0].ModelLength, joined.ConflictingInstructions));
    }

    [Fact]
    public void Several_absences_stay_one_unjudged_item()
    {
        PairwiseJudgements joined =
            Joined(rows => rows.Add("a", "m", double.NaN, hash: 1).Add("a", "m", double.NaN, hash: 1).Add("a", "m", double.NaN, hash: 2));
        Assert.False(joined.Items.Single().IsJudged);
        Assert.Equal((1, 0), (joined.RepeatedRows, joined.ConflictingInstructions));
    }

    [Fact]
    public void Items_are_in_ordinal_order_of_their_instructions()
    {
        Rows rows = new Rows().Add("b", "m", 0.2).Add("ä", "m", 0.3).Add("B", "m", 0.1);
        Assert.Equal(["B", "b", "ä"], rows.Set.Comparisons[0].Items.Select(item => rows.Set.Instructions[item.Instruction]));
        Assert.Equal([0.1, 0.2, 0.3], rows.Set.Comparisons[0].Items.Select(item => item.Preference));
    }

    [Fact]
    public void Judges_models_and_baselines_are_kept_apart_in_ordinal_order()
    {
        Rows rows = new Rows().Add("a", "m", 0.1, judge: "y").Add("a", "n", 0.2, judge: "x").Add("a", "m", 0.3, judge: "x", baseline: "c")
            .Add("a", "m", 0.4, judge: "x").Add("a", "m", 0.5, judge: null);
        Assert.Equal([0.5, 0.4, 0.3, 0.2, 0.1], rows.Set.Comparisons.Select(comparison => comparison.Items.Single().Preference));
    }

    [Fact]
    public void Data_sets_follow_their_names_not_their_first_appearance()
    {
        PreferenceSet set = new Rows().Add("a", "m", 0, dataset: "z").Add("b", "m", 1, dataset: "y").Add("c", "m", 1).Set;
        Assert.Equal(["y", "z"], set.Datasets);
        Assert.Equal([1, 0, -1], set.Comparisons[0].Items.Select(item => item.Dataset));
    }

    [Fact]
    public void No_rows_make_no_comparisons() => Assert.Empty(new Rows().Set.Comparisons);

    private static PairwiseJudgements Joined(Action<Rows> add)
    {
        Rows rows = new();
        add(rows);
        return rows.Set.Comparisons.Single();
    }
}
