using System.Text.Json;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Benchmarks;

/// <summary>A scenario of sums in a folder, with recorded completions: model <c>good</c> is right but every fifth time, <c>bad</c> every fifth time.</summary>
internal static class BenchScene
{
    public const string Scenario = """
        name: sums
        data: { file: sums.jsonl, id: id, input: question, references: answer }
        adapter: { kind: generation, question: "Q: {input}\nA:" }
        answer: { after: "answer is ", drop_final_stop: true }
        metrics: [exact_match]
        """;

    public static string WriteScenario(this TestFolder folder, string text = Scenario, int count = 30)
    {
        folder.Write("sums.jsonl", Lines(count, i => new { id = $"s{i}", question = $"{i} + {i}", answer = $"{2 * i}" }));
        folder.Write("good.jsonl", Lines(count, i => new { id = $"s{i}", completion = $"Adding up, the answer is {(i % 5 == 0 ? 0 : 2 * i)}." }));
        folder.Write("bad.jsonl", Lines(count, i => new { id = $"s{i}", completion = $"Adding up, the answer is {(i % 5 == 0 ? 2 * i : 0)}." }));
        return folder.Write("sums.yaml", text);
    }

    public static string Lines(int count, Func<int, object> row) => string.Concat(Enumerable.Range(1, count).Select(i => JsonSerializer.Serialize(row(i)) + "\n"));

    public static string Recorded(this TestFolder folder, string name) => $"recorded:{folder.File(name + ".jsonl")}";
}
