using Assay.Core.Errors;
using Assay.Storage.Files;

namespace Assay.Storage.Logs;

/// <summary>The lines of a log as they are, beside what its index says of them.</summary>
internal sealed class LogComparison
{
    private readonly string _path;
    private readonly List<LogEntry> _indexed;

    /// <exception cref="InputException">A file cannot be read.</exception>
    public LogComparison(string path)
    {
        _path = path;
        try
        {
            using LogIndex index = LogIndex.OpenToRead(RecordLog.IndexPath(path));
            _indexed = [.. index.Read(0, index.Count)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException(FileErrors.Reading(RecordLog.IndexPath(path), error), error);
        }
    }

    /// <summary>Lines the index knows.</summary>
    public long IndexedLines => _indexed.Count;

    /// <summary>Bytes after the last line feed; known once all lines were read.</summary>
    public long TornBytes { get; private set; }

    /// <summary>What the index says of a line, from 1; null where it does not reach so far.</summary>
    public LogEntry? Indexed(long line) => line <= _indexed.Count ? _indexed[(int)line - 1] : null;

    /// <summary>All whole lines with their number, from 1, and their place; the identity is not known.</summary>
    /// <exception cref="InputException">The log cannot be read.</exception>
    public IEnumerable<(long Number, LogEntry Place, byte[] Line)> Lines()
    {
        using RecordLog log = RecordLog.OpenToRead(_path, static _ => default) ?? throw new InputException($"{_path} does not exist; check the path.");
        long number = 0;
        long end = 0;
        foreach (LogEntry place in log.Lines())
        {
            end = place.End;
            yield return (++number, place, log.Read(place));
        }
        TornBytes = new FileInfo(_path).Length - end;
    }
}
