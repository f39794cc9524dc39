using System.Text.Json;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Verbs;

public sealed class LmVerbTests
{
    [Fact]
    public async Task A_model_is_trained_scores_and_samples()
    {
        using TestFolder folder = new();
        string corpus = folder.Write("corpus.jsonl", """{"text": "a b"}""" + "\n" + """{"text": "a b"}""" + "\n" + """{"contents": "a c"}""" + "\n");
        string model = folder.File("model.bin"), text = folder.Write("text.txt", "a b");
        CommandRun train = await CommandRun.Of("lm", "train", corpus, "--order", "2", "--output", model);
        Assert.Equal(new CommandRun(ExitCode.Done, "", $"note: 5 tokens, 10 n-grams of up to 2.\nwrote {model}\n"), train);

        CommandRun score = await CommandRun.Of("lm", "score", model, text, "--format", "json");
        JsonElement total = JsonDocument.Parse(score.Out).RootElement.GetProperty("total");
        // p(a | start) = (3 - 1.5) / 3 + 0.5 * 0.2, p(b | a) = 13/30: docs/ngram-model.md.
        Assert.Equal(Math.Log(0.6) + Math.Log(13.0 / 30), total.GetProperty("log_probability").GetDouble(), 1e-12);
        Assert.Equal((2, 3), (total.GetProperty("n_tokens").GetInt32(), total.GetProperty("n_bytes").GetInt32()));

        CommandRun sample = await CommandRun.Of("lm", "sample", model, "--prompt", "a", "--temperature", "0");
        Assert.Equal(new CommandRun(ExitCode.Done, " b\n", ""), sample);
    }

    [Fact]
    public async Task Perplexities_are_a_table_for_people()
    {
        using TestFolder folder = new();
        string text = folder.Write("text.txt", "to be or not to be\n"), model = folder.File("model.bin");
        await CommandRun.Of("lm", "train", text, "--unit", "characters", "--output", model, "--quiet");
        CommandRun run = await CommandRun.Of("lm", "score", model, text, text);
        string[] lines = run.Out.Split('\n');
        Assert.Contains("Perplexity  Bits per byte", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("all", lines[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("is no n-gram model, or a damaged one", "score", "{text}", "{text}")]
    [InlineData("holds no text to train on", "train", "{empty}", "--output", "{model}")]
    [InlineData("does not exist", "train", "{missing}", "--output", "{model}")]
    [InlineData("--order takes a whole number from 1 to 6", "train", "{text}", "--order", "7", "--output", "{model}")]
    [InlineData("is not valid UTF-8", "train", "{latin}", "--output", "{model}")]
    public async Task Bad_input_is_one_sentence(string expected, params string[] line)
    {
        using TestFolder folder = new();
        folder.Write("text", "some text");
        folder.Write("empty", "");
        await File.WriteAllBytesAsync(folder.File("latin"), [0x66, 0xFC, 0x72]);
        string[] args = ["lm", .. line.Select(word => word.StartsWith('{') ? folder.File(word[1..^1]) : word)];
        CommandRun run = await CommandRun.Of(args);
        Assert.Equal((ExitCode.UsageOrInput, ""), (run.ExitCode, run.Out));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("model")));
    }
}
