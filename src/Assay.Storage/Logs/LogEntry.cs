namespace Assay.Storage.Logs;

/// <summary>Where a record lies in its log, and what it is about: all that is read when a run is resumed or a response looked up.</summary>
/// <param name="Key">What the record is about.</param>
/// <param name="Offset">Where its line begins, in bytes.</param>
/// <param name="Length">Length of its line in bytes, without the line feed.</param>
/// <param name="State">What is known without reading it.</param>
internal readonly record struct LogEntry(LogKey Key, long Offset, int Length, LogState State)
{
    /// <summary>Where the next line begins.</summary>
    public long End => Offset + Length + 1;
}

/// <summary>The identity of a record in 32 bytes: an item's identity has the upper half alone.</summary>
internal readonly record struct LogKey(UInt128 Upper, UInt128 Lower);

/// <summary>What an index says about a record besides its identity. The numbers are in files.</summary>
internal enum LogState
{
    /// <summary>A record as it should be.</summary>
    Whole = 0,

    /// <summary>The record of an item that failed, to be asked again.</summary>
    Failed = 1,

    /// <summary>A line that is no record: something other than this program wrote there. It is passed over.</summary>
    Damaged = 2,
}

/// <summary>Finds a record's identity in its line, where the index does not have it.</summary>
/// <returns>The identity and the state; <see cref="LogState.Damaged"/> where the line is no record.</returns>
internal delegate (LogKey Key, LogState State) LogLineReader(ReadOnlySpan<byte> line);
