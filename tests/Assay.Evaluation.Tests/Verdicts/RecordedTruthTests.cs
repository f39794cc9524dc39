using System.IO.Compression;
using System.Text.Json;
using Assay.Core.Judging;
using Assay.Core.Outputs;
using Assay.Core.Responses;
using Assay.Evaluation.Runs;
using Assay.TestSupport;
using Microsoft.Extensions.AI;

namespace Assay.Evaluation.Tests.Verdicts;

public sealed class RecordedTruthTests
{
    private const string Folder = "alpaca_eval";

    [SharedDataFact(Folder)]
    public async Task Recorded_answers_give_back_all_recorded_preferences_through_a_whole_run()
    {
        Dictionary<string, bool> isSwitched = ReadOrders();
        int recovered = 0, ties = 0;
        foreach (string model in (string[])["gemma-7b-it", "gpt35_turbo_instruct", "claude-2", "alpaca-7b_verbose"])
        {
            List<Recorded> rows = ReadRows(model);
            Dictionary<ItemId, Recorded> byItem = rows.ToDictionary(row => row.Pair.Id);
            int calls = 0;
            foreach (bool switched in (bool[])[false, true])
            {
                MemoryRunLog log = new();
                Dictionary<string, Recorded> byPrompt = rows.Where(row => row.Answer is not null).ToDictionary(row => Prompt(row, switched),
                    StringComparer.Ordinal);
                using ScriptedChatClient judge = new((call, _) => Task.FromResult(byPrompt[call.Prompt].Answer!));
                // Read with the order that was shown: the fixed order shows the baseline first, so where the order was switched the two change places.
                IEnumerable<PairToJudge> shown = rows.Where(row => isSwitched[row.Pair.Instruction] == switched)
                    .Select(row => switched ? Swapped(row.Pair) : row.Pair);
                JudgeRun run = new(Samples.Options(Verbatim) with { Orders = OrderPolicy.Fixed }, new Dictionary<string, IChatClient> { ["judge"] = judge },
                    log, TimeProvider.System);
                await run.RunAsync(shown.ToAsyncEnumerable());
                calls += judge.Asked.Count;
                await foreach (JudgedItem item in log.ReadItemsAsync(default))
                {
                    Recorded row = byItem[(switched ? Swapped(item.Pair) : item.Pair).Id];
                    double preference = switched ? 1 - item.Preference!.Value : item.Preference!.Value;
                    Assert.Equal(row.Preference, 1 + preference, 1e-9);
                    if (row.Answer is null) ties++;
                    else recovered++;
                }
            }
            Assert.Equal(rows.Count(row => row.Answer is not null), calls);
        }
        Assert.Equal((3210, 6), (recovered, ties));
    }

    private static ModelJudge Verbatim { get; } = Samples.SoftJudge with
    {
        Prompt = new PromptTemplate([new PromptMessage("user", "{instruction}\u0001{output_1}\u0001{output_2}")], IsFenced: false),
    };

    private static string Prompt(Recorded row, bool switched) => switched
        ? $"{row.Pair.Instruction}\u0001{row.Pair.Candidate.Output}\u0001{row.Pair.Baseline.Output}"
        : $"{row.Pair.Instruction}\u0001{row.Pair.Baseline.Output}\u0001{row.Pair.Candidate.Output}";

    private static PairToJudge Swapped(PairToJudge pair) => new(pair.Candidate, pair.Baseline);

    private static Dictionary<string, bool> ReadOrders()
    {
        // The instruction may hold quotes, commas and line breaks; the number before it and the word after it may not.
        string text = System.IO.File.ReadAllText(SharedData.Data(Folder, "presentation_order.csv"));
        Dictionary<string, bool> orders = new(StringComparer.Ordinal);
        int at = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        while (at < text.Length)
        {
            at = text.IndexOf(',', at) + 1;
            string instruction = ReadField(text, ref at);
            int end = text.IndexOf('\n', at) is var found && found < 0 ? text.Length : found;
            orders.Add(instruction, bool.Parse(text[(at + 1)..end].Trim()));
            at = end + 1;
        }
        return orders;
    }

    private static string ReadField(string text, ref int at)
    {
        int start = at;
        if (text[at] != '"')
        {
            at = text.IndexOf(',', at);
            return text[start..at];
        }
        for (at++; ; at++)
        {
            if (text[at] != '"') continue;
            if (text[at + 1] != '"') break;
            at++;
        }
        at++;
        return text[(start + 1)..(at - 1)].Replace("\"\"", "\"", StringComparison.Ordinal);
    }

    private static List<Recorded> ReadRows(string model)
    {
        using FileStream file = System.IO.File.OpenRead(SharedData.Data(Folder, "annotations", model, "annotations.json.gz"));
        using GZipStream unpacked = new(file, CompressionMode.Decompress);
        using JsonDocument document = JsonDocument.Parse(unpacked);
        return [.. document.RootElement.EnumerateArray().Select(ReadRow)];
    }

    private static Recorded ReadRow(JsonElement row)
    {
        string Text(string name) => row.GetProperty(name).GetString()!;
        PairToJudge pair = new(
            new OutputRow { Instruction = Text("instruction"), Output = Text("output_1"), Generator = Text("generator_1") },
            new OutputRow { Instruction = Text("instruction"), Output = Text("output_2"), Generator = Text("generator_2") });
        JsonElement raw = row.GetProperty("raw_completion");
        return new Recorded(pair, row.GetProperty("preference").GetDouble(), raw.ValueKind == JsonValueKind.Null ? null : ReadAnswer(raw));
    }

    private static ChatResponse ReadAnswer(JsonElement raw) => new(new ChatMessage(ChatRole.Assistant, raw.GetProperty("text").GetString()))
    {
        FinishReason = new ChatFinishReason(raw.GetProperty("finish_reason").GetString()!),
        AdditionalProperties = new AdditionalPropertiesDictionary
        {
            [TokenLogProbabilities.PropertyName] =
                new TokenLogProbabilities([.. raw.GetProperty("logprobs").GetProperty("content").EnumerateArray().Select(ReadToken)]),
        },
    };

    private static TokenLogProbability ReadToken(JsonElement token)
    {
        IEnumerable<TokenAlternative> top = token.GetProperty("top_logprobs").EnumerateArray()
            .Select(static other => new TokenAlternative(other.GetProperty("token").GetString()!, other.GetProperty("logprob").GetDouble()));
        return new TokenLogProbability(token.GetProperty("token").GetString()!, token.GetProperty("logprob").GetDouble(), [.. top]);
    }

    private sealed record Recorded(PairToJudge Pair, double Preference, ChatResponse? Answer);
}
