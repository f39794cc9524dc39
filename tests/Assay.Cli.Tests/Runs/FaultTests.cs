using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Assay.Cli.Tests.Support;
using Assay.TestServer;

namespace Assay.Cli.Tests.Runs;

/// <summary>One run of 5,000 items without a fault, and two of the same with a fault in every fifth call.</summary>
public sealed partial class FaultTests : IClassFixture<FaultTests.ThreeRuns>
{
    private readonly ThreeRuns _runs;

    public FaultTests(ThreeRuns runs) => _runs = runs;

    [GeneratedRegex(@"instruction (\d+):")]
    private static partial Regex Instruction { get; }

    [Fact]
    public void Faults_on_the_way_change_no_byte_of_the_annotations() => Assert.Equal(_runs.Calm, _runs.OnTheWay);

    [Fact]
    public void Every_item_ends_in_the_right_outcome_whatever_the_answers()
    {
        Dictionary<int, double?> calm = Preferences(_runs.Calm);
        Dictionary<int, double?> faulty = Preferences(_runs.InAnswers);
        Assert.Equal(ThreeRuns.Items, faulty.Count);
        Assert.NotEmpty(_runs.Filtered);
        Assert.All(faulty, item => Assert.Equal(_runs.Filtered.ContainsKey(item.Key) ? null : calm[item.Key], item.Value));
        Assert.All(Outcomes(_runs.InAnswers), item => Assert.Equal(_runs.Filtered.ContainsKey(item.Key), item.Value == "refused"));
    }

    [Fact]
    public void Every_kind_of_fault_was_there() => Assert.Equal(ThreeRuns.WayFaults.Concat(ThreeRuns.AnswerFaults).Order(), _runs.Seen.Keys.Order());

    private static Dictionary<int, double?> Preferences(byte[] annotations) => Rows(annotations, static row =>
        row.GetProperty("preference") is { ValueKind: JsonValueKind.Number } preference ? preference.GetDouble() : (double?)null);

    private static Dictionary<int, string?> Outcomes(byte[] annotations) => Rows(annotations, static row => row.GetProperty("outcome").GetString());

    private static Dictionary<int, T> Rows<T>(byte[] annotations, Func<JsonElement, T> read)
    {
        using JsonDocument document = JsonDocument.Parse(annotations);
        return document.RootElement.EnumerateArray().ToDictionary(static row => NumberIn(row.GetProperty("instruction").GetString()!), read);
    }

    private static int NumberIn(string text) => int.Parse(Instruction.Match(text).Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    public sealed class ThreeRuns : IAsyncLifetime
    {
        public const int Items = 5000;

        private const double Share = 0.2;
        private const int MostInARow = 2;
        private const int Hurry = 200;

        // No answer, or none that is whole: asked again as the same question.
        public static readonly Fault[] WayFaults =
        [
            Fault.TooManyRequests, Fault.TooManyRequestsRetryAfter, Fault.ServerError, Fault.Unavailable, Fault.Hang, Fault.Reset, Fault.BrokenOff,
            Fault.TruncatedJson, Fault.WrongJson, Fault.ErrorInside,
        ];

        // A whole answer that says nothing: another question, or the end.
        public static readonly Fault[] AnswerFaults = [Fault.EmptyContent, Fault.ContentFilter, Fault.MissingLogProbabilities, Fault.HugeAnswer];

        private FaultPlan _plan = FaultPlan.None;
        private ConcurrentDictionary<string, int> _calls = new();

        public byte[] Calm { get; private set; } = [];

        public byte[] OnTheWay { get; private set; } = [];

        public byte[] InAnswers { get; private set; } = [];

        /// <summary>Items of which an answer was withheld in the last run.</summary>
        public ConcurrentDictionary<int, bool> Filtered { get; } = new();

        public ConcurrentDictionary<Fault, bool> Seen { get; } = new();

        public async Task InitializeAsync()
        {
            // The server counts the calls of a prompt over all runs; the plans begin with each run.
            FaultPlan plan = new((prompt, _) => Noted(_plan.Decide(prompt, _calls.AddOrUpdate(prompt, 0, static (_, call) => call + 1)), prompt));
            await using RunScene scene = await RunScene.StartAsync(
                new ModelServerOptions { Faults = plan, KeepsCalls = false }, "    timeout_seconds: 60", new HurriedTime(Hurry));
            string[] judge = scene.WritePair(Items, "--order", "fixed", "--concurrency", "64", "--quiet");
            Calm = await RunAsync(scene, judge, "calm", FaultPlan.None);
            OnTheWay = await RunAsync(scene, judge, "on-the-way", FaultPlan.Share(Share, 3, MostInARow, WayFaults));
            InAnswers = await RunAsync(scene, judge, "in-answers", FaultPlan.Share(Share, 4, MostInARow, [.. WayFaults, .. AnswerFaults]));
        }

        public Task DisposeAsync() => Task.CompletedTask;

        // Each has a store of its own with the secret of the first, so that the prompts are the same.
        private async Task<byte[]> RunAsync(RunScene scene, string[] judge, string name, FaultPlan faults)
        {
            string store = scene.File($"store-{name}"), run = scene.File(name);
            if (name != "calm")
            {
                Directory.CreateDirectory(store);
                foreach (string file in new[] { "store.json", "fence.secret" }) File.Copy(Path.Combine(scene.File("store-calm"), file), Path.Combine(store, file));
            }
            (_plan, _calls) = (faults, new ConcurrentDictionary<string, int>());
            CommandRun ended = await scene.Run([.. judge[..7], "--run", run, "--store", store, .. judge[9..]]);
            Assert.True(ended.ExitCode == ExitCode.Done, ended.Error);
            return await File.ReadAllBytesAsync(Path.Combine(run, "annotations.json"));
        }

        private Fault Noted(Fault fault, string prompt)
        {
            // A megabyte each: a few are enough.
            if (fault == Fault.HugeAnswer && NumberIn(prompt) % 10 != 0) fault = Fault.EmptyContent;
            if (fault != Fault.None) Seen.TryAdd(fault, true);
            if (fault == Fault.ContentFilter) Filtered.TryAdd(NumberIn(prompt), true);
            return fault;
        }
    }
}
