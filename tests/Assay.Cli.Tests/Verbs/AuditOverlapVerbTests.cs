using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Verbs;

public sealed class AuditOverlapVerbTests
{
    private const string Seen = "The quick brown fox jumps over the lazy dog and runs far away from here tonight.";
    private const string Unseen = "Nobody has ever written this sentence about thirteen or more green umbrellas in a desert.";

    [Fact]
    public async Task The_example_of_the_page_gives_what_the_page_says()
    {
        using TestFolder folder = new();
        string test = folder.Write("test.txt", $"{Seen}\n{Unseen}\n");
        string corpus = Directory.CreateDirectory(folder.File("corpus")).FullName, page = folder.File("corpus/page.txt");
        await File.WriteAllTextAsync(page, "It is said that THE QUICK BROWN FOX jumps over the lazy dog, and runs far away from here tonight!\n");
        CommandRun run = await CommandRun.Of("audit", "overlap", test, "--corpus", corpus, "--format", "csv");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        string expected = $"""
            item,outcome,words,n_ngrams,n_ngrams_found,found,similarity,file,row,offset
            1,exact,16,4,4,100,,{page},,16
            2,not_found,15,3,0,0,,,,

            """;
        Assert.Equal(expected, run.Out);
    }

    [Fact]
    public async Task Rows_of_JSON_Lines_are_found_by_row_and_byte_in_gzip_too_and_rows_without_text_are_counted()
    {
        using TestFolder folder = new();
        string test = folder.Write("test.txt", Seen), first = "{\"text\": \"nothing\"}\n{\"id\": 1}\nno JSON\n";
        await using (GZipStream gzip = new(File.Create(folder.File("corpus.jsonl.gz")), CompressionLevel.Fastest))
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(first + "{\"contents\": \"\\u00e9 " + Seen.Replace(" ", "\\n", StringComparison.Ordinal) + "\"}\n"));
        CommandRun run = await CommandRun.Of("audit", "overlap", test, "--corpus", folder.File("corpus.jsonl.gz"), "--format", "json");
        JsonElement report = JsonDocument.Parse(run.Out).RootElement, place = report.GetProperty("items")[0].GetProperty("exact_places")[0];
        Assert.Equal((4, first.Length), (place.GetProperty("row").GetInt32(), place.GetProperty("offset").GetInt32()));
        Assert.Equal((2, 2), (report.GetProperty("n_documents").GetInt32(), report.GetProperty("n_skipped_rows").GetInt32()));
        Assert.Contains("passed over: 2", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_counts_outcomes_and_lists_what_was_found()
    {
        using TestFolder folder = new();
        string test = folder.Write("test.txt", $"{Seen}\n{Unseen}\nshort\n"), corpus = folder.Write("corpus.txt", Seen.Replace("tonight", "today", StringComparison.Ordinal));
        CommandRun run = await CommandRun.Of("audit", "overlap", test, "--corpus", corpus);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains("exact 0, near 1, partial 0, not found 1, too short 1, empty 0.", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("does not exist", "missing.txt")]
    [InlineData("holds no row with a text", "rows.jsonl")]
    [InlineData("holds no file", "folder")]
    [InlineData("--ngram takes a whole number from 1 to 1000", "test.txt", "--ngram", "0")]
    [InlineData("--similarity takes a number from 0.1 to 1", "test.txt", "--similarity", "0")]
    public async Task Bad_input_is_one_sentence(string expected, string corpus, params string[] options)
    {
        using TestFolder folder = new();
        string test = folder.Write("test.txt", Seen);
        folder.Write("rows.jsonl", "{\"id\": 1}\n");
        Directory.CreateDirectory(folder.File("folder"));
        CommandRun run = await CommandRun.Of(["audit", "overlap", test, "--corpus", folder.File(corpus), .. options]);
        Assert.Equal((ExitCode.UsageOrInput, ""), (run.ExitCode, run.Out));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }
}
