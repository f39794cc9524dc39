using System.Text;
using Assay.Core.Judging;
using Assay.Core.Outputs;
using Assay.Core.Runs;
using Assay.Reporting.Documents;
using CsvHelper;
using Shown = (Assay.Core.Judging.PresentationOrder Order, double? Preference);

namespace Assay.Reporting.Tests.Documents;

public sealed class ItemCsvTests
{
    [Fact]
    public void An_item_has_its_preference_in_each_order_and_the_lengths_of_its_texts_in_code_points()
    {
        JudgedItem item = Item("𝒂bc", 0.75, (PresentationOrder.BaselineFirst, 0.5), (PresentationOrder.CandidateFirst, 1));
        Dictionary<string, string> row = Assert.Single(Read(Judged(item)));
        Assert.Equal(
            ("judged", "0.75", "0.5", "1", "3", "4", "2"),
            (row["outcome"], row["candidate_preference"], row["preference_baseline_first"], row["preference_candidate_first"], row["candidate_length"],
                row["baseline_length"], row["times_asked"]));
    }

    [Fact]
    public void What_is_unknown_is_empty()
    {
        JudgedItem item = Item("text", null) with { Outcome = Outcome.Failed, Reason = "No answer came.", Notes = [ItemNote.ImitatesJudge, ItemNote.Unfenced] };
        Dictionary<string, string> row = Assert.Single(Read(Judged(item)));
        Assert.Equal(
            ("failed", "", "", "No answer came.", "imitates_judge unfenced", ""),
            (row["outcome"], row["candidate_preference"], row["preference_baseline_first"], row["reason"], row["notes"], row["dataset"]));
    }

    [Theory]
    [InlineData("two\nlines, \"quoted\"\tand\r\na tab")]
    [InlineData("עברית \u200Fand 模型 and \U0001F600")]
    [InlineData("'already quoted")]
    public void A_text_comes_back_as_it_was(string text) => Assert.Equal(text, Assert.Single(Read(Judged(Item(text, 1))))["candidate_output"]);

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@sum(a)", "'@sum(a)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a\0b\u001B[2J", "a\uFFFDb\uFFFD[2J")]
    public void A_text_that_could_be_run_or_stop_a_reader_is_made_safe(string text, string cell) =>
        Assert.Equal(cell, Assert.Single(Read(Judged(Item(text, 1))))["candidate_output"]);

    [Fact]
    public void Half_a_character_is_replaced() => Assert.Equal("half \uFFFD", Assert.Single(Read(Judged(Item("half \uD83D", 1))))["candidate_output"]);

    [Fact]
    public void A_generator_that_looks_like_a_formula_is_no_formula() =>
        Assert.Equal("'=cmd()", Assert.Single(Read(Judged(Item("text", 1, generator: "=cmd()"))))["candidate"]);

    [Fact]
    public void No_items_give_the_header_alone() => Assert.Single(Judged().TrimEnd('\n').Split('\n'));

    [Fact]
    public void Outputs_have_a_row_each_those_that_failed_too()
    {
        StringWriter text = new();
        Assert.Equal(2, ItemCsv.Write(text, [Output("fine", GenerationOutcome.Answered), Output(null, GenerationOutcome.Failed)], CancellationToken.None));
        Assert.Equal(
            [("fine", "4", "answered"), ("", "", "failed")],
            Read(text.ToString()).Select(static row => (row["output"], row["length"], row["outcome"])));
    }

    [Fact]
    public void It_stops_when_told_to() => Assert.Throws<OperationCanceledException>(
        () => ItemCsv.Write(new StringWriter(), [Item("text", 1)], new CancellationToken(canceled: true)));

    private static JudgedItem Item(string output, double? preference, params Shown[] verdicts) =>
        Item(output, preference, "candidate", verdicts);

    private static JudgedItem Item(string output, double? preference, string generator, params Shown[] verdicts) => new()
    {
        Pair = new PairToJudge(
            new OutputRow { Instruction = "say it", Output = "four", Generator = "baseline" },
            new OutputRow { Instruction = "say it", Output = output, Generator = generator }),
        Annotator = "judge",
        Verdicts =
        [
            .. verdicts.Select(static verdict => new Verdict
            {
                Judge = "judge",
                Order = verdict.Order,
                Repeat = 0,
                Outcome = Outcome.Judged,
                Preference = verdict.Preference,
                Asked = 1,
            }),
        ],
        Outcome = Outcome.Judged,
        Preference = preference,
    };

    private static GeneratedOutput Output(string? text, GenerationOutcome outcome) => new()
    {
        Id = ItemId.Of("model", text),
        Instruction = new InstructionRow { Instruction = "say it" },
        Generator = "model",
        Output = text,
        Outcome = outcome,
    };

    private static string Judged(params JudgedItem[] items)
    {
        StringWriter text = new();
        Assert.Equal(items.Length, ItemCsv.Write(text, items, CancellationToken.None));
        return text.ToString();
    }

    private static List<Dictionary<string, string>> Read(string csv)
    {
        using CsvReader reader = CsvReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(csv)), new CsvReaderOptions { HasHeader = false }, leaveOpen: false);
        List<string[]> rows = [];
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return [.. rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(StringComparer.Ordinal))];
    }
}
