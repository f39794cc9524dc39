using System.Runtime.InteropServices;

namespace Assay.Storage.Logs;

/// <summary>
/// Where the records about something lie, in constant time: some 60 bytes for each identity and 24 for each record. Damaged lines are about nothing.
/// Not safe for several threads.
/// </summary>
internal sealed class LogLookup
{
    private readonly Dictionary<LogKey, int> _last = [];
    private readonly List<Place> _places = [];

    /// <param name="entries">The records so far, in their order.</param>
    public LogLookup(IEnumerable<LogEntry> entries)
    {
        foreach (LogEntry entry in entries) Add(entry);
    }

    /// <summary>Adds the record that was appended last.</summary>
    public void Add(LogEntry entry)
    {
        if (entry.State == LogState.Damaged) return;
        ref int last = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, entry.Key, out bool isKnown);
        _places.Add(new Place(entry.Offset, entry.Length, isKnown ? last : -1, entry.State));
        last = _places.Count - 1;
    }

    /// <summary>The records about something, in their order; empty where there is none.</summary>
    public IReadOnlyList<LogEntry> About(LogKey key)
    {
        List<LogEntry> found = [];
        for (int at = _last.GetValueOrDefault(key, -1); at >= 0; at = _places[at].Previous)
            found.Add(new LogEntry(key, _places[at].Offset, _places[at].Length, _places[at].State));
        found.Reverse();
        return found;
    }

    // Previous is the place before it about the same thing, -1 for the first.
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Place(long Offset, int Length, int Previous, LogState State);
}
