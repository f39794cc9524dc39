using System.Text.Json;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Verbs;

public sealed class AuditContaminationVerbTests
{
    [Fact]
    public async Task A_model_trained_on_the_set_in_its_order_is_found_and_another_is_not()
    {
        using TestFolder folder = new();
        string[] set = Examples(1, 60);
        string test = folder.Write("test.txt", string.Join('\n', set));
        string seen = await Train(folder, "seen", [.. Examples(2, 200), .. Enumerable.Repeat(set, 4).SelectMany(static copy => copy)]);
        string unseen = await Train(folder, "unseen", [.. Examples(2, 200), .. set.Order(StringComparer.Ordinal)]);
        JsonElement contaminated = await Audit(test, seen), clean = await Audit(test, unseen);
        Assert.Equal(0.01, contaminated.GetProperty("permutation_p_value").GetDouble(), 1e-12);
        Assert.InRange(contaminated.GetProperty("sharded_p_value").GetDouble(), 0, 0.001);
        Assert.InRange(clean.GetProperty("permutation_p_value").GetDouble(), 0.05, 1);
        Assert.Equal((60, 10), (clean.GetProperty("n_examples").GetInt32(), clean.GetProperty("shards").GetArrayLength()));
    }

    [Fact]
    public async Task A_sorted_set_is_warned_of()
    {
        using TestFolder folder = new();
        string model = await Train(folder, "model", Examples(2, 100));
        string test = folder.Write("sorted.txt", string.Join('\n', Examples(1, 60).Order(StringComparer.Ordinal)));
        CommandRun run = await CommandRun.Of("audit", "contamination", test, "--model", model);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains("The order is no random one: neighbours are closer in alphabetical order", run.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_are_read_by_their_field()
    {
        using TestFolder folder = new();
        string model = await Train(folder, "model", Examples(2, 100));
        string test = folder.Write("test.jsonl", string.Join('\n', Examples(1, 20).Select(static text => JsonSerializer.Serialize(new { question = text }))));
        CommandRun run = await CommandRun.Of("audit", "contamination", test, "--model", model, "--field", "question", "--shards", "2", "--format", "json");
        Assert.Equal(20, JsonDocument.Parse(run.Out).RootElement.GetProperty("n_examples").GetInt32());
    }

    [Theory]
    [InlineData("11 shards of 20 examples leave one with fewer than two", "test.txt", "--shards", "11")]
    [InlineData("row 1: the field \"question\" is missing", "rows.jsonl", "--field", "question")]
    [InlineData("row 2: the field \"text\" is empty", "rows.jsonl")]
    [InlineData("holds no example", "none.txt")]
    public async Task Bad_input_is_one_sentence(string expected, string file, params string[] options)
    {
        using TestFolder folder = new();
        string model = await Train(folder, "model", Examples(2, 50));
        folder.Write("test.txt", string.Join('\n', Examples(1, 20)));
        folder.Write("rows.jsonl", """{"text": "one"}""" + "\n" + """{"text": ""}""" + "\n");
        folder.Write("none.txt", "\n");
        CommandRun run = await CommandRun.Of(["audit", "contamination", folder.File(file), "--model", model, .. options]);
        Assert.Equal((ExitCode.UsageOrInput, ""), (run.ExitCode, run.Out));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_model_is_refused_with_the_kinds_that_can()
    {
        using TestFolder folder = new();
        string test = folder.Write("test.txt", string.Join('\n', Examples(1, 20)));
        string config = folder.Write("assay.yaml", """
            models:
              chat:
                endpoint: http://127.0.0.1:9/v1
                model: chat
            """);
        CommandRun run = await CommandRun.Of("audit", "contamination", test, "--model", "chat", "--config", config);
        Assert.StartsWith("assay: The model 'chat' takes chats, which cannot score a given text; give it kind: completions", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.UsageOrInput, run.ExitCode);
    }

    private static async Task<JsonElement> Audit(string test, string model)
    {
        CommandRun run = await CommandRun.Of("audit", "contamination", test, "--model", model, "--format", "json");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        return JsonDocument.Parse(run.Out).RootElement;
    }

    private static async Task<string> Train(TestFolder folder, string name, IEnumerable<string> lines)
    {
        string corpus = folder.Write(name + ".txt", string.Join('\n', lines)), model = folder.File(name + ".bin");
        Assert.Equal(ExitCode.Done, (await CommandRun.Of("lm", "train", corpus, "--output", model, "--quiet")).ExitCode);
        return model;
    }

    // Questions of a few words each; a linear congruence stands in for chance.
    private static string[] Examples(int seed, int count)
    {
        string[] words = ["what", "river", "runs", "through", "which", "city", "and", "how", "many", "people", "live", "there", "now", "since", "when"];
        uint state = (uint)seed * 2654435761;
        uint Next(uint below) => (state = state * 1664525 + 1013904223) / 65536 % below;
        return [.. Enumerable.Range(0, count).Select(_ => string.Join(' ', Enumerable.Range(0, 5 + (int)Next(4)).Select(_ => words[Next(15)])) + "?")];
    }
}
