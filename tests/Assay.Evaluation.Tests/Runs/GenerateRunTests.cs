using Assay.Core.Models;
using Assay.Core.Outputs;
using Assay.Core.Runs;
using Assay.Evaluation.Runs;
using Assay.TestSupport;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.AI;

namespace Assay.Evaluation.Tests.Runs;

public sealed class GenerateRunTests
{
    private static readonly GenerateRunOptions Options = new() { Generator = "mine" };

    [Fact]
    public async Task Every_instruction_gets_an_output_under_the_models_name()
    {
        using ScriptedChatClient model = new(call => $"Answer to {call.Prompt}");
        (MemoryRunLog log, _) = await RunAsync(Options, model, "a", "b");
        List<OutputRow> rows = await GenerateRun.RowsOf(log.ReadOutputsAsync(default)).OrderBy(row => row.Instruction).ToListAsync();
        Assert.Equal([("a", "Answer to a", "mine"), ("b", "Answer to b", "mine")], rows.Select(row => (row.Instruction, row.Output, row.Generator)));
    }

    [Theory]
    [InlineData("stop", GenerationOutcome.Answered)]
    [InlineData("length", GenerationOutcome.Cut)]
    [InlineData("content_filter", GenerationOutcome.Refused)]
    public async Task The_finish_reason_decides_the_outcome(string finish, GenerationOutcome expected)
    {
        using ScriptedChatClient model = new((_,
            _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "text")) { FinishReason = new ChatFinishReason(finish) }));
        (MemoryRunLog log, _) = await RunAsync(Options, model, "a");
        GeneratedOutput output = Assert.Single(await log.ReadOutputsAsync(default).ToListAsync());
        Assert.Equal((expected, "text"), (output.Outcome, output.Output));
    }

    [Fact]
    public async Task An_output_that_failed_is_asked_for_again_and_the_others_are_not()
    {
        using ScriptedChatClient broken = new(call => call.Prompt == "b" ? throw new TimeoutException() : "fine");
        (MemoryRunLog log, _) = await RunAsync(Options, broken, "a", "b");
        using ScriptedChatClient whole = new(_ => "fine");
        RunProgress progress = await new GenerateRun(Options, whole, log, TimeProvider.System).RunAsync(Rows("a", "b"));
        Assert.Equal((1, 1, 1), (progress.Ended, progress.EndedBefore, whole.Asked.Count));
        Assert.Equal(2, await GenerateRun.RowsOf(log.ReadOutputsAsync(default)).CountAsync());
    }

    [Fact]
    public async Task An_instruction_given_twice_is_asked_once_and_skipped_once()
    {
        using ScriptedChatClient model = new(_ => "fine");
        (MemoryRunLog log, RunProgress progress) = await RunAsync(Options, model, "a", "a");
        Assert.Equal((1, 1, 1), (progress.Ended, progress.Skipped, model.Asked.Count));
        Assert.Single(await log.ReadSkippedAsync(default).ToListAsync());
    }

    [Fact]
    public async Task Repeats_are_answers_of_their_own()
    {
        using ScriptedChatClient model = new(call => $"{call.Repeat}");
        (MemoryRunLog log, _) = await RunAsync(Options with { Repeats = 3 }, model, "a");
        Assert.Equal("2", (await GenerateRun.RowsOf(log.ReadOutputsAsync(default), repeat: 2).SingleAsync()).Output);
    }

    [Fact]
    public async Task A_system_message_stands_before_the_instruction()
    {
        using ScriptedChatClient model = new(call => call.Prompt);
        (MemoryRunLog log, _) = await RunAsync(Options with { SystemMessage = "Be brief." }, model, "a");
        Assert.Equal("Be brief.\na", (await log.ReadOutputsAsync(default).SingleAsync()).Output);
    }

    [Fact]
    public async Task A_wrong_key_stops_the_run()
    {
        using ScriptedChatClient model = new(_ => throw new ModelCallException(ModelFailure.Unauthorized, "The key is wrong."));
        await Assert.ThrowsAsync<ModelCallException>(() => RunAsync(Options, model, "a", "b"));
    }

    [Fact]
    public void Any_kills_and_resumes_end_in_the_same_outputs_and_ask_nothing_twice() => Prop.ForAll(Gen.Choose(0, 30).ArrayOf().ToArbitrary(), async kills =>
    {
        string[] instructions = [.. Enumerable.Range(0, 12).Select(i => $"q{i}")];
        using ScriptedChatClient model = new(call => $"Answer to {call.Prompt}");
        MemoryRunLog log = new();
        foreach (int records in kills)
        {
            try
            {
                await new GenerateRun(Options, model, new StoppingRunLog(log, records), TimeProvider.System).RunAsync(Rows(instructions));
            }
            catch (ProcessKilledException)
            {
                // The next session goes on with what is in the log.
            }
        }
        await new GenerateRun(Options, model, log, TimeProvider.System).RunAsync(Rows(instructions));
        List<OutputRow> rows = await GenerateRun.RowsOf(log.ReadOutputsAsync(default)).ToListAsync();
        Assert.Equal(instructions.Order(StringComparer.Ordinal), rows.Select(row => row.Instruction).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal($"Answer to {row.Instruction}", row.Output));
        Assert.Equal(12, await log.ReadCallsAsync(default).CountAsync());
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    private static async Task<(MemoryRunLog Log, RunProgress Progress)> RunAsync(GenerateRunOptions options, IChatClient model, params string[] instructions)
    {
        MemoryRunLog log = new();
        return (log, await new GenerateRun(options, model, log, TimeProvider.System).RunAsync(Rows(instructions)));
    }

    private static IAsyncEnumerable<InstructionRow> Rows(params string[] instructions) =>
        instructions.Select(text => new InstructionRow { Instruction = text }).ToAsyncEnumerable();
}
