using Assay.Core.People;
using static Assay.Storage.Tests.People.ReadVerdicts;

namespace Assay.Storage.Tests.People;

public class VerdictFileReaderTests
{
    [Theory]
    [InlineData("1", 0)]
    [InlineData("2", 1)]
    [InlineData("1.25", 0.25)]
    [InlineData("0", 0.5)]
    [InlineData("1.5", 0.5)]
    [InlineData("\"1\"", 0)]
    [InlineData("\"tie\"", 0.5)]
    [InlineData("\"Tie\"", 0.5)]
    [InlineData("null", double.NaN)]
    public void A_preference_is_read_as_files_write_it(string written, double expected)
    {
        Assert.Equal(expected, Assert.Single(OfPeople($"[{Row(written)}]").People).Preference);
    }

    [Fact]
    public void Several_people_judge_one_pair()
    {
        VerdictSet set = OfPeople($"[{Row("1", "\"ann\"")}, {Row("2", "7")}]");

        Assert.Single(set.Pairs);
        Assert.Equal(["7", "ann"], set.Annotators);
        Assert.Equal([1, 0], set.People.Select(verdict => verdict.Preference));
    }

    [Fact]
    public void A_pair_shown_the_other_way_round_is_the_same_pair()
    {
        VerdictSet set = OfPeople($"[{Row("1", "\"x\"")}, {Row("1", "\"y\"")}, {Row("2", "\"z\"", output1: "bb", output2: "a")}]");

        Assert.Equal((1, 2), (Assert.Single(set.Pairs).Length1, set.Pairs[0].Length2));
        Assert.Equal([0, 0, 0], set.People.Select(verdict => verdict.Preference));
    }

    [Fact]
    public void JSON_Lines_and_CSV_give_the_same_verdicts_as_an_array()
    {
        string csv = "instruction,output_1,output_2,annotator,preference\ni,a,bb,ann,1.25\n";
        VerdictSet[] sets = [OfPeople($"[{Row("1.25")}]"), OfPeople(Row("1.25"), "people.jsonl"), OfPeople(csv, "people.csv")];

        Assert.All(sets, set => Assert.Equal(sets[0].Pairs, set.Pairs));
        Assert.All(sets, set => Assert.Equal(sets[0].People, set.People));
    }

    [Fact]
    public void Lengths_are_code_points_and_lists_are_seen()
    {
        VerdictSet set = OfPeople($"[{Row("1", output1: "🌲🌲", output2: "- one\\n- two")}]");

        JudgedPair pair = Assert.Single(set.Pairs);
        (int forest, int list) = pair.HasList1 ? (pair.Length2, pair.Length1) : (pair.Length1, pair.Length2);
        Assert.True(pair.HasList1 ^ pair.HasList2);
        Assert.Equal((2, 11), (forest, list));
    }

    [Fact]
    public void A_persons_different_verdicts_on_a_pair_are_averaged_and_counted()
    {
        VerdictSet set = OfPeople($"[{Row("1")}, {Row("2")}, {Row("2")}, {Row("null")}]");

        Assert.Equal(0.5, Assert.Single(set.People).Preference);
        Assert.Equal((2, 1), (set.RepeatedRows, set.ConflictingVerdicts));
    }

    [Fact]
    public void A_judges_repeats_are_kept()
    {
        VerdictSet set = All([], [("judge.json", $"[{Row("1", "null")}, {Row("2", "null")}]")]);

        Assert.Equal(2, set.Judges.Count);
        Assert.Equal("judge", Assert.Single(set.Annotators));
    }

    [Fact]
    public void A_judge_that_names_models_judges_the_pairs_of_people_who_name_none()
    {
        string models = ", \"generator_1\": \"m\", \"generator_2\": \"n\"";
        VerdictSet set = All([("people.json", $"[{Row("1")}]")], [("judge.json", $"[{Row("2", more: models)}]")]);

        Assert.Equal(["m", "n"], set.Generators);
        Assert.Equal(Assert.Single(set.People).Pair, Assert.Single(set.Judges).Pair);
    }

    [Fact]
    public void Equal_texts_of_different_models_are_different_pairs()
    {
        VerdictSet set = OfPeople($"[{Row("1", more: ", \"generator_1\": \"m\", \"generator_2\": \"n\"")}, {Row("1", more: ", \"generator_1\": \"k\", \"generator_2\": \"n\"")}]");

        Assert.Equal(2, set.Pairs.Count);
    }

    [Fact]
    public void An_item_may_be_named_without_its_outputs()
    {
        VerdictSet set = OfPeople("item,annotator,preference\nq1,x,1\nq1,y,2\n", "people.csv");

        Assert.False(Assert.Single(set.Pairs).HasOutputs);
        Assert.Equal([0, 1], set.People.Select(verdict => verdict.Preference));
    }

    [Fact]
    public void The_order_of_rows_and_files_changes_nothing()
    {
        string[] rows = [Row("1", "\"x\""), Row("2", "\"y\"", "j"), Row("1.5", "\"y\""), Row("2", "\"z\"", "j", "bb", "a"), Row("0", "\"x\"", "k")];
        VerdictSet forwards = All([("1.jsonl", string.Join('\n', rows[..2])), ("2.jsonl", string.Join('\n', rows[2..]))], []);
        VerdictSet backwards = OfPeople(string.Join('\n', rows.Reverse()), "people.jsonl");

        Assert.Equal(forwards.Pairs, backwards.Pairs);
        Assert.Equal(forwards.People, backwards.People);
        Assert.Equal(forwards.Annotators, backwards.Annotators);
    }

    [Fact]
    public void Assays_own_rows_say_order_and_flips()
    {
        string more = """
            , "order": "both", "verdicts": [{"order": "baseline_first", "preference": 1.2}, {"order": "candidate_first", "preference": 1.9}]
            """;
        AnnotatorVerdict verdict = Assert.Single(All([], [("annotations.json", $"[{Row("1.55", more: more)}]")]).Judges);

        Assert.Equal(ShownOrder.Both, verdict.Order);
        Assert.True(verdict.Flips);
    }

    [Fact]
    public void The_order_shown_turns_with_the_pair()
    {
        VerdictSet set = All([], [("judge.json", $"[{Row("1", more: ", \"order\": \"baseline_first\"")}]")]);
        VerdictSet turned = All([], [("judge.json", $"[{Row("1", output1: "bb", output2: "a", more: ", \"order\": \"baseline_first\"")}]")]);

        Assert.All([set, turned], read => Assert.Equal((ShownOrder.Output1First, 0.0), (read.Judges[0].Order, read.Judges[0].Preference)));
    }
}
