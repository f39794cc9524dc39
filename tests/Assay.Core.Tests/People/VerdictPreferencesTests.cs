using Assay.Core.Errors;
using Assay.Core.Leaderboards;
using Assay.Core.People;
using Assay.Core.Preferences;
using Assay.Core.Tests.Support;

namespace Assay.Core.Tests.People;

public class VerdictPreferencesTests
{
    [Fact]
    public void The_baseline_asked_for_is_put_first_wherever_it_stands()
    {
        VerdictSet set = new VerdictRows().Person("ada", "i", "a", "b", 1).Person("ada", "j", "b", "a", 0.25).Build();
        PairwiseJudgements comparison = Assert.Single(VerdictPreferences.OfPeople(set, "b").Comparisons);
        Assert.Equal(("b", "a", 0.0, 0.25), (comparison.Baseline, comparison.Model, comparison.Items[0].Preference, comparison.Items[1].Preference));
    }

    [Fact]
    public void Two_outputs_of_one_model_to_an_instruction_are_two_items()
    {
        VerdictSet set = new VerdictRows().Person("ada", "i", "a", "b", 1).Person("ada", "i", "a", "b", 0, occurrence: 1).Person("bo", "i", "a", "b", 1).Build(
            );
        PreferenceSet preferences = VerdictPreferences.OfPeople(set, null);
        Assert.Equal(3, preferences.Comparisons[0].Items.Count);
        Assert.Equal(["ada", "ada", "bo"], preferences.People!);
        Assert.Equal(1, preferences.InstructionCount);
    }

    [Fact]
    public void Verdicts_of_models_that_are_not_named_are_an_error_that_says_what_to_do()
    {
        VerdictVocabulary vocabulary = new();
        int pair = vocabulary.Pairs.GetOrAdd(new JudgedPair { Instruction = vocabulary.Instructions.GetOrAdd("i") });
        VerdictSetBuilder builder = new(vocabulary);
        builder.Add([new AnnotatorVerdict { Pair = pair, Annotator = vocabulary.Annotators.GetOrAdd("ada"), Preference = 1 }], VerdictSource.People);
        Assert.Contains("--columns generator_1=", Assert.Throws<InputException>(() => VerdictPreferences.OfPeople(builder.Build(), null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Repeats_of_a_judge_are_averaged_and_unreadable_verdicts_stay_unjudged()
    {
        VerdictSet set = new VerdictRows().Judge("j", "i", "a", "b", 1).Judge("j", "i", "a", "b", 0).Judge("j", "k", "a", "b", double.NaN).Build();
        IReadOnlyList<ItemPreference> items = VerdictPreferences.OfJudges(set, null).Comparisons[0].Items;
        Assert.Equal([0.5, double.NaN], items.Select(item => item.Preference));
    }

    [Fact]
    public void Bradley_Terry_strengths_resample_instructions_however_many_people_judged_each()
    {
        VerdictRows rows = new();
        for (int i = 0; i < 30; i++)
        {
            foreach (string person in (string[])["ada", "bo"]) rows.Person(person, $"i{i:00}", "a", "b", i % 3 == 0 ? 1 : 0).Person(
                person, $"i{i:00}", "b", "c", i % 4 == 0 ? 0 : 1);
        }
        Leaderboard board = LeaderboardBuilder.Build(
            VerdictPreferences.OfPeople(rows.Build(), null), new() { Method = RankingMethod.BradleyTerry, Bootstrap = 100 });
        Assert.Equal((30, 3), (board.InstructionCount, board.Entries.Count));
    }
}
