using Assay.Core.Judging;
using Assay.Core.Runs;
using Assay.Core.Scenarios;

namespace Assay.TestSupport;

/// <summary>A log whose process is killed after some records: the record it happens at, and all later ones, are lost, and every append throws.</summary>
/// <param name="inner">Keeps what was appended before.</param>
/// <param name="records">Records that still get through.</param>
public sealed class StoppingRunLog(IRunLog inner, int records) : IRunLog
{
    private int _left = records;

    /// <inheritdoc/>
    public ValueTask AppendAsync(CallRecord record, CancellationToken cancellation) => Pass(() => inner.AppendAsync(record, cancellation));

    /// <inheritdoc/>
    public ValueTask AppendAsync(JudgedItem item, CancellationToken cancellation) => Pass(() => inner.AppendAsync(item, cancellation));

    /// <inheritdoc/>
    public ValueTask AppendAsync(GeneratedOutput output, CancellationToken cancellation) => Pass(() => inner.AppendAsync(output, cancellation));

    /// <inheritdoc/>
    public ValueTask AppendAsync(ScoredInstance instance, CancellationToken cancellation) => Pass(() => inner.AppendAsync(instance, cancellation));

    /// <inheritdoc/>
    public ValueTask AppendAsync(SkippedItem item, CancellationToken cancellation) => Pass(() => inner.AppendAsync(item, cancellation));

    /// <inheritdoc/>
    public ValueTask AppendAsync(RunEvent happened, CancellationToken cancellation) => Pass(() => inner.AppendAsync(happened, cancellation));

    /// <inheritdoc/>
    public IAsyncEnumerable<EndedItem> ReadEndedAsync(CancellationToken cancellation) => inner.ReadEndedAsync(cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<JudgedItem> ReadItemsAsync(CancellationToken cancellation) => inner.ReadItemsAsync(cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<GeneratedOutput> ReadOutputsAsync(CancellationToken cancellation) => inner.ReadOutputsAsync(cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<ScoredInstance> ReadInstancesAsync(CancellationToken cancellation) => inner.ReadInstancesAsync(cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<SkippedItem> ReadSkippedAsync(CancellationToken cancellation) => inner.ReadSkippedAsync(cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<CallRecord> ReadCallsAsync(CancellationToken cancellation) => inner.ReadCallsAsync(cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<CallRecord> ReadCallsAsync(ItemId item, CancellationToken cancellation) => inner.ReadCallsAsync(item, cancellation);

    private ValueTask Pass(Func<ValueTask> append) =>
        Interlocked.Decrement(ref _left) >= 0 ? append() : throw new ProcessKilledException();
}

/// <summary>Stands for the end of the process.</summary>
public sealed class ProcessKilledException : Exception
{
    /// <summary>The end.</summary>
    public ProcessKilledException() : base("The process was killed.") { }
}
