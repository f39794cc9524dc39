using System.Text;
using Assay.Core.Errors;
using Assay.Core.Preferences;
using Assay.Storage.Annotations;

namespace Assay.Storage.Tests.Annotations;

public class AnnotationFileErrorTests
{
    [Theory]
    [InlineData("instruction")]
    [InlineData("output_1")]
    [InlineData("output_2")]
    [InlineData("generator_1")]
    [InlineData("generator_2")]
    [InlineData("preference")]
    public void A_missing_field_is_named_with_its_row(string field)
    {
        string error = ReadRows.ErrorOf($"[{ReadRows.Row()}, {ReadRows.Row().Replace(field, "other", StringComparison.Ordinal)}]");
        Assert.StartsWith($"annotations.json, row 2: the field \"{field}\" is missing; ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("instruction", "5", "a number; it must be a string.")]
    [InlineData("output_1", "null", "null; it must be a string.")]
    [InlineData("output_2", "[\"x\"]", "an array; it must be a string.")]
    [InlineData("generator_1", "{}", "an object; it must be a string.")]
    [InlineData("generator_2", "true", "a boolean; it must be a string.")]
    [InlineData("preference", "\"1.5\"", "a string; it must be a number from 1 to 2 or null.")]
    [InlineData("preference", "false", "a boolean; it must be a number from 1 to 2 or null.")]
    [InlineData("dataset", "1", "a number; it must be a string or null.")]
    [InlineData("annotator", "[]", "an array; it must be a string or null.")]
    public void A_value_of_another_type_is_named_with_its_row_and_field(string field, string value, string expected) =>
        Assert.Equal(
            $"annotations.json, row 1: the field \"{field}\" is {expected}",
            ReadRows.ErrorOf($"[{{\"{field}\": {value}}}]"));

    [Theory]
    [InlineData("0.5")]
    [InlineData("2.0001")]
    [InlineData("-1")]
    [InlineData("1e999")]
    public void A_preference_out_of_range_is_quoted(string value) =>
        Assert.StartsWith(
            $"annotations.json, row 1: the field \"preference\" is {value}; it must lie between 1",
            ReadRows.ErrorOf($"[{ReadRows.Row(preference: value)}]"), StringComparison.Ordinal);

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    public void Numbers_only_Python_writes_are_named_with_what_to_write_instead(string value) =>
        Assert.Equal(
            $"annotations.json, row 1: the field \"preference\" in line 2 is {value}, which Python writes but JSON does not have; write null instead.",
            ReadRows.ErrorOf($"[\n{ReadRows.Row(preference: value)}]"));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Numbers_only_Python_writes_are_found_across_the_window(int windowSize)
    {
        byte[] bytes = Encoding.UTF8.GetBytes($"[{ReadRows.Row(preference: "-Infinity")}]");
        InputException error = Assert.Throws<InputException>(() => ReadRows.From(bytes, windowSize: windowSize));
        Assert.Contains("\"preference\" in line 1 is -Infinity", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Python_numbers_in_fields_that_are_not_read_are_errors_too() =>
        Assert.Contains("row 1: a field in line 1 is NaN", ReadRows.ErrorOf("""[{"price_per_example": NaN}]"""), StringComparison.Ordinal);

    [Theory]
    [InlineData("hello", "annotations.json is not JSON: line 1 cannot be read; ")]
    [InlineData("[\n\n'a']", "annotations.json is not JSON: line 3 cannot be read; ")]
    [InlineData("[\n{\"a\": 1},\n]", "annotations.json, row 1: the field \"instruction\" is missing; ")]
    [InlineData("[{\"a\": 1\n\"b\": 2}]", "annotations.json is not JSON: line 2 (row 1) cannot be read; ")]
    [InlineData("[{\"a\": \"\\x\"}]", "annotations.json is not JSON: line 1 (row 1) cannot be read; ")]
    [InlineData("[{\"a\": \"tab\there\"}]", "annotations.json is not JSON: line 1 (row 1) cannot be read; ")]
    public void What_is_not_json_is_named_with_its_line(string text, string expected) =>
        Assert.StartsWith(expected, ReadRows.ErrorOf(text), StringComparison.Ordinal);

    [Fact]
    public void Every_cut_of_an_array_is_an_error_that_says_so()
    {
        string whole = $"[{ReadRows.Row()},\n{ReadRows.Row(dataset: "null")}]";
        for (int length = 1; length < whole.Length; length++)
        {
            Assert.StartsWith("annotations.json ends in the middle of its JSON, at line ", ReadRows.ErrorOf(whole[..length]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_cut_last_line_of_json_lines_is_an_error() =>
        Assert.StartsWith(
            "a.jsonl ends in the middle of its JSON, at line 2 (row 2)",
            ReadRows.ErrorOf($"{ReadRows.Row()}\n{ReadRows.Row()[..^1]}", "a.jsonl"), StringComparison.Ordinal);

    [Fact]
    public void Every_cut_of_a_gzip_file_is_an_error_that_names_it()
    {
        byte[] whole = TemporaryFolder.Gzip($"[{ReadRows.Row()}, {ReadRows.Row()}]");
        for (int length = 2; length < whole.Length; length++)
        {
            Assert.Equal("a.json.gz is gzip that is damaged or cut short; copy or compress it again.", ReadRows.ErrorOf(whole[..length], "a.json.gz"));
        }
    }

    [Fact]
    public void A_damaged_gzip_file_is_an_error_that_names_it()
    {
        byte[] bytes = TemporaryFolder.Gzip($"[{ReadRows.Row()}]");
        bytes[^6] ^= 0xFF;
        Assert.Equal("a.json is gzip that is damaged or cut short; copy or compress it again.", ReadRows.ErrorOf(bytes, "a.json"));
    }

    [Theory]
    [InlineData("", "annotations.json is empty; an array of annotations was expected, [] for none.")]
    [InlineData("  \n", "annotations.json is empty; an array of annotations was expected, [] for none.")]
    [InlineData("{\"a\": [{}]}", "annotations.json holds a single object; write the rows as an array, with [ and ] around them.")]
    [InlineData("{}\n{}", "annotations.json holds several JSON values one after another; name it .jsonl if it is JSON Lines, or write the rows as one array.")]
    [InlineData("5", "annotations.json holds a number where an array of annotations was expected.")]
    [InlineData("null", "annotations.json holds null where an array of annotations was expected.")]
    [InlineData("[] []", "annotations.json goes on after the end of its array; keep one array in a file.")]
    [InlineData("[] 1", "annotations.json goes on after the end of its array; keep one array in a file.")]
    [InlineData("[1]", "annotations.json, row 1 is a number; every element of the array must be an object.")]
    [InlineData("[[]]", "annotations.json, row 1 is an array; every element of the array must be an object.")]
    public void What_is_not_an_array_of_objects_is_said_to_be_what_it_is(string text, string expected) => Assert.Equal(expected, ReadRows.ErrorOf(text));

    [Theory]
    [InlineData("\"text\"", "a string")]
    [InlineData("[1]", "an array")]
    [InlineData("null", "null")]
    public void A_line_that_is_not_an_object_is_named_with_its_row(string line, string what) =>
        Assert.Equal(
            $"a.jsonl, row 2 is {what}; every line of JSON Lines must be an object.", ReadRows.ErrorOf($"{ReadRows.Row()}\n{line}\n", "a.jsonl"));

    [Fact]
    public void A_first_line_that_is_not_an_object_is_named_with_its_row() =>
        Assert.Equal("a.jsonl, row 1 is a number; every line of JSON Lines must be an object.", ReadRows.ErrorOf("5", "a.jsonl"));

    [Theory]
    [InlineData("instruction")]
    [InlineData("output_1")]
    [InlineData("output_2")]
    [InlineData("generator_2")]
    [InlineData("annotator")]
    public void Invalid_utf8_is_named_with_its_row_and_field(string field)
    {
        byte[] bytes = Encoding.Latin1.GetBytes($"[{ReadRows.Row()}, {{\"{field}\": \"caf\u00e9\\n\"}}]");
        Assert.Equal($"annotations.json, row 2: the field \"{field}\" is not valid UTF-8; save the file in UTF-8.", ReadRows.ErrorOf(bytes));
    }

    [Fact]
    public void Utf16_is_recognised() =>
        Assert.Equal(
            "annotations.json is in UTF-16; save it in UTF-8.",
            ReadRows.ErrorOf([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes($"[{ReadRows.Row()}]")]));

    [Fact]
    public void A_missing_file_is_named()
    {
        using TemporaryFolder folder = new();
        Assert.Equal($"{folder.PathOf("no.json")} does not exist; check the path.", ErrorOfPath(folder.PathOf("no.json")));
    }

    [Fact]
    public void A_file_in_a_missing_folder_is_named()
    {
        using TemporaryFolder folder = new();
        Assert.Equal($"{folder.PathOf("no", "a.json")} does not exist; check the path.", ErrorOfPath(folder.PathOf("no", "a.json")));
    }

    [Fact]
    public void A_folder_is_not_a_file()
    {
        using TemporaryFolder folder = new();
        Assert.Equal($"{folder.Path} is a folder where a file was expected; name a file in it.", ErrorOfPath(folder.Path));
    }

    [UnprivilegedUnixFact]
    public void A_file_that_may_not_be_read_is_named()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("a.json", "[]");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.None);
        Assert.StartsWith($"{path} may not be read by this user; ", ErrorOfPath(path), StringComparison.Ordinal);
    }

    // The first page of a process's memory is never mapped: the system lets the file be opened and refuses to read it.
    [UnixFact("/proc/self/mem")]
    public void A_file_that_breaks_off_while_it_is_read_is_named() =>
        Assert.StartsWith("/proc/self/mem could not be read: ", ErrorOfPath("/proc/self/mem"), StringComparison.Ordinal);

    private static string ErrorOfPath(string path) =>
        Assert.Throws<InputException>(() => new AnnotationFileReader(new AnnotationVocabulary()).Read(path, CancellationToken.None)).Message;
}
