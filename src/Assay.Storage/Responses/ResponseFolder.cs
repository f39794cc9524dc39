using System.Collections.Immutable;
using System.Text.Json;
using Assay.Core.Errors;
using Assay.Core.Responses;
using Assay.Core.Texts;
using Assay.Storage.Files;
using Assay.Storage.Json;

namespace Assay.Storage.Responses;

/// <summary>
/// A folder of answers that runs and processes share. Answers lie in segments, files that only grow; each process appends to a segment of its own and
/// reads all. In memory is where an answer lies, some 60 bytes each. An answer that was added survives <c>kill -9</c>, not the loss of power.
/// </summary>
/// <remarks>
/// What other processes add is seen when the folder is opened, and while it is open about a second later. Two processes that ask the same at the same
/// moment may so both be answered; each keeps its own answer, and those who open the folder afterwards see one of the two.
/// </remarks>
public sealed class ResponseFolder : IResponseStore, IDisposable, IAsyncDisposable
{
    private const int SchemaVersion = 1;
    private const string DescriptionFile = "store.json";

    private static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(1);

    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly SegmentSet _segments;
    private readonly FenceSecretFile _secret;
    private readonly bool _isToRead;
    private long _refreshed;

    private ResponseFolder(string path, TimeProvider time, bool isToRead)
    {
        _isToRead = isToRead;
        _path = path;
        _time = time;
        _secret = new FenceSecretFile(path);
        _segments = new SegmentSet(path);
        _segments.Refresh();
        _refreshed = time.GetTimestamp();
    }

    /// <summary>Answers known now.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _segments.Count;
        }
    }

    /// <summary>Half-written last lines that this process dropped, a sentence each.</summary>
    public ImmutableArray<string> Repairs
    {
        get
        {
            lock (_lock) return _segments.Repairs;
        }
    }

    /// <summary>Opens a store, or makes one.</summary>
    /// <param name="path">The folder; made where it does not exist, the folders above it included.</param>
    /// <param name="time">Tells when to look for what other processes added.</param>
    /// <exception cref="InputException">The folder is another program's, of a newer version, or the system refuses.</exception>
    public static ResponseFolder Open(string path, TimeProvider time)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException { ParamName: "path" } or NotSupportedException)
        {
            throw new InputException(FileErrors.Writing(path, error), error);
        }
        string description = Path.Combine(path, DescriptionFile);
        if (File.Exists(description)) SchemaVersions.Check(SmallFile.Read(description), description, SchemaVersion);
        else if (SegmentSet.HasForeignFiles(path))
        {
            throw new InputException($"{path} holds other files and no {DescriptionFile}; name an empty or a new folder.");
        }
        else
        {
            StoreFile file = new(SchemaVersion, ResponseKey.Version);
            WholeFile.Write(description, stream => JsonSerializer.Serialize(stream, file, StorageJson.Indented.StoreFile));
        }
        return new ResponseFolder(path, time, isToRead: false);
    }

    /// <summary>Opens a store to look for answers, and leaves it as it is: nothing can be added, and a secret that it has not is not made.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="time">Tells when to look for what other processes added.</param>
    /// <returns>Null where there is no store.</returns>
    /// <exception cref="InputException">The store is of a newer version, or the system refuses.</exception>
    public static ResponseFolder? OpenToRead(string path, TimeProvider time)
    {
        string description = Path.Combine(path, DescriptionFile);
        if (!File.Exists(description)) return null;
        SchemaVersions.Check(SmallFile.Read(description), description, SchemaVersion);
        return new ResponseFolder(path, time, isToRead: true);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The key is no SHA-256 in hexadecimal digits.</exception>
    public ValueTask<StoredResponse?> FindAsync(ResponseKey key, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Segment? segment;
        SegmentPlace place;
        lock (_lock)
        {
            if (!_segments.TryFind(key, out segment, out place) && IsTimeToRefresh())
            {
                _segments.Refresh();
                _segments.TryFind(key, out segment, out place);
            }
        }
        if (segment is null) return new ValueTask<StoredResponse?>((StoredResponse?)null);
        StoredResponse? found = segment.Read(place);
        if (found?.Key == key) return new ValueTask<StoredResponse?>(found);
        // Something else wrote there: the answer is lost, and what comes in its place is kept.
        lock (_lock) _segments.Forget(key, place);
        return new ValueTask<StoredResponse?>((StoredResponse?)null);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The key is no SHA-256 in hexadecimal digits.</exception>
    /// <exception cref="InputException">The system refuses (no space left); nothing was added.</exception>
    public ValueTask AddAsync(StoredResponse response, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_isToRead) throw new InvalidOperationException("The store was opened to be read.");
        using RentedBytes line = JsonLine.Write(ResponseLine.Of(response), StorageJson.Lines.ResponseLine);
        lock (_lock) _segments.Add(response.Key, line.Written);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    /// <exception cref="InputException">The file of the secret is damaged, or cannot be written.</exception>
    public ValueTask<ReadOnlyMemory<byte>> GetFenceSecretAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        // A store without a secret has no answer to a fenced prompt, so that any will do for looking.
        return new ValueTask<ReadOnlyMemory<byte>>(_isToRead && !_secret.Exists ? new byte[FenceSecretFile.Size] : _secret.ReadOrCreate());
    }

    /// <summary>Looks for what other processes added.</summary>
    public void Refresh()
    {
        lock (_lock) _segments.Refresh();
    }

    /// <summary>Lets the folder go.</summary>
    public void Dispose()
    {
        lock (_lock) _segments.Dispose();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public override string ToString() => _path;

    private bool IsTimeToRefresh()
    {
        long now = _time.GetTimestamp();
        if (_time.GetElapsedTime(_refreshed, now) < RefreshInterval) return false;
        _refreshed = now;
        return true;
    }
}
