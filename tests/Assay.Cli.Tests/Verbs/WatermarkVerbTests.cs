using System.Text.Json;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Verbs;

public sealed class WatermarkVerbTests
{
    [Fact]
    public async Task A_marked_text_is_found_with_its_key_and_not_with_another()
    {
        using TestFolder folder = new();
        string marked = await Marked(folder);
        Assert.Equal(0.01, await PValue(folder, marked, "--key", "7"), 1e-12);
        Assert.True(await PValue(folder, marked, "--key", "8") > 0.05);
    }

    [Fact]
    public async Task One_key_and_seed_always_give_one_text()
    {
        using TestFolder folder = new();
        Assert.Equal(await File.ReadAllTextAsync(await Marked(folder)), await File.ReadAllTextAsync(await Marked(folder)));
    }

    [Fact]
    public async Task The_finding_is_said_in_words_and_the_key_is_not()
    {
        using TestFolder folder = new();
        string marked = await Marked(folder);
        CommandRun run = await CommandRun.Of(
            "watermark", "detect", marked, "--model", folder.File("model.bin"), "--key", "7", "--resamples", "99", "--edit", "--block", "10");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("p = 0.01\nexponential minimum, key length 256, edit alignment, gap 0 of blocks of 10; 60 tokens", run.Out, StringComparison.Ordinal);
        CommandRun json = await CommandRun.Of(
            "watermark", "detect", marked, "--model", folder.File("model.bin"), "--key", "123456789", "--resamples", "9", "--format", "json");
        Assert.DoesNotContain("123456789", json.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--block 500 is longer than", "--block", "500")]
    [InlineData("--gap is the price of --edit", "--gap", "1")]
    [InlineData("--key takes a whole number from 0 to 4294967295", "--key", "-1")]
    [InlineData("--resamples takes a whole number of at least 1", "--resamples", "0")]
    public async Task Wrong_options_are_one_sentence(string expected, params string[] options)
    {
        using TestFolder folder = new();
        CommandRun run = await CommandRun.Of(["watermark", "detect", await Marked(folder), "--model", folder.File("model.bin"), .. options]);
        Assert.Equal((ExitCode.UsageOrInput, ""), (run.ExitCode, run.Out));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    private static async Task<string> Marked(TestFolder folder)
    {
        string[] words = [.. Enumerable.Range(0, 30).Select(static i => $"word{i}")];
        string corpus = folder.Write("corpus.txt", string.Join(' ', Enumerable.Range(0, 3000).Select(i => words[(i * i + i / 7) % 30])));
        string model = folder.File("model.bin"), marked = folder.File("marked.txt");
        await CommandRun.Of("lm", "train", corpus, "--order", "1", "--output", model, "--quiet");
        CommandRun run = await CommandRun.Of("watermark", "generate", model, "--key", "7", "--tokens", "60", "--output", marked);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        return marked;
    }

    private static async Task<double> PValue(TestFolder folder, string text, params string[] key)
    {
        CommandRun run = await CommandRun.Of(["watermark", "detect", text, "--model", folder.File("model.bin"), "--resamples", "99", "--format", "json", .. key]);
        return JsonDocument.Parse(run.Out).RootElement.GetProperty("p_value").GetDouble();
    }
}
