using Assay.Core.Judging;
using Assay.Core.Scenarios;

namespace Assay.Core.Runs;

/// <summary>
/// The append-only record of a run. Appending is safe from several calls at once; when it returns, the record survives the end of the process.
/// Reading sees what was appended before it began, in the order in which it was appended, and holds one record at a time.
/// </summary>
public interface IRunLog
{
    /// <summary>Records a call.</summary>
    ValueTask AppendAsync(CallRecord record, CancellationToken cancellation);

    /// <summary>Records an item that has come to its end.</summary>
    ValueTask AppendAsync(JudgedItem item, CancellationToken cancellation);

    /// <summary>Records an output that was generated.</summary>
    ValueTask AppendAsync(GeneratedOutput output, CancellationToken cancellation);

    /// <summary>Records what became of an instance of a scenario.</summary>
    ValueTask AppendAsync(ScoredInstance instance, CancellationToken cancellation);

    /// <summary>Records that an instruction was skipped.</summary>
    ValueTask AppendAsync(SkippedItem item, CancellationToken cancellation);

    /// <summary>Records an event.</summary>
    ValueTask AppendAsync(RunEvent happened, CancellationToken cancellation);

    /// <summary>
    /// The identities of all judged items, generated outputs and instances of scenarios, each once, by its last end. Reads an index and not the texts: resuming
    /// 200,000 items
    /// takes seconds.
    /// </summary>
    IAsyncEnumerable<EndedItem> ReadEndedAsync(CancellationToken cancellation);

    /// <summary>All judged items; of an item that ended more than once, the last.</summary>
    IAsyncEnumerable<JudgedItem> ReadItemsAsync(CancellationToken cancellation);

    /// <summary>All generated outputs; of one that ended more than once, the last.</summary>
    IAsyncEnumerable<GeneratedOutput> ReadOutputsAsync(CancellationToken cancellation);

    /// <summary>All instances of scenarios; of one that ended more than once, the last.</summary>
    IAsyncEnumerable<ScoredInstance> ReadInstancesAsync(CancellationToken cancellation);

    /// <summary>All skipped instructions, each once.</summary>
    IAsyncEnumerable<SkippedItem> ReadSkippedAsync(CancellationToken cancellation);

    /// <summary>All calls.</summary>
    IAsyncEnumerable<CallRecord> ReadCallsAsync(CancellationToken cancellation);

    /// <summary>The calls made for one item, without reading the others.</summary>
    IAsyncEnumerable<CallRecord> ReadCallsAsync(ItemId item, CancellationToken cancellation);
}
