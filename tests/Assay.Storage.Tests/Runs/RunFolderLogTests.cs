using Assay.Core.Responses;
using Assay.Core.Runs;
using Assay.Storage.Runs;

namespace Assay.Storage.Tests.Runs;

public sealed class RunFolderLogTests : RunLogContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RunFolder _run;

    public RunFolderLogTests() => _run = RunFolder.Create(_folder.PathOf("run"), RunRecords.Description);

    protected override IRunLog Log => _run;

    public void Dispose()
    {
        _run.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Everything_is_there_when_the_run_is_opened_again()
    {
        await Fill(_run);
        await _run.DisposeAsync();
        await using RunFolder again = RunFolder.Open(_run.Path);
        Assert.Equal(3, await again.ReadItemsAsync(default).CountAsync());
        Assert.Equal(3, await again.ReadCallsAsync(default).CountAsync());
        Assert.Single(await again.ReadEventsAsync(default).ToListAsync());
        Assert.Empty(again.Repairs);
    }

    [Fact]
    public async Task Everything_is_there_when_the_indices_are_deleted()
    {
        await Fill(_run);
        await _run.DisposeAsync();
        foreach (string index in Directory.EnumerateFiles(_run.Path, "*.index")) File.Delete(index);
        await using RunFolder again = RunFolder.Open(_run.Path);
        Assert.Equal(3, await again.ReadEndedAsync(default).CountAsync());
        Assert.Equal(3, await again.ReadItemsAsync(default).CountAsync());
        Assert.Single(await again.ReadCallsAsync(RunRecords.Pair("b").Id, default).ToListAsync());
        Assert.Empty(RunVerification.Of(_run.Path, default).Findings);
    }

    [Fact]
    public async Task An_index_that_is_not_one_is_made_again()
    {
        await Fill(_run);
        await _run.DisposeAsync();
        foreach (string index in Directory.EnumerateFiles(_run.Path, "*.index")) await File.WriteAllTextAsync(index, new string('x', 1000));
        await using RunFolder again = RunFolder.Open(_run.Path);
        Assert.Equal(3, await again.ReadItemsAsync(default).CountAsync());
    }

    [Fact]
    public async Task An_index_of_lines_that_are_gone_is_made_again()
    {
        await Fill(_run);
        await _run.DisposeAsync();
        string items = Path.Combine(_run.Path, RunFiles.Items);
        await File.WriteAllLinesAsync(items, (await File.ReadAllLinesAsync(items))[1..]);
        await using RunFolder again = RunFolder.Open(_run.Path);
        Assert.Equal(["b", "c"], await again.ReadItemsAsync(default).Select(item => item.Pair.Instruction).ToListAsync());
    }

    [Fact]
    public async Task One_item_is_found_by_its_identity()
    {
        await Fill(_run);
        Assert.Equal("b", (await _run.FindItemAsync(RunRecords.Pair("b").Id, default))!.Pair.Instruction);
        Assert.Null(await _run.FindItemAsync(RunRecords.Pair("x").Id, default));
    }

    [Fact]
    public async Task The_calls_of_an_item_are_those_of_all_sessions_and_of_no_other_item()
    {
        for (int i = 0; i < 200; i++) await _run.AppendAsync(RunRecords.Call(RunRecords.Numbered(i)), default);
        await _run.AppendAsync(RunRecords.FailedCall(RunRecords.Numbered(7)), default);
        await _run.DisposeAsync();
        await using RunFolder again = RunFolder.Open(_run.Path);
        Assert.Single(await again.ReadCallsAsync(RunRecords.Pair(RunRecords.Numbered(8)).Id, default).ToListAsync());
        await again.AppendAsync(RunRecords.Call(RunRecords.Numbered(7)), default);
        List<CallRecord> calls = await again.ReadCallsAsync(RunRecords.Pair(RunRecords.Numbered(7)).Id, default).ToListAsync();
        Assert.Equal([false, true, false], calls.Select(static call => call.Response is null));
        Assert.Empty(await again.ReadCallsAsync(RunRecords.Pair("other").Id, default).ToListAsync());
    }

    [Fact]
    public async Task What_a_budget_knows_is_there_when_the_run_is_opened_again()
    {
        ResponseKey key = RunRecords.Call("a").Key;
        SpendingEntry[] entries = [new(key, 0.25m, null), new(key, null, 0.0001m)];
        foreach (SpendingEntry entry in entries) _run.Append(entry);
        await _run.DisposeAsync();
        await using RunFolder again = RunFolder.Open(_run.Path);
        Assert.Equal(entries, await again.ReadSpendingAsync(default).ToListAsync());
    }

    [Fact]
    public async Task A_reader_sees_what_another_process_appends()
    {
        await using RunFolder reader = RunFolder.OpenToRead(_run.Path);
        Assert.True(reader.IsReadOnly);
        await Fill(_run);
        await using RunFolder later = RunFolder.OpenToRead(_run.Path);
        await _run.AppendAsync(RunRecords.Item("d"), default);
        Assert.Equal(4, await later.ReadItemsAsync(default).CountAsync());
    }

    [Fact]
    public async Task A_reader_appends_nothing()
    {
        await using RunFolder reader = RunFolder.OpenToRead(_run.Path);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await reader.AppendAsync(RunRecords.Item("i"), default));
    }

    [Fact]
    public async Task Something_written_between_the_lines_is_passed_over_and_told_by_verify()
    {
        await Fill(_run);
        await _run.DisposeAsync();
        await File.AppendAllTextAsync(Path.Combine(_run.Path, RunFiles.Items), "hello\n");
        await using (RunFolder again = RunFolder.Open(_run.Path))
        {
            Assert.Equal(3, await again.ReadItemsAsync(default).CountAsync());
            Assert.Equal(3, await again.ReadEndedAsync(default).CountAsync());
        }
        Assert.Equal(("items.jsonl", 4L), (RunVerification.Of(_run.Path, default).Findings[0].File, RunVerification.Of(_run.Path, default).Findings[0].Line));
    }

    internal static async Task Fill(IRunLog log)
    {
        foreach (string instruction in (string[])["a", "b", "c"])
        {
            await log.AppendAsync(RunRecords.Call(instruction), default);
            await log.AppendAsync(RunRecords.Item(instruction), default);
        }
        await log.AppendAsync(new RunEvent(RunRecords.Noon, "began", "The run began."), default);
    }
}
