using System.Text;
using Assay.Core.Judging;
using Assay.Core.Runs;

namespace Assay.Storage.Tests.Runs;

/// <summary>What every <see cref="IRunLog"/> must do.</summary>
public abstract class RunLogContract
{
    protected abstract IRunLog Log { get; }

    [Fact]
    public async Task A_call_is_read_as_it_was_written()
    {
        await Log.AppendAsync(RunRecords.Call("i"), default);
        Assert.Equal(Shape.Of(RunRecords.Call("i")), Shape.Of(Assert.Single(await Log.ReadCallsAsync(default).ToListAsync())));
    }

    [Fact]
    public async Task A_failed_call_is_read_as_it_was_written()
    {
        await Log.AppendAsync(RunRecords.FailedCall("i"), default);
        Assert.Equal(Shape.Of(RunRecords.FailedCall("i")), Shape.Of(Assert.Single(await Log.ReadCallsAsync(default).ToListAsync())));
    }

    [Fact]
    public async Task A_judged_item_is_read_as_it_was_written()
    {
        await Log.AppendAsync(RunRecords.Item("i", 0.1 + 0.2), default);
        Assert.Equal(Shape.Of(RunRecords.Item("i", 0.1 + 0.2)), Shape.Of(Assert.Single(await Log.ReadItemsAsync(default).ToListAsync())));
    }

    [Fact]
    public async Task A_generated_output_is_read_as_it_was_written()
    {
        await Log.AppendAsync(RunRecords.Output("i"), default);
        Assert.Equal(Shape.Of(RunRecords.Output("i")), Shape.Of(Assert.Single(await Log.ReadOutputsAsync(default).ToListAsync())));
    }

    [Fact]
    public async Task A_log_without_records_reads_as_nothing()
    {
        Assert.Empty(await Log.ReadCallsAsync(default).ToListAsync());
        Assert.Empty(await Log.ReadItemsAsync(default).ToListAsync());
        Assert.Empty(await Log.ReadOutputsAsync(default).ToListAsync());
        Assert.Empty(await Log.ReadSkippedAsync(default).ToListAsync());
        Assert.Empty(await Log.ReadEndedAsync(default).ToListAsync());
    }

    [Fact]
    public async Task Records_come_in_the_order_in_which_they_were_appended()
    {
        for (int i = 0; i < 50; i++) await Log.AppendAsync(RunRecords.Item(RunRecords.Numbered(i)), default);
        Assert.Equal(Enumerable.Range(0, 50).Select(RunRecords.Numbered), await Log.ReadItemsAsync(default).Select(item =>
            item.Pair.Instruction).ToListAsync());
    }

    [Fact]
    public async Task Of_an_item_that_ended_twice_the_last_end_counts()
    {
        await Log.AppendAsync(RunRecords.Item("a", preference: null), default);
        await Log.AppendAsync(RunRecords.Item("b"), default);
        await Log.AppendAsync(RunRecords.Item("a", preference: 0.75), default);
        Assert.Equal([("b", 0.25), ("a", 0.75)], await Log.ReadItemsAsync(default).Select(item =>
            (item.Pair.Instruction, item.Preference!.Value)).ToListAsync());
    }

    [Fact]
    public async Task Ends_are_told_once_an_item_and_say_whether_it_failed()
    {
        await Log.AppendAsync(RunRecords.Item("a", preference: null), default);
        await Log.AppendAsync(RunRecords.Item("b", preference: null), default);
        await Log.AppendAsync(RunRecords.Item("a", preference: 0.75), default);
        await Log.AppendAsync(RunRecords.Output("c", output: null), default);
        EndedItem[] expected = [new(RunRecords.Pair("a").Id, false), new(RunRecords.Pair("b").Id, true), new(RunRecords.Output("c").Id, true)];
        Assert.Equal(expected.ToHashSet(), (await Log.ReadEndedAsync(default).ToListAsync()).ToHashSet());
    }

