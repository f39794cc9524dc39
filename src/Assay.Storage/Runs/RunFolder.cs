using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Runs;
using Assay.Core.Scenarios;
using Assay.Storage.Files;

namespace Assay.Storage.Runs;

/// <summary>
/// The folder of a run: what was asked, and logs that only grow (see <c>docs/run-folder.md</c>). One process at a time goes on with a run; any may read it
/// meanwhile. A record that was appended survives <c>kill -9</c>, not the loss of power.
/// </summary>
public sealed class RunFolder : IRunLog, ISpendingJournal, IDisposable, IAsyncDisposable
{
    private readonly FileLock? _lock;
    private readonly RunLogFile<CallRecord> _calls;
    private readonly RunLogFile<JudgedItem> _items;
    private readonly RunLogFile<GeneratedOutput> _outputs;
    private readonly RunLogFile<ScoredInstance> _instances;
    private readonly RunLogFile<SkippedItem> _skipped;
    private readonly RunLogFile<RunEvent> _events;
    private readonly RunLogFile<SpendingEntry> _spending;

    private RunFolder(string path, RunDescription description, FileLock? heldLock)
    {
        Path = path;
        Description = description;
        _lock = heldLock;
        _calls = RunLogFormats.Calls.Open(path, IsReadOnly);
        _items = RunLogFormats.Items.Open(path, IsReadOnly);
        _outputs = RunLogFormats.Outputs.Open(path, IsReadOnly);
        _instances = RunLogFormats.Instances.Open(path, IsReadOnly);
        _skipped = RunLogFormats.Skipped.Open(path, IsReadOnly);
        _events = RunLogFormats.Events.Open(path, IsReadOnly);
        _spending = RunLogFormats.Spending.Open(path, IsReadOnly);
        Repairs = [.. new[] { _calls.Repair, _items.Repair, _outputs.Repair, _instances.Repair, _skipped.Repair, _events.Repair, _spending.Repair }.OfType<string>()];
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>What was asked of the run.</summary>
    public RunDescription Description { get; private set; }

    /// <summary>Whether it was opened to be read only.</summary>
    public bool IsReadOnly => _lock is null;

    /// <summary>Half-written last lines that were dropped when the folder was opened, a sentence each; empty where nothing was.</summary>
    public ImmutableArray<string> Repairs { get; }

    /// <summary>Begins a run in a folder that does not exist or is empty.</summary>
    /// <exception cref="InputException">There is a run or something else in the folder, another process begins one there, or the system refuses.</exception>
    public static RunFolder Create(string path, RunDescription description)
    {
        MakeFolder(path);
        if (Directory.EnumerateFileSystemEntries(path).FirstOrDefault(static entry => !IsLeftover(System.IO.Path.GetFileName(entry))) is { } entry)
        {
            throw new InputException(RunFiles.IsRun(path)
                ? $"{path} holds a run already; go on with it, or name another folder."
                : $"{path} holds {System.IO.Path.GetFileName(entry)} and no run; name an empty or a new folder.");
        }
        return WithLock(path, () =>
        {
            RunFiles.WriteDescription(path, description);
            return description with { SchemaVersion = RunDescription.CurrentSchemaVersion };
        });
    }

    /// <summary>Goes on with a run: drops half-written last lines, and completes the indices.</summary>
    /// <exception cref="InputException">There is no run, another process goes on with it, it is of a newer version, or the system refuses.</exception>
    public static RunFolder Open(string path)
    {
        RunFiles.ReadDescription(path);
        return WithLock(path, () =>
        {
            DeleteHalfWritten(path);
            return RunFiles.ReadDescription(path);
        });
    }

    /// <summary>Reads a run and changes nothing, while another process may go on with it.</summary>
    /// <exception cref="InputException">There is no run, it is of a newer version, or the system refuses.</exception>
    public static RunFolder OpenToRead(string path) => new(path, RunFiles.ReadDescription(path), heldLock: null);

    /// <summary>Keeps scenario files in place of those the run began with, after its answers were read again by them.</summary>
    /// <exception cref="InputException">The system refuses.</exception>
    public void Replace(ImmutableArray<ScenarioSource> scenarios)
    {
        if (IsReadOnly) throw new InvalidOperationException("The run was opened to be read.");
        RunDescription described = Description with { Scenarios = scenarios };
        RunFiles.WriteDescription(Path, described);
        Description = described;
    }

    /// <inheritdoc/>
    public ValueTask AppendAsync(CallRecord record, CancellationToken cancellation) => _calls.AppendAsync(record, cancellation);

    /// <inheritdoc/>
    public ValueTask AppendAsync(JudgedItem item, CancellationToken cancellation) => _items.AppendAsync(item, cancellation);

    /// <inheritdoc/>
    public ValueTask AppendAsync(GeneratedOutput output, CancellationToken cancellation) => _outputs.AppendAsync(output, cancellation);

    /// <inheritdoc/>
    public ValueTask AppendAsync(ScoredInstance instance, CancellationToken cancellation) => _instances.AppendAsync(instance, cancellation);

    /// <inheritdoc/>
    public ValueTask AppendAsync(SkippedItem item, CancellationToken cancellation) => _skipped.AppendAsync(item, cancellation);

    /// <inheritdoc/>
    public ValueTask AppendAsync(RunEvent happened, CancellationToken cancellation) => _events.AppendAsync(happened, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<EndedItem> ReadEndedAsync(CancellationToken cancellation) =>
        _items.ReadEnded(cancellation).Concat(_outputs.ReadEnded(cancellation)).Concat(_instances.ReadEnded(cancellation)).ToAsyncEnumerable();

    /// <inheritdoc/>
    public IAsyncEnumerable<JudgedItem> ReadItemsAsync(CancellationToken cancellation) => _items.ReadLast(cancellation).ToAsyncEnumerable();

    /// <inheritdoc/>
    public IAsyncEnumerable<GeneratedOutput> ReadOutputsAsync(CancellationToken cancellation) => _outputs.ReadLast(cancellation).ToAsyncEnumerable();

    /// <inheritdoc/>
    public IAsyncEnumerable<ScoredInstance> ReadInstancesAsync(CancellationToken cancellation) => _instances.ReadLast(cancellation).ToAsyncEnumerable();

    /// <inheritdoc/>
    public IAsyncEnumerable<SkippedItem> ReadSkippedAsync(CancellationToken cancellation) => _skipped.ReadLast(cancellation).ToAsyncEnumerable();

    /// <inheritdoc/>
    public IAsyncEnumerable<CallRecord> ReadCallsAsync(CancellationToken cancellation) => _calls.ReadAll(cancellation).ToAsyncEnumerable();

    /// <inheritdoc/>
    public IAsyncEnumerable<CallRecord> ReadCallsAsync(ItemId item, CancellationToken cancellation) => _calls.ReadAbout(item).ToAsyncEnumerable();

    /// <inheritdoc/>
    public void Append(SpendingEntry entry) => _spending.Append(entry);

    /// <summary>What a budget set aside and what became of it, in its order; empty where no session had a budget.</summary>
    public IAsyncEnumerable<SpendingEntry> ReadSpendingAsync(CancellationToken cancellation) => _spending.ReadAll(cancellation).ToAsyncEnumerable();

    /// <summary>All events.</summary>
    public IAsyncEnumerable<RunEvent> ReadEventsAsync(CancellationToken cancellation) => _events.ReadAll(cancellation).ToAsyncEnumerable();

    /// <summary>All judged items as <see cref="ReadItemsAsync"/>, in the order of their identities, which does not depend on when each ended.</summary>
    public IAsyncEnumerable<JudgedItem> ReadItemsByIdentityAsync(CancellationToken cancellation) => _items.ReadByIdentity(cancellation).ToAsyncEnumerable();

    /// <summary>All generated outputs as <see cref="ReadOutputsAsync"/>, in the order of their identities.</summary>
    public IAsyncEnumerable<GeneratedOutput> ReadOutputsByIdentityAsync(CancellationToken cancellation) =>
        _outputs.ReadByIdentity(cancellation).ToAsyncEnumerable();

    /// <summary>All calls in the order of their items' identities, those of an item in the order in which they were made.</summary>
    public IAsyncEnumerable<CallRecord> ReadCallsByIdentityAsync(CancellationToken cancellation) => _calls.ReadAllByIdentity(cancellation).ToAsyncEnumerable();

    /// <summary>One judged item by its last end, without reading the others; null where it has not ended.</summary>
    public ValueTask<JudgedItem?> FindItemAsync(ItemId item, CancellationToken cancellation) => new(_items.FindLast(item));

    /// <summary>One generated output by its last end, without reading the others; null where there is none.</summary>
    public ValueTask<GeneratedOutput?> FindOutputAsync(ItemId item, CancellationToken cancellation) => new(_outputs.FindLast(item));

    /// <summary>One instance of a scenario by its last end, without reading the others; null where it has not ended.</summary>
    public ValueTask<ScoredInstance?> FindInstanceAsync(ItemId item, CancellationToken cancellation) => new(_instances.FindLast(item));

    /// <summary>Lets the folder go.</summary>
    public void Dispose()
    {
        _calls.Dispose();
        _items.Dispose();
        _outputs.Dispose();
        _instances.Dispose();
        _skipped.Dispose();
        _events.Dispose();
        _spending.Dispose();
        _lock?.Dispose();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    // What a beginning that was killed leaves: the lock, and a description that was being written.
    private static bool IsLeftover(string name) => name == RunFiles.Lock || WholeFile.IsHalfWritten(name);

    // Annotations that were being written at a kill: as large as the run, and nobody's.
    private static void DeleteHalfWritten(string path)
    {
        foreach (string file in Directory.EnumerateFiles(path).Where(static file => WholeFile.IsHalfWritten(System.IO.Path.GetFileName(file))))
        {
            try
            {
                File.Delete(file);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new InputException(FileErrors.Writing(file, error), error);
            }
        }
    }

    private static RunFolder WithLock(string path, Func<RunDescription> describe)
    {
        FileLock heldLock = FileLock.TryTake(System.IO.Path.Combine(path, RunFiles.Lock))
            ?? throw new InputException($"{path} is in use: another process goes on with this run; wait for it to end, or name another folder.");
        try
        {
            return new RunFolder(path, describe(), heldLock);
        }
        catch
        {
            heldLock.Dispose();
            throw;
        }
    }

    private static void MakeFolder(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException { ParamName: "path" } or NotSupportedException)
        {
            throw new InputException(FileErrors.Writing(path, error), error);
        }
    }
}
