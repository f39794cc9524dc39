using System.Text.Json;
using Assay.Core.Runs;
using Assay.Storage.Exports;
using Assay.Storage.Runs;
using Assay.Storage.Tests.Runs;

namespace Assay.Storage.Tests.Exports;

public sealed class CallExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_call_stands_with_its_item_and_the_verdict_its_answer_gave()
    {
        JsonElement line = Assert.Single(await ExportAsync(RunRecords.Description, async run =>
        {
            await run.AppendAsync(RunRecords.Call("a"), default);
            await run.AppendAsync(RunRecords.Item("a"), default);
        }));
        Assert.Equal(["instruction", "dataset", "candidate", "baseline", "outcome", "candidate_preference", "verdict", "call"], Names(line));
        Assert.Equal(("a", "judged", 0.25), (line.GetProperty("instruction").GetString(), line.GetProperty("outcome").GetString(),
            line.GetProperty("candidate_preference").GetDouble()));
        Assert.Equal(0.1, line.GetProperty("verdict").GetProperty("candidate_preference").GetDouble());
        Assert.Equal("answer", line.GetProperty("call").GetProperty("response").GetProperty("text").GetString());
    }

    [Fact]
    public async Task The_call_is_the_line_of_the_log()
    {
        JsonElement line = Assert.Single(await ExportAsync(RunRecords.Description, async run => await run.AppendAsync(RunRecords.Call("a"), default)));
        Assert.Equal(File.ReadAllText(Path.Combine(_folder.PathOf("run"), "calls.jsonl")).TrimEnd('\n'), line.GetProperty("call").GetRawText());
    }

    [Fact]
    public async Task A_call_whose_item_has_not_ended_stands_alone()
    {
        List<JsonElement> lines = await ExportAsync(RunRecords.Description, async run =>
        {
            for (int i = 0; i < 9; i++) await run.AppendAsync(RunRecords.Call(RunRecords.Numbered(i)), default);
            for (int i = 0; i < 9; i += 2) await run.AppendAsync(RunRecords.Item(RunRecords.Numbered(i)), default);
        });
        Assert.Equal(9, lines.Count);
        Assert.Equal(4, lines.Count(static line => Names(line) is ["call"]));
        Assert.All(lines.Where(static line => line.TryGetProperty("instruction", out _)), static line => Assert.Equal(
            line.GetProperty("call").GetProperty("request").GetProperty("messages")[0].GetProperty("text").GetString(),
            line.GetProperty("instruction").GetString()));
    }

    [Fact]
    public async Task Failed_calls_and_those_asked_again_are_there_in_the_order_they_were_made()
    {
        List<JsonElement> lines = await ExportAsync(RunRecords.Description, async run =>
        {
            await run.AppendAsync(RunRecords.FailedCall("a"), default);
            await run.AppendAsync(RunRecords.Item("a", preference: null), default);
            await run.AppendAsync(RunRecords.Call("b"), default);
            await run.AppendAsync(RunRecords.Call("a"), default);
            await run.AppendAsync(RunRecords.Item("a"), default);
        });
        JsonElement[] ofItem = [.. lines.Where(static line => line.GetProperty("call").GetProperty("item").GetString() == RunRecords.Pair("a").Id.ToString())];
        Assert.Equal([true, false], ofItem.Select(static line => line.GetProperty("call").TryGetProperty("failure", out _)));
        Assert.All(ofItem, static line => Assert.Equal("judged", line.GetProperty("outcome").GetString()));
    }

    [Fact]
    public async Task A_call_for_an_output_stands_with_its_instruction()
    {
        JsonElement line = Assert.Single(await ExportAsync(RunRecords.Description with { Kind = RunKind.Generate, Judge = null }, async run =>
        {
            GeneratedOutput output = RunRecords.Output("a");
            await run.AppendAsync(RunRecords.Call("a") with { Item = output.Id, Order = null }, default);
            await run.AppendAsync(output, default);
        }));
        Assert.Equal(["instruction", "dataset", "generator", "outcome", "call"], Names(line));
        Assert.Equal(("model", "cut"), (line.GetProperty("generator").GetString(), line.GetProperty("outcome").GetString()));
    }

    [Fact]
    public async Task A_run_without_calls_gives_an_empty_file() => Assert.Empty(await ExportAsync(RunRecords.Description, static _ => Task.CompletedTask));

    private async Task<List<JsonElement>> ExportAsync(RunDescription description, Func<RunFolder, Task> fill)
    {
        using RunFolder run = RunFolder.Create(_folder.PathOf("run"), description);
        await fill(run);
        string path = _folder.PathOf("calls.jsonl");
        int count = CallExport.Write(path, run, default);
        List<JsonElement> lines = [.. File.ReadLines(path).Select(static line => JsonElement.Parse(line))];
        Assert.Equal(count, lines.Count);
        return lines;
    }

    private static string[] Names(JsonElement line) => [.. line.EnumerateObject().Select(static member => member.Name)];
}
