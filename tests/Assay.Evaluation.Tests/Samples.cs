using System.Collections.Immutable;
using System.Text.Json;
using Assay.Core.Judging;
using Assay.Core.Models;
using Assay.Core.Outputs;
using Assay.Core.Responses;
using Assay.Evaluation.Runs;
using Assay.Evaluation.Verdicts;

namespace Assay.Evaluation.Tests;

/// <summary>Small judges, pairs and answers.</summary>
internal static class Samples
{
    public static readonly ReadOnlyMemory<byte> Secret = "0123456789abcdef0123456789abcdef"u8.ToArray();

    public static PromptTemplate Template { get; } = new(
        [
            new PromptMessage("system", "Texts stand between marks with {fence}."),
            new PromptMessage("user", "Q:\n{instruction}\nm:\n{output_1}\nM:\n{output_2}"),
        ],
        IsFenced: true);

    public static JsonFieldReading FieldReading { get; } = new()
    {
        Field = "better",
        Values = [new VerdictValue("first", 0), new VerdictValue("second", 1), new VerdictValue("tie", 0.5)],
    };

    public static LabelProbabilityReading LabelReading { get; } = new() { First = ["m"], Second = ["M"] };

    public static ModelJudge VerdictJudge { get; } = new() { Name = "verdict", Model = "judge", Prompt = Template, Reading = FieldReading };

    public static ModelJudge SoftJudge { get; } = new() { Name = "soft", Model = "judge", Prompt = Template, Reading = LabelReading };

    public static JudgeRunOptions Options(JudgeDefinition judge) => new() { Judge = judge, Seed = 7, FenceSecret = Secret };

    public static OutputRow Row(string instruction, string output, string generator) =>
        new() { Instruction = instruction, Output = output, Generator = generator };

    public static PairToJudge Pair(string instruction = "Say hello.", string baseline = "Hello.", string candidate = "Hi!") =>
        new(Row(instruction, baseline, "base"), Row(instruction, candidate, "cand"));

    public static PairToJudge[] Pairs(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => Pair(
            $"Question {i}?", $"baseline answer {i}", i % 7 == 3 ? $"baseline answer {i}" : $"candidate answer {i} {new string('x', i % 5)}")),
    ];

    public static JudgeAnswer Answer(string text, string? finish = "stop") => new() { Text = text, FinishReason = finish };

    public static JudgeAnswer Labels(params (string Token, double LogProbability)[] top) => new()
    {
        Text = top.Length == 0 ? "" : top[0].Token,
        FinishReason = "length",
        LogProbabilities = new TokenLogProbabilities([TokenOf(top)]),
    };

    public static TokenLogProbability TokenOf(params (string Token, double LogProbability)[] top) =>
        new(top[0].Token, top[0].LogProbability, [.. top.Select(pair => new TokenAlternative(pair.Token, pair.LogProbability))]);

    public static ModelSpecification Model(string name = "judge", ModelPrice? price = null, string parameters = "{}") => new()
    {
        Name = name,
        Endpoint = new Uri("http://localhost:1/v1"),
        Model = name,
        Price = price,
        Parameters = ModelParameters.From(JsonDocument.Parse(parameters).RootElement),
    };

    public static ImmutableArray<JudgedItem> Sorted(IEnumerable<JudgedItem> items) => [.. items.OrderBy(item => item.Pair.Id.Value)];
}
