using System.Collections.Immutable;
using System.Globalization;
using Assay.Core.Responses;
using Assay.Storage.Files;
using Assay.Storage.Logs;

namespace Assay.Storage.Responses;

/// <summary>
/// The segments of a store, where each answer lies, and the one segment this process appends to. Segment N is <c>responses-N.jsonl</c>; whoever holds the
/// lock of its number may append to it. A segment whose process has ended is taken over by the next one, so there are as many as there ever were
/// processes at once. Not safe for several threads.
/// </summary>
internal sealed class SegmentSet(string folder) : IDisposable
{
    private const string Prefix = "responses-";
    private const string Extension = ".jsonl";

    private readonly Dictionary<LogKey, SegmentPlace> _places = [];
    private readonly SortedDictionary<int, Segment> _segments = [];
    private RecordLog? _own;
    private FileLock? _ownLock;
    private int _ownNumber;

    /// <summary>Answers known.</summary>
    public int Count => _places.Count;

    /// <summary>What was dropped, a sentence each.</summary>
    public ImmutableArray<string> Repairs { get; private set; } = [];

    /// <summary>Whether a folder holds anything that no store leaves in it.</summary>
    public static bool HasForeignFiles(string path) => Directory.EnumerateFileSystemEntries(path).Select(Path.GetFileName)
        .Any(static name => !name!.StartsWith(Prefix, StringComparison.Ordinal) && !name.StartsWith('.') && name != FenceSecretFile.Name);

    /// <summary>Takes up what was added since the last time.</summary>
    public void Refresh()
    {
        foreach (string path in Directory.EnumerateFiles(folder, $"{Prefix}*{Extension}"))
        {
            if (NumberOf(path) is { } number && !_segments.ContainsKey(number) && RecordLog.OpenToRead(path, Segment.Describe) is { } log)
            {
                _segments.Add(number, new Segment(number, log));
            }
        }
        foreach (Segment segment in _segments.Values)
        {
            // Of one key, the last line of a segment: an earlier one can only be damaged.
            foreach (LogEntry entry in segment.ReadNew()) Place(segment, entry);
        }
    }

    /// <summary>Where the answer with this key lies.</summary>
    public bool TryFind(ResponseKey key, out Segment? segment, out SegmentPlace place)
    {
        segment = null;
        if (!_places.TryGetValue(KeyOf(key), out place)) return false;
        segment = _segments[place.Segment];
        return true;
    }

    /// <summary>Forgets where an answer was thought to lie.</summary>
    public void Forget(ResponseKey key, SegmentPlace place)
    {
        if (_places.TryGetValue(KeyOf(key), out SegmentPlace known) && known == place) _places.Remove(KeyOf(key));
    }

    /// <summary>Appends an answer, unless its key is there.</summary>
    public void Add(ResponseKey key, ReadOnlySpan<byte> line)
    {
        LogKey parsed = KeyOf(key);
        if (_places.ContainsKey(parsed)) return;
        LogEntry entry = Own().Append(parsed, LogState.Whole, line);
        _places.Add(parsed, new SegmentPlace(_ownNumber, entry.Length, entry.Offset));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Segment segment in _segments.Values) segment.Dispose();
        _own?.Dispose();
        _ownLock?.Dispose();
    }

    private void Place(Segment segment, LogEntry entry)
    {
        SegmentPlace place = new(segment.Number, entry.Length, entry.Offset);
        bool isKnown = _places.TryGetValue(entry.Key, out SegmentPlace known);
        if (!isKnown || (known.Segment == segment.Number && known.Offset < entry.Offset)) _places[entry.Key] = place;
    }

    private RecordLog Own()
    {
        if (_own is not null) return _own;
        for (int number = 1; _ownLock is null; number++)
        {
            _ownLock = FileLock.TryTake(Path.Combine(folder, Name(number) + ".lock"));
            _ownNumber = number;
        }
        string path = Path.Combine(folder, Name(_ownNumber) + Extension);
        _own = RecordLog.OpenToAppend(path, Segment.Describe);
        if (_own.DroppedBytes > 0)
        {
            Repairs = Repairs.Add($"{path} ended in a half-written line ({_own.DroppedBytes} bytes), which was dropped; what it answered is asked again.");
        }
        Refresh();
        return _own;
    }

    private static string Name(int number) => Prefix + number.ToString("D4", CultureInfo.InvariantCulture);

    private static int? NumberOf(string path) =>
        int.TryParse(Path.GetFileNameWithoutExtension(path).AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;

    private static LogKey KeyOf(ResponseKey key) => Segment.TryParse(key, out LogKey parsed)
        ? parsed
        : throw new ArgumentException("A response's key is 64 lower-case hexadecimal digits.", nameof(key));
}
