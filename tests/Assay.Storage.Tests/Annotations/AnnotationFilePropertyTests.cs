using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Assay.Storage.Annotations;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Storage.Tests.Annotations;

public class AnnotationFilePropertyTests
{
    private static readonly Config Checks = Config.QuickThrowOnFailure.WithMaxTest(300);

    private static readonly JsonSerializerOptions[] Writers =
    [
        new(), new() { WriteIndented = true }, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping },
    ];

    private static Gen<Chunking> Chunks { get; } =
        from window in Gen.OneOf(Gen.Choose(1, 40), Gen.Choose(41, 2000))
        from sizes in Gen.Choose(1, 300).NonEmptyListOf()
        select new Chunking(window, [.. sizes]);

    private sealed record Chunking(int WindowSize, IReadOnlyList<int> Sizes)
    {
        public ReadRows Read(string json, string name) => ReadRows.From(new DribblingStream(Encoding.UTF8.GetBytes(json), Sizes), name, WindowSize);
    }

    private sealed record WrittenRow(JsonPiece Instruction, JsonPiece Output1, JsonPiece Output2, JsonPiece Generator, double? Preference)
    {
        public static Gen<WrittenRow> Any { get; } =
            from instruction in JsonPiece.Text
            from output1 in JsonPiece.Text
            from output2 in JsonPiece.Text
            from generator in JsonPiece.Text
            from preference in Gen.Choose(-1, 100).Select(percent => percent < 0 ? (double?)null : 1 + percent / 100.0)
            select new WrittenRow(instruction, output1, output2, generator, preference);

        public string Json => ReadRows.Row(
            Instruction.Quoted, Output1.Quoted, Output2.Quoted, Generator.Quoted, Generator.Quoted, preference: JsonSerializer.Serialize(Preference));
    }

    [Fact]
    public void Rows_mean_what_was_written_wherever_the_text_is_cut() =>
        Prop.ForAll(
            (from rows in WrittenRow.Any.ListOf() from chunks in Chunks from lines in Gen.Elements(false, true) select (rows, chunks, lines)).ToArbitrary(),
            test =>
            {
                IEnumerable<string> rows = test.rows.Select(row => row.Json);
                ReadRows read = test.lines
                    ? test.chunks.Read(string.Join('\n', rows), "a.jsonl")
                    : test.chunks.Read($"[{string.Join(",\n", rows)}]", "a.json");
                Assert.Equal(test.rows.Select(row => WellFormed(row.Instruction.Meaning)), read.Instructions);
                Assert.Equal(test.rows.Select(row => WellFormed(row.Generator.Meaning)), read.Generators2);
                Assert.Equal(test.rows.Select(row => row.Output1.Meaning.EnumerateRunes().Count()), read.Rows.Select(row => row.Length1));
                Assert.Equal(test.rows.Select(row => row.Output2.Meaning.EnumerateRunes().Count()), read.Rows.Select(row => row.Length2));
                Assert.Equal(test.rows.Select(row => TextHash.Compute(Encoding.UTF8.GetBytes(row.Output2.Meaning))), read.Rows.Select(row => row.Output2Hash));
                Assert.Equal(test.rows.Select(row => row.Preference - 1 ?? double.NaN), read.Rows.Select(row => row.Preference));
            }).Check(Checks);

    [Fact]
    public void Rows_are_those_another_json_reader_finds() =>
        Prop.ForAll(
            (from rows in WrittenRow.Any.ListOf()
             from chunks in Chunks
             from writer in Gen.Elements(Writers)
             from order in Gen.Shuffle(Enumerable.Range(0, 9))
             select (rows, chunks, writer, order)).ToArbitrary(),
            test =>
            {
                string json = JsonSerializer.Serialize(test.rows.Select(row => Fields(row, test.order)), test.writer);
                ReadRows read = test.chunks.Read(json, "a.json");
                using JsonDocument document = JsonDocument.Parse(json);
                JsonElement[] expected = [.. document.RootElement.EnumerateArray()];
                Assert.Equal(expected.Select(row => row.GetProperty("instruction").GetString()), read.Instructions);
                Assert.Equal(expected.Select(row => row.GetProperty("generator_1").GetString()), read.Generators1);
                Assert.Equal(expected.Select(row => row.GetProperty("dataset").GetString()), read.Datasets);
                Assert.Equal(expected.Select(row => row.GetProperty("annotator").GetString()), read.Annotators);
                Assert.Equal(expected.Select(row => Length(row, "output_1")), read.Rows.Select(row => row.Length1));
                Assert.Equal(expected.Select(row => Length(row, "output_2")), read.Rows.Select(row => row.Length2));
            }).Check(Checks);

    private static Dictionary<string, object?> Fields(WrittenRow row, IEnumerable<int> order)
    {
        (string, object?)[] fields =
        [
            ("instruction", row.Instruction.Meaning), ("output_1", row.Output1.Meaning), ("output_2", row.Output2.Meaning),
            ("generator_1", row.Generator.Meaning), ("generator_2", "model"), ("preference", row.Preference),
            ("dataset", row.Preference > 1.5 ? row.Generator.Meaning : null), ("annotator", row.Preference > 1.2 ? row.Output1.Meaning : null),
            ("raw_completion", new { logprobs = new[] { new { token = row.Output1.Meaning, bytes = new[] { 1, 2 } } }, preference = "no" }),
        ];
        return order.Select(position => fields[position]).ToDictionary();
    }

    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static int Length(JsonElement row, string field) => row.GetProperty(field).GetString()!.EnumerateRunes().Count();
}
