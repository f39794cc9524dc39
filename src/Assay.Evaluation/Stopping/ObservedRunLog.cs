using Assay.Core.Judging;
using Assay.Core.Runs;
using Assay.Core.Scenarios;

namespace Assay.Evaluation.Stopping;

/// <summary>A run's log that tells of every judged item when it is written.</summary>
/// <param name="log">The log.</param>
/// <param name="ended">Told from several threads.</param>
internal sealed class ObservedRunLog(IRunLog log, Func<JudgedItem, ValueTask> ended) : IRunLog
{
    /// <inheritdoc/>
    public async ValueTask AppendAsync(JudgedItem item, CancellationToken cancellation)
    {
        await log.AppendAsync(item, cancellation).ConfigureAwait(false);
        await ended(item).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask AppendAsync(CallRecord record, CancellationToken cancellation) => log.AppendAsync(record, cancellation);

    /// <inheritdoc/>
    public ValueTask AppendAsync(GeneratedOutput output, CancellationToken cancellation) => log.AppendAsync(output, cancellation);

    /// <inheritdoc/>
    public ValueTask AppendAsync(ScoredInstance instance, CancellationToken cancellation) => log.AppendAsync(instance, cancellation);

    /// <inheritdoc/>
    public ValueTask AppendAsync(SkippedItem item, CancellationToken cancellation) => log.AppendAsync(item, cancellation);

    /// <inheritdoc/>
    public ValueTask AppendAsync(RunEvent happened, CancellationToken cancellation) => log.AppendAsync(happened, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<EndedItem> ReadEndedAsync(CancellationToken cancellation) => log.ReadEndedAsync(cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<JudgedItem> ReadItemsAsync(CancellationToken cancellation) => log.ReadItemsAsync(cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<GeneratedOutput> ReadOutputsAsync(CancellationToken cancellation) => log.ReadOutputsAsync(cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<ScoredInstance> ReadInstancesAsync(CancellationToken cancellation) => log.ReadInstancesAsync(cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<SkippedItem> ReadSkippedAsync(CancellationToken cancellation) => log.ReadSkippedAsync(cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<CallRecord> ReadCallsAsync(CancellationToken cancellation) => log.ReadCallsAsync(cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<CallRecord> ReadCallsAsync(ItemId item, CancellationToken cancellation) => log.ReadCallsAsync(item, cancellation);
}
