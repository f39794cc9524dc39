using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Runs;
using Assay.Core.Texts;
using Assay.Storage.Logs;

namespace Assay.Storage.Runs;

/// <summary>One of a run's logs, opened. Reading holds one record and, for the last of each item, one number an item.</summary>
internal sealed class RunLogFile<T> : IDisposable where T : class
{
    private readonly RunLogFormat<T> _format;
    private readonly string _path;
    private readonly bool _isReadOnly;
    private readonly Lock _opening = new();
    private RecordLog? _log;

    public RunLogFile(string folder, RunLogFormat<T> format, bool isReadOnly)
    {
        _format = format;
        _isReadOnly = isReadOnly;
        _path = Path.Combine(folder, format.FileName);
        if (isReadOnly) _log = RecordLog.OpenToRead(_path, Describe);
        else if (File.Exists(_path)) _log = RecordLog.OpenToAppend(_path, Describe);
    }

    /// <summary>What was dropped when it was opened; null where nothing was.</summary>
    public string? Repair => _log is { DroppedBytes: > 0 and long dropped }
        ? $"{_path} ended in a half-written line ({dropped} bytes), which was dropped; what it was about is asked again."
        : null;

    /// <summary>Appends a record.</summary>
    public ValueTask AppendAsync(T record, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Append(record);
        return ValueTask.CompletedTask;
    }

    /// <summary>Appends a record.</summary>
    public void Append(T record)
    {
        if (_isReadOnly) throw new InvalidOperationException("The run was opened to be read.");
        (ItemId id, LogState state) = _format.Describe(record);
        using RentedBytes line = _format.Write(record);
        LogToAppend().Append(KeyOf(id), state, line.Written);
    }

    /// <summary>All records, in their order.</summary>
    public IEnumerable<T> ReadAll(CancellationToken cancellation) => Entries(cancellation).Select(Read);

    /// <summary>The records about an item, in their order.</summary>
    public IEnumerable<T> ReadAbout(ItemId item) => (_log?.About(KeyOf(item)) ?? []).Select(Read);

    /// <summary>The last record about an item.</summary>
    public T? FindLast(ItemId item) => _log?.About(KeyOf(item)) is [.., LogEntry last] ? Read(last) : null;

    /// <summary>The last record of every item, in the order of those records.</summary>
    public IEnumerable<T> ReadLast(CancellationToken cancellation)
    {
        Dictionary<UInt128, long> last = [];
        foreach (LogEntry entry in Entries(cancellation)) last[entry.Key.Upper] = entry.Offset;
        long end = last.Count == 0 ? -1 : last.Values.Max();
        foreach (LogEntry entry in Entries(cancellation).TakeWhile(entry => entry.Offset <= end))
        {
            if (last[entry.Key.Upper] == entry.Offset) yield return Read(entry);
        }
    }

    /// <summary>The last record of every item, in the order of their identities: the same whatever order they ended in.</summary>
    public IEnumerable<T> ReadByIdentity(CancellationToken cancellation)
    {
        SortedDictionary<UInt128, LogEntry> last = [];
        foreach (LogEntry entry in Entries(cancellation)) last[entry.Key.Upper] = entry;
        foreach (LogEntry entry in last.Values)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return Read(entry);
        }
    }

    /// <summary>All records, in the order of their items' identities, those of an item in their order.</summary>
    public IEnumerable<T> ReadAllByIdentity(CancellationToken cancellation)
    {
        foreach (LogEntry entry in Entries(cancellation).OrderBy(static entry => entry.Key.Upper))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return Read(entry);
        }
    }

    /// <summary>Every item's identity with its last end.</summary>
    public IEnumerable<EndedItem> ReadEnded(CancellationToken cancellation)
    {
        Dictionary<UInt128, bool> ended = [];
        foreach (LogEntry entry in Entries(cancellation)) ended[entry.Key.Upper] = entry.State == LogState.Failed;
        foreach ((UInt128 id, bool hasFailed) in ended) yield return new EndedItem(new ItemId(id), hasFailed);
    }

    /// <inheritdoc/>
    public void Dispose() => _log?.Dispose();

    private static LogKey KeyOf(ItemId id) => new(id.Value, default);

    private IEnumerable<LogEntry> Entries(CancellationToken cancellation) => (_log?.Entries() ?? []).Where(entry =>
    {
        cancellation.ThrowIfCancellationRequested();
        return entry.State != LogState.Damaged;
    });

    // A log without a record has no file.
    private RecordLog LogToAppend()
    {
        lock (_opening) return _log ??= RecordLog.OpenToAppend(_path, Describe);
    }

    private T Read(LogEntry entry)
    {
        T? record = _format.Read(_log!.Read(entry));
        if (record is not null && KeyOf(_format.Describe(record).Id) == entry.Key) return record;
        throw new InputException(
            $"{_path} was changed by something else: at byte {entry.Offset} is not what its index says; see `assay runs verify`, and delete "
            + $"{RecordLog.IndexPath(_path)} to go on with what can be read.");
    }

    private (LogKey Key, LogState State) Describe(ReadOnlySpan<byte> line)
    {
        if (_format.Read(line) is not { } record) return (default, LogState.Damaged);
        (ItemId id, LogState state) = _format.Describe(record);
        return (KeyOf(id), state);
    }
}
