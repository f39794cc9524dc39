using System.Text;
using Assay.Core.Errors;
using Assay.Core.Outputs;
using Assay.Storage.Outputs;
using Assay.TestSupport;

namespace Assay.Storage.Tests.Outputs;

public sealed class OutputFileTests : IDisposable
{
    private const string Row = """{"dataset": "d", "instruction": "i", "output": "o", "generator": "g", "extra": [1, {"output": 5}]}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("o.json", "[" + Row + ",\n " + Row + "]\n")]
    [InlineData("o.jsonl", Row + "\n\n" + Row)]
    [InlineData("o.jsonl", "\uFEFF" + Row + "\r\n" + Row + "\r\n")]
    [InlineData("o.jsonl", "[" + Row + "," + Row + "]")]
    public async Task Rows_are_read_from_arrays_and_lines(string name, string text) =>
        Assert.Equal(
            Enumerable.Repeat(new OutputRow { Instruction = "i", Output = "o", Generator = "g", Dataset = "d" }, 2),
            await Read(_folder.Write(name, text)));

    [Fact]
    public async Task Gzip_is_told_by_its_first_bytes() => Assert.Single(await Read(_folder.Write("o.json", TemporaryFolder.Gzip("[" + Row + "]"))));

    [Fact]
    public async Task An_empty_array_has_no_rows() => Assert.Empty(await Read(_folder.Write("o.json", " [ ] ")));

    [Fact]
    public async Task Empty_lines_are_no_rows() => Assert.Empty(await Read(_folder.Write("o.jsonl", "\n\n")));

    [Fact]
    public async Task A_row_without_data_set_has_none() =>
        Assert.Null(Assert.Single(await Read(_folder.Write("o.json", """[{"instruction": "i", "output": "", "generator": "g", "dataset": null}]"""))).Dataset);

    [Fact]
    public async Task Every_text_goes_through_unharmed()
    {
        StringBuilder everything = new();
        for (int rune = 0; rune < 0x110000; rune += rune < 0x3000 ? 1 : 997)
        {
            if (Rune.IsValid(rune)) everything.Append(new Rune(rune).ToString());
        }
        string text = everything.Append('y', 200_000).ToString();
        string json = System.Text.Json.JsonSerializer.Serialize(new[] { new { instruction = text, output = text, generator = text } });
        Assert.Equal(new OutputRow { Instruction = text, Output = text, Generator = text }, Assert.Single(await Read(_folder.Write("o.json", json))));
    }

    [Fact]
    public async Task Half_surrogate_pairs_are_replaced_and_counted()
    {
        string json = """[{"instruction": "a\ud800b", "output": "\udc00\ud83d\ude00\ud83d", "generator": "g\u0000\/\""}]""";
        OutputRow expected = new() { Instruction = "a\uFFFDb", Output = "\uFFFD\U0001F600\uFFFD", Generator = "g\0/\"", ReplacedSurrogates = 3 };
        Assert.Equal(expected, Assert.Single(await Read(_folder.Write("o.json", json))));
    }

    [Theory]
    [InlineData("instruction")]
    [InlineData("output")]
    [InlineData("generator")]
    public async Task A_missing_field_is_named_with_file_and_row(string field)
    {
        string path = _folder.Write("o.json", $"[{Row}, {Row.Replace($"\"{field}\": \"", "\"x\": \"", StringComparison.Ordinal)}]");
        Assert.Equal($"{path}, row 2: the field \"{field}\" is missing; every row needs instruction, output and generator.", await ErrorOf(path));
    }

    [Theory]
    [InlineData("output", "null", "is null; it must be a string.")]
    [InlineData("output", "7", "is a number; it must be a string.")]
    [InlineData("instruction", "[\"i\"]", "is an array; it must be a string.")]
    [InlineData("dataset", "{}", "is an object; it must be a string.")]
    public async Task A_value_of_another_type_is_named_with_file_row_and_field(string field, string value, string expected)
    {
        string path = _folder.Write("o.json", $$"""[{"instruction": "i", "output": "o", "generator": "g", "{{field}}": {{value}}}]""");
        Assert.Equal($"{path}, row 1: the field \"{field}\" {expected}", await ErrorOf(path));
    }

    [Theory]
    [InlineData("o.json", "", "is empty; an array of outputs was expected, [] for none.")]
    [InlineData("o.json", "{}", "holds an object where an array of outputs was expected; name it .jsonl if it is JSON Lines, or put [ and ] around the rows.")]
    [InlineData("o.json", "5", "is no array of outputs; it must begin with [.")]
    [InlineData("o.json", "[5]", ", row 1 (line 1) is no object; every element of the array must be one.")]
    [InlineData("o.json", "[" + Row + "] x", "goes on after the end of its array, at line 1; keep one array in a file.")]
    [InlineData("o.json", "[" + Row + "\n" + Row + "]", "is not JSON: at line 2, after row 1, a comma or ] is missing; correct it.")]
    [InlineData("o.json", "[\n{\"a\": tru}]", "is not JSON: line 2 (row 1) cannot be read; correct it or write the file again.")]
    [InlineData("o.json", "[{\"a\": NaN}]", ", row 1: a field in line 1 is NaN, which Python writes but JSON does not have; write null instead.")]
    [InlineData("o.jsonl", Row + "\n[]", ", line 2 (row 2) is no object; every line of JSON Lines must be one.")]
    public async Task What_is_not_an_array_of_objects_is_said_to_be_what_it_is(string name, string text, string expected)
    {
        string path = _folder.Write(name, text);
        string error = await ErrorOf(path);
        Assert.Equal(path + (expected[0] == ',' ? "" : " ") + expected, error);
    }

    [Fact]
    public async Task Every_cut_of_an_array_is_an_error_and_no_shorter_file()
    {
        string whole = "[" + Row + ",\n" + Row + "]";
        for (int length = 1; length < whole.Length; length++)
        {
            Assert.Contains("ends in the middle of its JSON", await ErrorOf(_folder.Write("o.json", whole[..length])), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Invalid_utf8_is_named_with_its_row_and_field()
    {
        string path = _folder.Write("o.json", Encoding.Latin1.GetBytes("[{\"instruction\": \"caf\u00e9\"}]"));
        Assert.Equal($"{path}, row 1: the field \"instruction\" is not valid UTF-8; save the file in UTF-8.", await ErrorOf(path));
    }

    [Fact]
    public async Task A_missing_file_is_named() =>
        Assert.Equal($"{_folder.PathOf("no.json")} does not exist; check the path.", await ErrorOf(_folder.PathOf("no.json")));

    [Fact]
    public async Task Instructions_are_read_from_a_file_of_outputs()
    {
        string path = _folder.Write("i.json", "[" + Row + """, {"instruction": "j"}]""");
        Assert.Equal(
            [new InstructionRow { Instruction = "i", Dataset = "d" }, new InstructionRow { Instruction = "j" }],
            await InstructionFile.ReadAsync(path, default).ToListAsync());
    }

    [Fact]
    public async Task A_row_without_instruction_is_named()
    {
        string path = _folder.Write("i.jsonl", "{}");
        InputException error = await Assert.ThrowsAsync<InputException>(async () => await InstructionFile.ReadAsync(path, default).ToListAsync());
        Assert.Equal($"{path}, row 1: the field \"instruction\" is missing; every row needs one.", error.Message);
    }

    [SharedDataFact("alpaca_eval")]
    public async Task Recorded_outputs_are_read_whole()
    {
        (string Model, int Count)[] expected =
        [
            ("gpt4_1106_preview", 805), ("gpt4_1106_preview_verbose", 805), ("gpt4_1106_preview_concise", 805), ("claude-2", 805), ("gemma-7b-it", 805),
            ("gpt35_turbo_instruct", 804), ("alpaca-7b_concise", 804), ("alpaca-7b_verbose", 802),
        ];
        foreach ((string model, int count) in expected)
        {
            List<OutputRow> rows = await Read(SharedData.Data("alpaca_eval", "model_outputs", model, "model_outputs.json.gz"));
            Assert.Equal(count, rows.Count);
            Assert.Single(rows.Select(row => row.Generator).Distinct());
        }
    }

    private static async Task<List<OutputRow>> Read(string path) => await OutputFile.ReadAsync(path, default).ToListAsync();

    private static async Task<string> ErrorOf(string path) => (await Assert.ThrowsAsync<InputException>(() => Read(path))).Message;
}
