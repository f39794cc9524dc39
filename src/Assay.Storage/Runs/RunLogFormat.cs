using System.Text.Json.Serialization.Metadata;
using Assay.Core.Judging;
using Assay.Core.Runs;
using Assay.Core.Scenarios;
using Assay.Core.Texts;
using Assay.Storage.Json;
using Assay.Storage.Logs;

namespace Assay.Storage.Runs;

/// <summary>What is particular to one of a run's logs.</summary>
/// <param name="FileName">Its file.</param>
/// <param name="Write">A record as its line, line feed included; whoever writes it gives it back.</param>
/// <param name="Read">The record of a line; null where the line is none.</param>
/// <param name="Describe">What a record is about, and its state.</param>
internal sealed record RunLogFormat<T>(
    string FileName, Func<T, RentedBytes> Write, RunLineReader<T> Read, Func<T, (ItemId Id, LogState State)> Describe) where T : class
{
    /// <summary>Opens the log in a run's folder.</summary>
    public RunLogFile<T> Open(string folder, bool isReadOnly) => new(folder, this, isReadOnly);
}

/// <summary>The record of a line; null where the line is none.</summary>
internal delegate T? RunLineReader<T>(ReadOnlySpan<byte> line) where T : class;

/// <summary>The logs of a run.</summary>
internal static class RunLogFormats
{
    public static RunLogFormat<CallRecord> Calls { get; } = Create<CallRecord, CallLine>(
        RunFiles.Calls, StorageJson.Lines.CallLine, CallLine.Of, static line => line.ToRecord(), static call => (call.Item, LogState.Whole));

    public static RunLogFormat<JudgedItem> Items { get; } = Create<JudgedItem, ItemLine>(
        RunFiles.Items, StorageJson.Lines.ItemLine, ItemLine.Of, static line => line.ToItem(),
        static item => (item.Pair.Id, item.Outcome == Outcome.Failed ? LogState.Failed : LogState.Whole));

    public static RunLogFormat<GeneratedOutput> Outputs { get; } = Create<GeneratedOutput, OutputLine>(
        RunFiles.Outputs, StorageJson.Lines.OutputLine, OutputLine.Of, static line => line.ToOutput(),
        static output => (output.Id, output.Outcome == GenerationOutcome.Failed ? LogState.Failed : LogState.Whole));

    public static RunLogFormat<ScoredInstance> Instances { get; } = Create<ScoredInstance, InstanceLine>(
        RunFiles.Instances, StorageJson.Lines.InstanceLine, InstanceLine.Of, static line => line.ToInstance(),
        static instance => (instance.Id, instance.Outcome == InstanceOutcome.Failed ? LogState.Failed : LogState.Whole));

    public static RunLogFormat<SkippedItem> Skipped { get; } = Create<SkippedItem, SkippedLine>(
        RunFiles.Skipped, StorageJson.Lines.SkippedLine,
        static item => new SkippedLine(item.Generator, item.Instruction, item.Dataset, item.Reason),
        static line => new SkippedItem(line.Generator, line.Instruction, line.Dataset, line.Reason),
        static item => (ItemId.Of(item.Generator, item.Instruction), LogState.Whole));

    public static RunLogFormat<RunEvent> Events { get; } = Create<RunEvent, EventLine>(
        RunFiles.Events, StorageJson.Lines.EventLine,
        static happened => new EventLine(happened.At, happened.Kind, happened.Text),
        static line => new RunEvent(line.At, line.Kind, line.Text),
        static _ => (default, LogState.Whole));

    public static RunLogFormat<SpendingEntry> Spending { get; } = Create<SpendingEntry, SpendingLine>(
        RunFiles.Spending, StorageJson.Lines.SpendingLine, SpendingLine.Of, static line => line.ToEntry(), static _ => (default, LogState.Whole));

    private static RunLogFormat<T> Create<T, TLine>(
        string file, JsonTypeInfo<TLine> type, Func<T, TLine> toLine, Func<TLine, T> toRecord, Func<T, (ItemId Id, LogState State)> describe)
        where T : class
        where TLine : class =>
        new(file, record => JsonLine.Write(toLine(record), type), line => JsonLine.ReadAs(line, type, toRecord), describe);
}
