using System.Text;
using Assay.Core.Judging;
using Assay.Core.Preferences;
using Assay.Core.Texts;
using Assay.Storage.Annotations;

namespace Assay.Storage.Tests.Annotations;

public class AnnotationFileReaderTests
{
    [Fact]
    public void An_array_gives_its_rows_in_order()
    {
        ReadRows read = ReadRows.From($"[{ReadRows.Row(instruction: "\"one\"")}, {ReadRows.Row(instruction: "\"two\"")}]");
        Assert.Equal(["one", "two"], read.Instructions);
    }

    [Theory]
    [InlineData("[\"imitates_judge\", \"unfenced\"]", new[] { ItemNote.ImitatesJudge, ItemNote.Unfenced })]
    [InlineData("[\"label\\u005fflipped\"]", new[] { ItemNote.LabelFlipped })]
    [InlineData("[\"constant_output\", \"constant_output\", \"replaced_surrogates\"]", new[] { ItemNote.ConstantOutput, ItemNote.ReplacedSurrogates })]
    [InlineData("[\"of another program\", 3, [\"unfenced\"], {\"unfenced\": \"unfenced\"}]", new ItemNote[0])]
    [InlineData("\"unfenced\"", new ItemNote[0])]
    [InlineData("null", new ItemNote[0])]
    public void Notes_of_our_own_are_read_and_others_passed_over(string notes, ItemNote[] expected) =>
        Assert.Equal(ItemNotes.Of(expected), ReadRows.From($"[{ReadRows.Row()[..^1]}, \"notes\": {notes}}}, {ReadRows.Row()}]").Rows[0].Notes);

    [Fact]
    public void The_notes_of_one_row_are_not_the_next_ones() =>
        Assert.True(ReadRows.From($"[{ReadRows.Row()[..^1]}, \"notes\": [\"unfenced\"]}}, {ReadRows.Row()}]").Rows[1].Notes.IsEmpty);

    [Fact]
    public void The_second_output_is_sketched_as_the_text_it_means() =>
        Assert.Equal(TextSketch.Of("an \"answer\" of ü words"), ReadRows.From($"[{ReadRows.Row(output2: "\"an \\\"answer\\\" of \\u00fc words\"")}]").Rows[0].Output2Sketch);

    [Fact]
    public void An_empty_array_gives_no_rows() => Assert.Empty(ReadRows.From(" [ ] \n").Rows);

    [Theory]
    [InlineData("annotations.jsonl")]
    [InlineData("x.jsonl.gz")]
    [InlineData("X.JSONL")]
    public void Json_lines_give_a_row_a_line(string name) =>
        Assert.Equal(["one", "two"], ReadRows.From($"{ReadRows.Row("\"one\"")}\n\r\n{ReadRows.Row("\"two\"")}", name).Instructions);

    [Fact]
    public void An_empty_file_of_json_lines_gives_no_rows() => Assert.Empty(ReadRows.From("", "a.jsonl").Rows);

    [Fact]
    public void Json_lines_that_begin_with_a_bracket_are_an_array() =>
        Assert.Equal(["one"], ReadRows.From($"[{ReadRows.Row("\"one\"")}]", "a.jsonl").Instructions);

    [Theory]
    [InlineData("annotations.json")]
    [InlineData("annotations.json.gz")]
    public void Gzip_is_known_by_its_content(string name) =>
        Assert.Single(ReadRows.From(TemporaryFolder.Gzip($"[{ReadRows.Row()}]"), name).Rows);

    [Fact]
    public void Plain_text_named_gz_is_plain_text() => Assert.Single(ReadRows.From($"[{ReadRows.Row()}]", "annotations.json.gz").Rows);

    [Fact]
    public void A_byte_order_mark_is_accepted() => Assert.Single(ReadRows.From($"\uFEFF[{ReadRows.Row()}]").Rows);

    [Theory]
    [InlineData("1", 0)]
    [InlineData("2", 1)]
    [InlineData("1.25", 0.25)]
    [InlineData("1.5", 0.5)]
    [InlineData("0", 0.5)]
    [InlineData("0.0", 0.5)]
    [InlineData("2e0", 1)]
    [InlineData("null", double.NaN)]
    public void A_preference_becomes_a_probability(string written, double expected) =>
        Assert.Equal(expected, ReadRows.From($"[{ReadRows.Row(preference: written)}]").Rows[0].Preference);

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    public void A_data_set_and_a_judge_may_be_missing_or_null(string? value)
    {
        AnnotationRow row = ReadRows.From($"[{ReadRows.Row(dataset: value, annotator: value)}]").Rows[0];
        Assert.Equal((-1, -1), (row.Dataset, row.Annotator));
    }

    [Fact]
    public void A_data_set_and_a_judge_of_one_row_do_not_reach_the_next()
    {
        ReadRows read = ReadRows.From($"[{ReadRows.Row(dataset: "\"d\"", annotator: "\"j\"")}, {ReadRows.Row()}]");
        Assert.Equal<string?>(["d", null, "j", null], read.Datasets.Concat(read.Annotators));
    }

    [Fact]
    public void Names_go_to_their_own_fields()
    {
        ReadRows read = ReadRows.From($"[{ReadRows.Row(generator1: "\"base\"", generator2: "\"model\"", dataset: "\"d\"", annotator: "\"j\"")}]");
        Assert.Equal(("base", "model", "d", "j"), (read.Generators1[0], read.Generators2[0], read.Datasets[0], read.Annotators[0]));
    }

    [Fact]
    public void The_same_model_has_one_number_on_either_side()
    {
        AnnotationRow row = ReadRows.From($"[{ReadRows.Row(generator1: "\"m\"", generator2: "\"m\"")}]").Rows[0];
        Assert.Equal(row.Generator1, row.Generator2);
    }

    [Theory]
    [InlineData("""{"a": [1, {"instruction": "no"}], "preference": 9}""")]
    [InlineData("""[{"output_1": null}, [[]], {}]""")]
    [InlineData("\"text\"")]
    [InlineData("-1.5e300")]
    [InlineData("true")]
    [InlineData("null")]
    public void Unknown_fields_are_skipped_whatever_their_shape(string value)
    {
        ReadRows read = ReadRows.From($"[{{\"raw_completion\": {value}, {ReadRows.Row()[1..^1]}, \"last\": {value}}}]");
        Assert.Equal(("i", 0.25), (read.Instructions[0], read.Rows[0].Preference));
    }

    [Fact]
    public void An_unknown_field_may_nest_deeply() =>
        Assert.Single(ReadRows.From($"[{{\"deep\": {new string('[', 900)}{new string(']', 900)}, {ReadRows.Row()[1..]}]").Rows);

    [Fact]
    public void A_field_name_may_be_escaped() =>
        Assert.Equal(0.25, ReadRows.From($"[{ReadRows.Row().Replace("preference", "p\\u0072eference", StringComparison.Ordinal)}]").Rows[0].Preference);

    [Theory]
    [InlineData("\\ud83d")]
    [InlineData("\\u0069\\u006e\\u0073\\u0074\\u0072\\u0075\\u0063\\u0074\\u0069\\u006f\\u006e\\u0073")]
    public void An_unknown_field_name_may_be_escaped_in_any_way(string name) =>
        Assert.Single(ReadRows.From($"[{{\"{name}\": 1, {ReadRows.Row()[1..]}]").Rows);

    [Fact]
    public void A_field_name_may_be_escaped_letter_by_letter()
    {
        string escaped = string.Concat("instruction".Select(letter => $"\\u{(int)letter:x4}"));
        Assert.Equal("i", ReadRows.From($"[{ReadRows.Row().Replace("instruction", escaped, StringComparison.Ordinal)}]").Instructions[0]);
    }

    [Fact]
    public void A_field_that_comes_twice_counts_with_its_last_value() =>
        Assert.Equal(1, ReadRows.From($"[{ReadRows.Row()[..^1]}, \"preference\": 2}}]").Rows[0].Preference);

    [Theory]
    [InlineData("""  ""  """, 0)]
    [InlineData("""  "abc"  """, 3)]
    [InlineData("""  "é"  """, 1)]
    [InlineData("""  "e\u0301"  """, 2)]
    [InlineData("""  "😀"  """, 1)]
    [InlineData("""  "\ud83d\uDE00"  """, 1)]
    [InlineData("""  "\ud83d"  """, 1)]
    [InlineData("""  "\ude00\ud83d"  """, 2)]
    [InlineData("""  "\ud83d\n"  """, 2)]
    [InlineData("""  "\ud83dx"  """, 2)]
    [InlineData("""  "\"\\\/\b\f\n\r\t\u0000"  """, 9)]
    [InlineData("""  "中文字符串很长很长很长"  """, 11)]
    public void Lengths_count_code_points(string output, int expected)
    {
        AnnotationRow row = ReadRows.From($"[{ReadRows.Row(output1: output, output2: output)}]").Rows[0];
        Assert.Equal((expected, expected), (row.Length1, row.Length2));
    }

    [Fact]
    public void Half_a_surrogate_pair_in_a_name_becomes_the_replacement_character() =>
        Assert.Equal("a\uFFFDb", ReadRows.From($"[{ReadRows.Row(instruction: "\"a\\ud83db\"")}]").Instructions[0]);

    [Fact]
    public void Equal_outputs_have_equal_hashes_however_they_are_escaped()
    {
        ReadRows read = ReadRows.From($"[{ReadRows.Row(output2: "\"é/\\n\"")}, {ReadRows.Row(output2: "\"\\u00e9\\/\\u000a\"")}]");
        Assert.Equal(read.Rows[0].Output2Hash, read.Rows[1].Output2Hash);
    }

    [Fact]
    public void The_first_output_does_not_change_the_hash()
    {
        ReadRows read = ReadRows.From($"[{ReadRows.Row(output1: "\"x\"")}, {ReadRows.Row(output1: "\"y\"")}]");
        Assert.Equal(read.Rows[0].Output2Hash, read.Rows[1].Output2Hash);
    }

    [Fact]
    public void A_text_longer_than_the_window_is_measured_whole()
    {
        string output = string.Concat(Enumerable.Repeat("ab\\n😀", 100_000));
        AnnotationRow row = ReadRows.From(Encoding.UTF8.GetBytes($"[{ReadRows.Row(output2: $"\"{output}\"")}]"), windowSize: 64).Rows[0];
        Assert.Equal(400_000, row.Length2);
    }

    [Fact]
    public void A_file_is_read_by_its_path()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("annotations.json.gz", TemporaryFolder.Gzip($"[{ReadRows.Row()}]"));
        Assert.Single(new AnnotationFileReader(new AnnotationVocabulary()).Read(path, CancellationToken.None));
    }

    [Fact]
    public void Cancelling_stops_the_reading()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("annotations.json", $"[{ReadRows.Row()}]");
        Assert.Throws<OperationCanceledException>(() => new AnnotationFileReader(new AnnotationVocabulary()).Read(path, new CancellationToken(true)));
    }
}
