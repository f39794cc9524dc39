using System.Runtime.InteropServices;
using Assay.Core.Errors;
using Assay.Storage.Files;
using Microsoft.Win32.SafeHandles;

namespace Assay.Storage.Logs;

/// <summary>
/// A file of lines that only grows, and its index. A line is one write of the system, without waiting for the disk: it survives the end of the process at
/// any moment, not the loss of power. One process appends (the caller holds its lock); any may read meanwhile.
/// </summary>
/// <remarks>
/// The index is written after the lines, many entries at once. Whoever opens the log adds the lines the index does not have, and drops what follows the last
/// line feed: a line that was being written when its process ended.
/// </remarks>
internal sealed class RecordLog : IDisposable
{
    private const int EntriesWritten = 4096;
    // A kill leaves so many lines at most to be read again, and an entry of its own costs a third of its line.
    private const int EntriesHeld = 64;

    private readonly SafeFileHandle _log;
    private readonly LogIndex _index;
    private readonly LogLineReader _describe;
    private readonly Lock _writing = new();
    private readonly List<LogEntry> _held = new(EntriesHeld);
    private readonly bool _isToAppend;
    private readonly bool _isIndexTrusted = true;
    private long _end;
    private long _indexed;
    private LogLookup? _lookup;
    private bool _isIndexWritten = true;
    private bool _isBroken;

    private RecordLog(string path, SafeFileHandle log, LogIndex index, LogLineReader describe, bool isToAppend)
    {
        Path = path;
        _log = log;
        _index = index;
        _describe = describe;
        _isToAppend = isToAppend;
        if (isToAppend) Mend();
        else _isIndexTrusted = IndexFits(_index.Count, RandomAccess.GetLength(_log));
    }

    /// <summary>The log's file.</summary>
    public string Path { get; }

    /// <summary>Bytes of a torn last line that were dropped when the log was opened to append.</summary>
    public long DroppedBytes { get; private set; }

    /// <summary>The file of a log's index.</summary>
    public static string IndexPath(string path) => path + ".index";

    /// <summary>Opens a log to append to it, or makes it; the caller holds the lock that says nobody else does.</summary>
    /// <exception cref="InputException">The system refuses.</exception>
    public static RecordLog OpenToAppend(string path, LogLineReader describe) => Open(path, describe, isToAppend: true);

    /// <summary>Opens a log to read it and leaves it as it is, while another process may append to it.</summary>
    /// <returns>Null where there is none.</returns>
    /// <exception cref="InputException">The system refuses.</exception>
    public static RecordLog? OpenToRead(string path, LogLineReader describe) => File.Exists(path) ? Open(path, describe, isToAppend: false) : null;

    /// <summary>Appends a record. When this returns, it survives the end of the process.</summary>
    /// <param name="key">What it is about.</param>
    /// <param name="state">Its state.</param>
    /// <param name="line">The line, its line feed included: the only one in it.</param>
    /// <exception cref="InputException">The system refuses (no space left); nothing was appended.</exception>
    public LogEntry Append(LogKey key, LogState state, ReadOnlySpan<byte> line)
    {
        lock (_writing)
        {
            if (_isBroken) throw new InputException($"{Path} could not be written before, and half a line could not be taken back; begin again to go on.");
            LogEntry entry = new(key, _end, line.Length - 1, state);
            Write(line);
            _end += line.Length;
            _lookup?.Add(entry);
            _held.Add(entry);
            if (_held.Count == EntriesHeld) WriteIndex();
            return entry;
        }
    }

    /// <summary>
    /// The whole records about something, in their order, without reading the others. Where the log is open to append, the first question reads the index
    /// once and the others nothing; where another process may append to it, every question reads the index.
    /// </summary>
    public IReadOnlyList<LogEntry> About(LogKey key)
    {
        if (!_isToAppend) return [.. Entries().Where(entry => entry.Key == key && entry.State != LogState.Damaged)];
        lock (_writing) return (_lookup ??= new LogLookup(Entries())).About(key);
    }

    /// <summary>The records from a place in the log on, in their order: those whole when the reading begins, damaged ones included.</summary>
    public IEnumerable<LogEntry> Entries(long from = 0)
    {
        // The index before the log: what is appended between the two is then found in the log.
        long count = _isIndexTrusted ? _index.Count : 0;
        long end = RandomAccess.GetLength(_log);
        long next = from;
        if (count > 0)
        {
            foreach (LogEntry entry in _index.Read(_index.FirstAt(from, count), count))
            {
                next = entry.End;
                yield return entry;
            }
        }
        foreach (LogEntry entry in LogTail.Read(_log, next, end, _describe)) yield return entry;
    }

