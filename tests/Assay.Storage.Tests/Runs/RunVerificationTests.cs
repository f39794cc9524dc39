using Assay.Core.Responses;
using Assay.Storage.Annotations;
using Assay.Storage.Runs;

namespace Assay.Storage.Tests.Runs;

public sealed class RunVerificationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_as_it_was_written_is_consistent()
    {
        RunVerification verified = await Verify(async run =>
        {
            await RunFolderLogTests.Fill(run);
            AnnotationWriter.Write(Path.Combine(run.Path, RunFiles.Annotations), run, default);
        });
        Assert.Empty(verified.Findings);
        Assert.Equal((3, 3, 0), (verified.Calls, verified.Items, verified.Outputs));
    }

    [Fact]
    public async Task A_key_that_is_not_the_requests_is_found() => await Found(
        RunFiles.Calls, 1, "is not that of the request",
        async run =>
        {
            ResponseKey other = new(new string('0', 64));
            await run.AppendAsync(RunRecords.Call("a") with { Key = other, Response = RunRecords.Response(other) }, default);
        });

    [Fact]
    public async Task A_response_of_another_request_is_found() => await Found(
        RunFiles.Calls, 1, "of another request",
        async run => await run.AppendAsync(RunRecords.Call("a") with { Response = RunRecords.Call("b").Response }, default));

    [Fact]
    public async Task A_call_without_end_is_found() => await Found(
        RunFiles.Calls, 1, "either a response or a failure",
        async run => await run.AppendAsync(RunRecords.Call("a") with { Response = null }, default));

    [Fact]
    public async Task A_verdict_of_no_call_is_found() => await Found(
        RunFiles.Items, 1, "which is not in calls.jsonl", async run => await run.AppendAsync(RunRecords.Item("a"), default));

    [Fact]
    public async Task An_outcome_that_contradicts_its_preference_is_found() => await Found(
        RunFiles.Items, 1, "contradict each other",
        async run => await run.AppendAsync(RunRecords.Item("a") with { Verdicts = [], Preference = null }, default));

    [Fact]
    public async Task Annotations_of_fewer_items_are_found() => await Found(
        RunFiles.Annotations, null, "it has 0 rows and the run 1 items",
        async run =>
        {
            await File.WriteAllTextAsync(Path.Combine(run.Path, RunFiles.Annotations), "[]");
            await run.AppendAsync(RunRecords.Item("a") with { Verdicts = [] }, default);
        });

    [Fact]
    public async Task A_text_that_was_changed_is_found()
    {
        await Verify(async run => await run.AppendAsync(RunRecords.Item("a") with { Verdicts = [] }, default));
        string path = _folder.PathOf("run", RunFiles.Items);
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace("\"out\"", "\"OUT\"", StringComparison.Ordinal));
        RunFinding finding = RunVerification.Of(_folder.PathOf("run"), default).Findings[0];
        Assert.Equal((RunFiles.Items, 1L), (finding.File, finding.Line));
    }

    [Fact]
    public async Task Lines_that_were_lost_are_found()
    {
        await Verify(RunFolderLogTests.Fill);
        string path = _folder.PathOf("run", RunFiles.Items);
        await File.WriteAllLinesAsync(path, (await File.ReadAllLinesAsync(path))[..2]);
        Assert.Contains(RunVerification.Of(_folder.PathOf("run"), default).Findings, finding =>
            finding.Text.Contains("lines were lost", StringComparison.Ordinal));
    }

    private async Task Found(string file, long? line, string text, Func<RunFolder, Task> write)
    {
        RunFinding finding = Assert.Single((await Verify(write)).Findings);
        Assert.Equal((file, line), (finding.File, finding.Line));
        Assert.Contains(text, finding.Text, StringComparison.Ordinal);
    }

    private async Task<RunVerification> Verify(Func<RunFolder, Task> write)
    {
        await using (RunFolder run = RunFolder.Create(_folder.PathOf("run"), RunRecords.Description)) await write(run);
        return RunVerification.Of(_folder.PathOf("run"), default);
    }
}
