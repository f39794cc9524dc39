using Assay.Core.Errors;
using Assay.Storage.People;
using static Assay.Storage.Tests.People.ReadVerdicts;

namespace Assay.Storage.Tests.People;

public class VerdictFileErrorTests
{
    [Theory]
    [InlineData("3")]
    [InlineData("-1")]
    [InlineData("0.5")]
    [InlineData("\"equal\"")]
    [InlineData("true")]
    public void A_preference_of_another_scale_is_refused_with_file_row_and_field(string written)
    {
        string error = ErrorOf($"[{Row("1")}, {Row(written, "\"y\"")}]");

        Assert.Contains("people.json, row 2: the field \"preference\" is", error, StringComparison.Ordinal);
        Assert.Contains("--values", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_without_meaning_is_refused_with_the_words_that_have_one()
    {
        string error = ErrorOf("item,annotator,preference\nq,x,maybe\n", "people.csv", VerdictColumns.Parse(null, "1=left,2=right,tie=same"));

        Assert.EndsWith(
            "people.csv, row 1: the field \"preference\" is \"maybe\", for which --values has no meaning; it knows left, right, same.", error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_without_a_name_is_refused()
    {
        Assert.Contains("row 1: the field \"annotator\" is null", ErrorOf($"[{Row("1", "null")}]"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_no_known_kind_is_told_with_its_fields()
    {
        string error = ErrorOf("""[{"question": "q", "score": 1}]""");

        Assert.Contains("its first row has question, score; name its columns", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_is_not_there_is_told_with_the_nearest()
    {
        string error = ErrorOf("artcle,who,verdict\nq,x,1\n", "people.csv", VerdictColumns.Parse("item=article,annotator=who,preference=verdict", null));

        Assert.EndsWith("people.csv has no column \"article\"; did you mean 'artcle'?", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistyped_column_is_told_where_the_file_has_AlpacaEvals_columns_too()
    {
        string error = ErrorOf($"[{Row("1")}]", "people.json", VerdictColumns.Parse("annotator=annotatr", null));

        Assert.EndsWith("people.json has no column \"annotatr\"; did you mean 'annotator'?", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Named_columns_are_not_asked_of_a_judges_file_in_AlpacaEvals_form()
    {
        (string, string) people = ("people.csv", "article,who,verdict,output_1,output_2\nq,x,1,a,b\n");
        VerdictColumns columns = VerdictColumns.Parse("item=article,annotator=who,preference=verdict", null);

        Assert.Single(All([people], [("judge.json", $"[{Row("1")}]")], columns).Judges);
    }

    [Fact]
    public void A_file_of_people_with_only_0_and_1_is_refused_until_values_says_what_they_mean()
    {
        string rows = $"[{Row("0")}, {Row("1", "\"y\"")}]";

        Assert.Contains("no other preferences than 0 and 1", ErrorOf(rows), StringComparison.Ordinal);
        Assert.Equal([0, 1], All([("people.json", rows)], [], VerdictColumns.Parse(null, "1=0,2=1")).People.Select(static verdict => verdict.Preference));
    }

    [Theory]
    [InlineData("0", "2")]
    [InlineData("1", "null")]
    [InlineData("1", "\"tie\"")]
    public void Other_preferences_beside_0_or_1_leave_them_ties_and_output_1(string first, string second)
    {
        Assert.Equal(2, All([("people.json", $"[{Row(first)}, {Row(second, "\"y\"")}]")], []).People.Count);
    }

    [Fact]
    public void A_judge_of_PandaLMs_needs_the_test_set()
    {
        string error = Assert.Throws<InputException>(() => All([], [("gpt.json", """[{"idx": 0, "gpt_result": "1"}]""")])).Message;

        Assert.Contains("name the test set, such as testset-v1.json, with --human", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_the_test_set_does_not_have_is_refused()
    {
        string testSet = """[{"idx": 0, "instruction": "i", "input": "", "response1": "a", "response2": "b", "cmp_key": "m_n", "annotator1": 1}]""";
        string error = Assert.Throws<InputException>(() => All([("testset.json", testSet)], [("gpt.json", """[{"idx": 5, "gpt_result": "1"}]""")])).Message;

        Assert.EndsWith("gpt.json, row 1: the field \"idx\" is 5, which the test set does not have; correct it.", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("item", "neither NAME=COLUMN nor NAME:TEXT")]
    [InlineData("itme=x", "did you mean 'item'?")]
    [InlineData("item=x,item=y", "names item twice")]
    public void Columns_of_another_form_are_refused(string columns, string expected)
    {
        Assert.Contains(expected, Assert.Throws<InputException>(() => VerdictColumns.Parse(columns, null)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3=x", "write 1=, 2=, tie= or none=")]
    [InlineData("1=x,2=x", "two meanings")]
    [InlineData(",", "is empty")]
    public void Values_of_another_form_are_refused(string values, string expected)
    {
        Assert.Contains(expected, Assert.Throws<InputException>(() => VerdictColumns.Parse(null, values)).Message, StringComparison.Ordinal);
    }
}
