using System.Globalization;
using System.Text.Json;
using Assay.Core.Judging;
using Assay.Core.Models;
using Assay.Core.Outputs;
using Assay.Core.Responses;
using Assay.Core.Runs;

namespace Assay.Storage.Tests.Runs;

/// <summary>Records of runs to write and read again.</summary>
internal static class RunRecords
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static RunDescription Description { get; } = new()
    {
        Kind = RunKind.Judge,
        AssayVersion = "0.1.0",
        RuntimeVersion = "10.0.0",
        Began = Noon,
        Seed = ulong.MaxValue,
        Inputs = [new RunInput("candidate", "outputs.json", new string('a', 64), 805)],
        Models = [Model()],
        Judge = Judge("soft"),
        Repeats = 2,
        AskAgain = 1,
        Limit = 10,
        SampleSeed = 7,
    };

    public static ModelSpecification Model()
    {
        ModelSpecification model = new()
        {
            Name = "judge-model",
            Endpoint = new Uri("https://models.example/v1"),
            Model = "m-1",
            ApiKeyVariable = "EXAMPLE_KEY",
            Parameters = ModelParameters.Parse("""{"temperature": 0.1, "seed": 9007199254740993, "stop": ["a", null]}"""),
            Price = new ModelPrice(2.50m, 10m, 1.25m),
            Limits = new ModelLimits { RequestsPerMinute = 500, Concurrency = 8 },
            StripThinking = true,
            Timeout = TimeSpan.FromSeconds(90.5),
        };
        return model with { Headers = model.Headers.Add("X-Team", "a"), Query = model.Query.Add("api-version", "2024-10-21") };
    }

    public static ModelJudge Judge(string name, VerdictReading? reading = null) => new()
    {
        Name = name,
        Model = "judge-model",
        Orders = OrderPolicy.Random,
        Prompt = new PromptTemplate([new PromptMessage("system", "{fence}"), new PromptMessage("user", "{instruction}{output_1}{output_2}")], IsFenced: true),
        Reading = reading ?? new LabelProbabilityReading { First = ["k"], Second = ["K"], TokenIndex = 2, Top = 20, IsBinarized = true },
        Parameters = ModelParameters.Parse("""{"max_tokens": 1}"""),
    };

    public static PairToJudge Pair(string instruction, string output = "out") => new(
        new OutputRow { Instruction = instruction, Output = "base", Generator = "baseline", Dataset = "d", ReplacedSurrogates = 1 },
        new OutputRow { Instruction = instruction, Output = output, Generator = "model" });

    public static JudgedItem Item(string instruction, double? preference = 0.25, string output = "out") => new()
    {
        Pair = Pair(instruction, output),
        Annotator = "soft",
        Verdicts =
        [
            new Verdict
            {
                Judge = "soft",
                Order = PresentationOrder.CandidateFirst,
                Repeat = 0,
                Outcome = Outcome.Judged,
                Preference = 0.1,
                Asked = 1,
                Key = Call(instruction).Key,
                IsFlipped = true,
            },
            new Verdict { Judge = "soft", Order = PresentationOrder.BaselineFirst, Repeat = 0, Outcome = Outcome.Unparsed, Asked = 3, Reason = "No label." },
        ],
        Outcome = preference is null ? Outcome.Failed : preference == 0.5 ? Outcome.Tie : Outcome.Judged,
        Preference = preference,
        Reason = preference is null ? "The model gave no answer." : null,
        Notes = [ItemNote.ReplacedSurrogates, ItemNote.Unfenced],
    };

    public static ModelRequest Request(string instruction) => new()
    {
        Endpoint = "https://models.example/v1",
        Model = "m-1",
        Kind = ModelKind.Chat,
        Parameters = ModelParameters.Parse("""{"temperature": 0, "top_p": 0.30000000000000004}"""),
        Messages = [new PromptMessage("user", instruction)],
        ResponseFormat = new ResponseFormat("verdict", JsonDocument.Parse("""{"type":"object"}""").RootElement),
        LogProbabilities = new LogProbabilityRequest(5),
        Repeat = 1_000_000,
    };

    public static StoredResponse Response(ResponseKey key, string text = "answer") => new()
    {
        Key = key,
        Text = text,
        FinishReason = "stop",
        Refusal = "no",
        Reasoning = "hm",
        LogProbabilities = new TokenLogProbabilities(
        [
            new TokenLogProbability("k", -3.6330554e-07, [new TokenAlternative("k", -3.6330554e-07), new TokenAlternative("K", -14.83)]),
            new TokenLogProbability("\0", double.NegativeInfinity, []),
        ]),
        Usage = new TokenUsage(100, null, 1, 0),
        Cost = 0.000_123_4m,
        AnsweredBy = "m-1-2026",
        Latency = TimeSpan.FromTicks(12_345_678_901),
        Attempts = 2,
    };

    public static CallRecord Call(string instruction)
    {
        ModelRequest request = Request(instruction);
        ResponseKey key = ResponseKey.Of(request);
        return new CallRecord
        {
            At = Noon,
            Item = Pair(instruction).Id,
            Model = "judge-model",
            Request = request,
            Key = key,
            Response = Response(key),
            IsFromStore = true,
            Order = PresentationOrder.CandidateFirst,
        };
    }

    public static CallRecord FailedCall(string instruction) => Call(instruction) with
    {
        Response = null,
        Failure = new CallFailure(ModelFailure.RateLimited, "Too many requests.", 429, 4),
        IsFromStore = false,
        Order = null,
    };

    public static GeneratedOutput Output(string instruction, string? output = "text") => new()
    {
        Id = ItemId.Of("model", instruction, "0"),
        Instruction = new InstructionRow { Instruction = instruction, Dataset = "d", ReplacedSurrogates = 2 },
        Generator = "model",
        Repeat = 3,
        Output = output,
        Outcome = output is null ? GenerationOutcome.Failed : GenerationOutcome.Cut,
        Reason = "It was cut.",
        Key = Call(instruction).Key,
    };

    public static string Numbered(int number) => "Instruction " + number.ToString(CultureInfo.InvariantCulture);
}