    /// <summary>All whole lines, whatever the index says.</summary>
    public IEnumerable<LogEntry> Lines() => LogTail.Read(_log, 0, RandomAccess.GetLength(_log), _describe);

    /// <summary>The line of a record, without its line feed.</summary>
    /// <exception cref="InputException">The log was changed by something else, or cannot be read.</exception>
    public byte[] Read(LogEntry entry)
    {
        byte[] line = new byte[entry.Length];
        try
        {
            int read = 0;
            while (read < line.Length && RandomAccess.Read(_log, line.AsSpan(read), entry.Offset + read) is int more and > 0) read += more;
            if (read == line.Length) return line;
        }
        catch (IOException error)
        {
            throw new InputException(FileErrors.Reading(Path, error), error);
        }
        throw new InputException($"{Path} is shorter than its index says; something else changed it, so delete {IndexPath(Path)} and begin again.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_writing) WriteIndex();
        _index.Dispose();
        _log.Dispose();
    }

    private static RecordLog Open(string path, LogLineReader describe, bool isToAppend)
    {
        SafeFileHandle? log = null;
        LogIndex? index = null;
        try
        {
            (FileMode mode, FileAccess access) = isToAppend ? (FileMode.OpenOrCreate, FileAccess.ReadWrite) : (FileMode.Open, FileAccess.Read);
            log = File.OpenHandle(path, mode, access, FileShare.ReadWrite | FileShare.Delete);
            index = isToAppend ? LogIndex.OpenToAppend(IndexPath(path)) : LogIndex.OpenToRead(IndexPath(path));
            return new RecordLog(path, log, index, describe, isToAppend);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            index?.Dispose();
            log?.Dispose();
            throw new InputException(isToAppend ? FileErrors.Writing(path, error) : FileErrors.Reading(path, error), error);
        }
    }

    private void Mend()
    {
        long length = RandomAccess.GetLength(_log);
        _end = LogTail.EndOfLastLine(_log, length);
        DroppedBytes = length - _end;
        if (DroppedBytes > 0) RandomAccess.SetLength(_log, _end);
        _indexed = _index.Count;
        if (_indexed > 0 && IndexFits(_indexed, _end)) _index.Cut(_indexed);
        else
        {
            _index.Clear();
            _indexed = 0;
        }
        long from = _indexed > 0 ? _index[_indexed - 1].End : 0;
        foreach (LogEntry[] entries in LogTail.Read(_log, from, _end, _describe).Chunk(EntriesWritten))
        {
            _index.Write(entries, _indexed);
            _indexed += entries.Length;
        }
    }

    // The last entry ends where a line ends; that entries follow one another without a gap is what `runs verify` proves.
    private bool IndexFits(long count, long end)
    {
        if (count == 0) return true;
        LogEntry last = _index[count - 1];
        if (last.Offset < 0 || last.Length < 0 || last.End > end) return false;
        Span<byte> feed = stackalloc byte[1];
        return RandomAccess.Read(_log, feed, last.End - 1) == 1 && feed[0] == (byte)'\n' && StartsLine(last.Offset);
    }

    private bool StartsLine(long offset)
    {
        if (offset == 0) return true;
        Span<byte> before = stackalloc byte[1];
        return RandomAccess.Read(_log, before, offset - 1) == 1 && before[0] == (byte)'\n';
    }

    private void Write(ReadOnlySpan<byte> line)
    {
        try
        {
            RandomAccess.Write(_log, line, _end);
        }
        catch (IOException error)
        {
            TakeBack();
            throw new InputException(FileErrors.Writing(Path, error), error);
        }
    }

    private void TakeBack()
    {
        try
        {
            RandomAccess.SetLength(_log, _end);
        }
        catch (IOException)
        {
            _isBroken = true;
        }
    }

    // An index that cannot be written is only late: the next opening completes it.
    private void WriteIndex()
    {
        if (_isIndexWritten && _held.Count > 0)
        {
            try
            {
                _index.Write(CollectionsMarshal.AsSpan(_held), _indexed);
                _indexed += _held.Count;
            }
            catch (IOException)
            {
                _isIndexWritten = false;
            }
        }
        _held.Clear();
    }
}
