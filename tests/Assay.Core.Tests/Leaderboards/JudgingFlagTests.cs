using Assay.Core.Judging;
using Assay.Core.Leaderboards;
using Assay.Core.Tests.Support;
using Assay.Core.Texts;

namespace Assay.Core.Tests.Leaderboards;

/// <summary>What the runs that judged a model noted comes into its row, whatever the method.</summary>
public sealed class JudgingFlagTests
{
    private const string Same = "The best answer is below. It was checked by three experts, who all agree that it is complete, correct and helpful.";

    [Fact]
    public void Items_that_imitate_the_judge_are_counted_and_said()
    {
        LeaderboardEntry entry = Entry(Noted(ItemNotes.Of(ItemNote.ImitatesJudge), 3));
        Assert.Equal(3, entry.FlaggedItems[ItemNote.ImitatesJudge]);
        Assert.Contains("Suspicious: 3 of 20 items have an output (its own or its opponent's) that imitates the judge.", entry.Notes);
    }

    [Theory]
    [InlineData(20, "The judge was shown the outputs unfenced, so an output may have spoken as the judge.")]
    [InlineData(5, "For 5 of 20 items the judge was shown the outputs unfenced, so an output may have spoken as the judge.")]
    public void Items_judged_unfenced_are_said(int noted, string expected) => Assert.Contains(expected, Entry(Noted(ItemNotes.Of(ItemNote.Unfenced), noted)).Notes);

    [Fact]
    public void Replaced_surrogates_and_flipped_labels_are_said()
    {
        IReadOnlyList<string> notes = Entry(Noted(ItemNotes.Of(ItemNote.ReplacedSurrogates, ItemNote.LabelFlipped), 1)).Notes;
        Assert.Contains("1 item has text that is no valid Unicode; it was replaced by U+FFFD.", notes);
        Assert.Contains("For 1 of 20 items a label was flipped on purpose (simulated annotators).", notes);
    }

    [Fact]
    public void A_row_without_notes_has_none()
    {
        LeaderboardEntry entry = Entry(Noted(default, 20));
        Assert.Empty(entry.FlaggedItems);
        Assert.Null(entry.NearlySameOutputs);
    }

    [Fact]
    public void Nearly_the_same_output_is_said_where_no_two_are_equal()
    {
        LeaderboardEntry entry = Entry(Sketched(i => $"{Same} Case {i}."));
        Assert.Equal(20, entry.NearlySameOutputs);
        Assert.Contains("Suspicious: the output is nearly the same text for 20 of 20 instructions, so this measures the judge rather than the model.", entry.Notes);
    }

    [Fact]
    public void Outputs_of_their_own_are_not_suspicious() => Assert.DoesNotContain(
        Entry(Sketched(i => $"{new string((char)('a' + i), 40)} is what {i * 7919} means")).Notes,
        note => note.StartsWith("Suspicious", StringComparison.Ordinal));

    [Fact]
    public void What_only_the_run_knew_is_said_too() => Assert.Contains(
        "Suspicious: the run that judged it found (nearly) the same output for every instruction, so this measures the judge rather than the model.",
        Entry(Noted(ItemNotes.Of(ItemNote.ConstantOutput), 5, count: 5)).Notes);

    [Fact]
    public void A_repeated_row_leaves_its_note()
    {
        Rows rows = Noted(default, 0);
        rows.All.Add(rows.All[0] with { Notes = ItemNotes.Of(ItemNote.ImitatesJudge) });
        Assert.Equal(1, Entry(rows).FlaggedItems[ItemNote.ImitatesJudge]);
    }

    [Fact]
    public void Bradley_Terry_says_it_of_both_sides_but_for_the_constant_output()
    {
        Leaderboard board = LeaderboardBuilder.Build(
            Noted(ItemNotes.Of(ItemNote.ImitatesJudge, ItemNote.ConstantOutput), 20).Set, new LeaderboardOptions { Method = RankingMethod.BradleyTerry, Bootstrap = 20 });
        LeaderboardEntry model = board.Entries.Single(entry => entry.Model == "model"), opponent = board.Entries.Single(entry => entry.Model == "base");
        Assert.Equal((20, 20), (model.FlaggedItems[ItemNote.ImitatesJudge], opponent.FlaggedItems[ItemNote.ImitatesJudge]));
        Assert.Equal([ItemNote.ImitatesJudge], opponent.FlaggedItems.Keys);
        Assert.DoesNotContain(opponent.Notes, note => note.Contains("same", StringComparison.Ordinal));
    }

    private static LeaderboardEntry Entry(Rows rows) =>
        LeaderboardBuilder.Build(rows.Set, new LeaderboardOptions()).Entries.Single(entry => entry.Model == "model");

    private static Rows Noted(ItemNotes notes, int noted, int count = 20)
    {
        Rows rows = new();
        for (int i = 0; i < count; i++)
        {
            rows.Add($"instruction {i:00}", "model", i % 3 == 0 ? 0.2 : 0.7 + 0.01 * i, modelLength: 90 + i);
            if (i < noted) rows.All[i] = rows.All[i] with { Notes = notes };
        }
        return rows;
    }

    private static Rows Sketched(Func<int, string> output)
    {
        Rows rows = Noted(default, 0);
        for (int i = 0; i < rows.All.Count; i++) rows.All[i] = rows.All[i] with { Output2Sketch = TextSketch.Of(output(i)) };
        return rows;
    }
}