    [Fact]
    public async Task Skipped_instructions_come_once_each()
    {
        await Log.AppendAsync(new SkippedItem("model", "i", "d", "The baseline has no output."), default);
        await Log.AppendAsync(new SkippedItem("model", "i", "d", "The baseline has no output."), default);
        await Log.AppendAsync(new SkippedItem("other", "i", null, "The baseline has no output."), default);
        Assert.Equal(["model", "other"], await Log.ReadSkippedAsync(default).Select(item => item.Generator).ToListAsync());
    }

    [Fact]
    public async Task The_calls_of_one_item_are_those_and_no_others()
    {
        for (int i = 0; i < 6; i++) await Log.AppendAsync(RunRecords.Call(RunRecords.Numbered(i % 3)) with { Model = RunRecords.Numbered(i) }, default);
        List<string> models = await Log.ReadCallsAsync(RunRecords.Pair(RunRecords.Numbered(1)).Id, default).Select(call => call.Model).ToListAsync();
        Assert.Equal([RunRecords.Numbered(1), RunRecords.Numbered(4)], models);
    }

    [Fact]
    public async Task Texts_of_every_kind_go_through_unharmed()
    {
        StringBuilder everything = new("\0\u0001\u001F\n\r\t\"\\/\u007F\u0085\u2028\u2029\uFEFF\uFFFD");
        for (int rune = 0x20; rune < 0x110000; rune += rune < 0x3000 ? 1 : 997)
        {
            if (Rune.IsValid(rune)) everything.Append(new Rune(rune).ToString());
        }
        string text = everything.Append('x', 200_000).ToString();
        await Log.AppendAsync(RunRecords.Item(text, output: text), default);
        JudgedItem read = Assert.Single(await Log.ReadItemsAsync(default).ToListAsync());
        Assert.Equal(text, read.Pair.Candidate.Output);
        Assert.Equal(text, read.Pair.Instruction);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_in_an_answer_is_no_crash()
    {
        CallRecord call = RunRecords.Call("i");
        await Log.AppendAsync(call with { Response = RunRecords.Response(call.Key, "a\uD800b") }, default);
        Assert.Equal("a\uFFFDb", Assert.Single(await Log.ReadCallsAsync(default).ToListAsync()).Response!.Text);
    }

    [Fact]
    public async Task Many_writers_at_once_lose_nothing()
    {
        await Parallel.ForAsync(0, 400, async (i, cancellation) =>
        {
            await Log.AppendAsync(RunRecords.Call(RunRecords.Numbered(i)), cancellation);
            await Log.AppendAsync(RunRecords.Item(RunRecords.Numbered(i)), cancellation);
        });
        HashSet<string> expected = [.. Enumerable.Range(0, 400).Select(RunRecords.Numbered)];
        Assert.Equal(expected, (await Log.ReadItemsAsync(default).Select(item => item.Pair.Instruction).ToListAsync()).ToHashSet());
        Assert.Equal(expected, (await Log.ReadCallsAsync(default).Select(call => call.Request.Messages[0].Text).ToListAsync()).ToHashSet());
    }

    [Fact]
    public async Task Reading_while_others_append_sees_whole_records()
    {
        Task writing = Parallel.ForAsync(0, 300, async (i, cancellation) => await Log.AppendAsync(RunRecords.Item(RunRecords.Numbered(i)), cancellation));
        while (!writing.IsCompleted) Assert.All(await Log.ReadItemsAsync(default).ToListAsync(), item => Assert.Equal("out", item.Pair.Candidate.Output));
        await writing;
        Assert.Equal(300, await Log.ReadItemsAsync(default).CountAsync());
    }

    [Fact]
    public async Task A_cancelled_append_writes_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Log.AppendAsync(RunRecords.Item("i"), new CancellationToken(canceled: true)));
        Assert.Empty(await Log.ReadItemsAsync(default).ToListAsync());
    }
}
