using System.Runtime.CompilerServices;
using Assay.Core.Judging;
using Assay.Core.Runs;
using Assay.Core.Scenarios;

namespace Assay.Evaluation.Runs;

/// <summary>A run's log in memory: for programs that judge a few hundred items and keep no folder. Gone with the process.</summary>
public sealed class MemoryRunLog : IRunLog
{
    private readonly Lock _lock = new();
    private readonly List<CallRecord> _calls = [];
    private readonly List<JudgedItem> _items = [];
    private readonly List<GeneratedOutput> _outputs = [];
    private readonly List<ScoredInstance> _instances = [];
    private readonly List<SkippedItem> _skipped = [];
    private readonly List<RunEvent> _events = [];
    private readonly Dictionary<ItemId, List<CallRecord>> _callsOfItem = [];

    /// <summary>The events, in the order in which they were appended.</summary>
    public IReadOnlyList<RunEvent> Events => Copy(_events);

    /// <inheritdoc/>
    public ValueTask AppendAsync(CallRecord record, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(record);
        cancellation.ThrowIfCancellationRequested();
        lock (_lock)
        {
            _calls.Add(record);
            if (!_callsOfItem.TryGetValue(record.Item, out List<CallRecord>? ofItem)) _callsOfItem.Add(record.Item, ofItem = []);
            ofItem.Add(record);
        }
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask AppendAsync(JudgedItem item, CancellationToken cancellation) => Add(_items, item, cancellation);

    /// <inheritdoc/>
    public ValueTask AppendAsync(GeneratedOutput output, CancellationToken cancellation) => Add(_outputs, output, cancellation);

    /// <inheritdoc/>
    public ValueTask AppendAsync(ScoredInstance instance, CancellationToken cancellation) => Add(_instances, instance, cancellation);

    /// <inheritdoc/>
    public ValueTask AppendAsync(SkippedItem item, CancellationToken cancellation) => Add(_skipped, item, cancellation);

    /// <inheritdoc/>
    public ValueTask AppendAsync(RunEvent happened, CancellationToken cancellation) => Add(_events, happened, cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<EndedItem> ReadEndedAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (JudgedItem item in ReadItemsAsync(cancellation).ConfigureAwait(false))
            yield return new EndedItem(item.Pair.Id, item.Outcome == Outcome.Failed);
        await foreach (GeneratedOutput output in ReadOutputsAsync(cancellation).ConfigureAwait(false))
            yield return new EndedItem(output.Id, output.Outcome == GenerationOutcome.Failed);
        await foreach (ScoredInstance instance in ReadInstancesAsync(cancellation).ConfigureAwait(false))
            yield return new EndedItem(instance.Id, instance.Outcome == InstanceOutcome.Failed);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<JudgedItem> ReadItemsAsync(CancellationToken cancellation) => Last(_items, static item => item.Pair.Id);

    /// <inheritdoc/>
    public IAsyncEnumerable<GeneratedOutput> ReadOutputsAsync(CancellationToken cancellation) => Last(_outputs, static output => output.Id);

    /// <inheritdoc/>
    public IAsyncEnumerable<ScoredInstance> ReadInstancesAsync(CancellationToken cancellation) => Last(_instances, static instance => instance.Id);

    /// <inheritdoc/>
    public IAsyncEnumerable<SkippedItem> ReadSkippedAsync(CancellationToken cancellation) => Copy(_skipped).Distinct().ToAsyncEnumerable();

    /// <inheritdoc/>
    public IAsyncEnumerable<CallRecord> ReadCallsAsync(CancellationToken cancellation) => Copy(_calls).ToAsyncEnumerable();

    /// <inheritdoc/>
    public IAsyncEnumerable<CallRecord> ReadCallsAsync(ItemId item, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (!_callsOfItem.TryGetValue(item, out List<CallRecord>? calls)) return AsyncEnumerable.Empty<CallRecord>();
            return calls.ToArray().ToAsyncEnumerable();
        }
    }

    private ValueTask Add<T>(List<T> records, T record, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_lock) records.Add(record);
        return ValueTask.CompletedTask;
    }

    private T[] Copy<T>(List<T> records)
    {
        lock (_lock) return [.. records];
    }

    // A dictionary keeps the place of a key's first record and the value of its last.
    private IAsyncEnumerable<T> Last<T>(List<T> records, Func<T, ItemId> id)
    {
        Dictionary<ItemId, T> last = [];
        foreach (T record in Copy(records)) last[id(record)] = record;
        return last.Values.ToAsyncEnumerable();
    }
}
