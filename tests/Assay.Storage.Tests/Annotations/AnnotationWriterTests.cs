using System.Text.Json;
using Assay.Core.Judging;
using Assay.Core.Preferences;
using Assay.Storage.Annotations;
using Assay.Storage.Outputs;
using Assay.Storage.Runs;
using Assay.Storage.Tests.Runs;

namespace Assay.Storage.Tests.Annotations;

public sealed class AnnotationWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RunFolder _run;

    public AnnotationWriterTests() => _run = RunFolder.Create(_folder.PathOf("run"), RunRecords.Description);

    private string Target => Path.Combine(_run.Path, RunFiles.Annotations);

    public void Dispose()
    {
        _run.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_is_written_is_read_by_the_reader_of_annotations()
    {
        double?[] preferences = [0.25, 0.5, null, 0, 1];
        for (int i = 0; i < preferences.Length; i++) await _run.AppendAsync(RunRecords.Item(RunRecords.Numbered(i), preferences[i]), default);
        Assert.Equal(5, AnnotationWriter.Write(Target, _run, default));
        AnnotationVocabulary vocabulary = new();
        List<AnnotationRow> rows = [.. new AnnotationFileReader(vocabulary).Read(Target, default)];
        Assert.Equal([double.NaN, 0, 0.25, 0.5, 1], rows.Select(row => row.Preference).Order());
        Assert.Equal(["soft"], vocabulary.Annotators.ToList());
        Assert.Equal(["baseline", "model"], vocabulary.Generators.ToList());
    }

    [Fact]
    public async Task A_row_has_the_fields_of_AlpacaEval_and_ours_behind_them()
    {
        await _run.AppendAsync(RunRecords.Item("a"), default);
        AnnotationWriter.Write(Target, _run, default);
        using JsonDocument json = JsonDocument.Parse(await File.ReadAllBytesAsync(Target));
        JsonElement row = json.RootElement[0];
        Assert.Equal(
            [
                "instruction", "output_1", "generator_1", "dataset", "output_2", "generator_2", "annotator", "preference",
                "id", "outcome", "order", "verdicts", "notes",
            ],
            row.EnumerateObject().Select(member => member.Name));
        Assert.Equal(1.25, row.GetProperty("preference").GetDouble());
        Assert.Equal("both", row.GetProperty("order").GetString());
        Assert.Equal(["judged", "unparsed"], row.GetProperty("verdicts").EnumerateArray().Select(verdict => verdict.GetProperty("outcome").GetString()));
        Assert.Equal(1.1, row.GetProperty("verdicts")[0].GetProperty("preference").GetDouble());
        Assert.Equal(["replaced_surrogates", "unfenced"], row.GetProperty("notes").EnumerateArray().Select(note => note.GetString()));
    }

    [Fact]
    public async Task The_same_verdicts_are_the_same_bytes_in_whatever_order_they_came()
    {
        string[] instructions = ["a", "b", "c", "d"];
        foreach (string instruction in instructions) await _run.AppendAsync(RunRecords.Item(instruction), default);
        using RunFolder other = RunFolder.Create(_folder.PathOf("other"), RunRecords.Description);
        await other.AppendAsync(RunRecords.Item("b", preference: null), default);
        foreach (string instruction in instructions.Reverse()) await other.AppendAsync(RunRecords.Item(instruction), default);
        AnnotationWriter.Write(Target, _run, default);
        AnnotationWriter.Write(_folder.PathOf("other.json"), other, default);
        Assert.Equal(await File.ReadAllBytesAsync(Target), await File.ReadAllBytesAsync(_folder.PathOf("other.json")));
    }

    [Fact]
    public async Task An_item_without_preference_says_null_and_why()
    {
        await _run.AppendAsync(RunRecords.Item("a", preference: null), default);
        AnnotationWriter.Write(Target, _run, default);
        using JsonDocument json = JsonDocument.Parse(await File.ReadAllBytesAsync(Target));
        Assert.Equal(JsonValueKind.Null, json.RootElement[0].GetProperty("preference").ValueKind);
        Assert.Equal("failed", json.RootElement[0].GetProperty("outcome").GetString());
        Assert.Equal("The model gave no answer.", json.RootElement[0].GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData(PresentationOrder.BaselineFirst, "baseline_first")]
    [InlineData(PresentationOrder.CandidateFirst, "candidate_first")]
    public async Task The_order_shown_is_told(PresentationOrder order, string expected)
    {
        JudgedItem item = RunRecords.Item("a");
        await _run.AppendAsync(item with { Verdicts = [item.Verdicts[0] with { Order = order }] }, default);
        AnnotationWriter.Write(Target, _run, default);
        using JsonDocument json = JsonDocument.Parse(await File.ReadAllBytesAsync(Target));
        Assert.Equal(expected, json.RootElement[0].GetProperty("order").GetString());
    }

    [Fact]
    public void A_run_without_items_writes_an_empty_array()
    {
        Assert.Equal(0, AnnotationWriter.Write(Target, _run, default));
        Assert.Empty(new AnnotationFileReader(new AnnotationVocabulary()).Read(Target, default));
    }

    [Fact]
    public async Task A_writing_that_is_stopped_leaves_the_old_file()
    {
        await File.WriteAllTextAsync(Target, "[]");
        await _run.AppendAsync(RunRecords.Item("a"), default);
        using CancellationTokenSource stop = new();
        await stop.CancelAsync();
        Assert.ThrowsAny<OperationCanceledException>(() => AnnotationWriter.Write(Target, _run, stop.Token));
        Assert.Equal("[]", await File.ReadAllTextAsync(Target));
    }

    [Fact]
    public async Task Generated_outputs_are_written_as_model_outputs_and_read_back()
    {
        await _run.AppendAsync(RunRecords.Output("a", "one"), default);
        await _run.AppendAsync(RunRecords.Output("b", output: null), default);
        string path = Path.Combine(_run.Path, RunFiles.ModelOutputs);
        Assert.Equal(1, ModelOutputWriter.Write(path, _run, default));
        Assert.Equal(("a", "one", "model", "d"), await OutputFile.ReadAsync(path, default).Select(row =>
            (row.Instruction, row.Output, row.Generator, row.Dataset)).SingleAsync());
    }
}
