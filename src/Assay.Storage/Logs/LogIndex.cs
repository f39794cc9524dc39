using System.Buffers.Binary;
using Assay.Core.Errors;
using Microsoft.Win32.SafeHandles;

namespace Assay.Storage.Logs;

/// <summary>
/// The index of a log: a header and then, for each line, 48 bytes with the identity, place and state of its record, in the order of the lines. It can be
/// made again from the log at any time, so whatever is wrong with it costs a reading of the log and nothing else.
/// </summary>
internal sealed class LogIndex : IDisposable
{
    /// <summary>Bytes of an entry, and of the header.</summary>
    public const int EntrySize = 48;

    private const int EntriesRead = 1024;

    private readonly SafeFileHandle? _file;

    private LogIndex(SafeFileHandle? file) => _file = file;

    private static ReadOnlySpan<byte> Header => "assay log index 1\n                              "u8;

    /// <summary>Opens an index to write it; makes it where there is none.</summary>
    public static LogIndex OpenToAppend(string path) =>
        new(File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete));

    /// <summary>Opens an index to read it; one that is not there is empty.</summary>
    public static LogIndex OpenToRead(string path) =>
        new(File.Exists(path) ? File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete) : null);

    /// <summary>The number of whole entries; 0 where the file is no index.</summary>
    public long Count
    {
        get
        {
            if (_file is null || !HasHeader()) return 0;
            return Math.Max(0, RandomAccess.GetLength(_file) - EntrySize) / EntrySize;
        }
    }

    /// <summary>Empties the index, header apart.</summary>
    public void Clear()
    {
        Span<byte> header = stackalloc byte[EntrySize];
        header.Clear();
        Header.CopyTo(header);
        RandomAccess.SetLength(_file!, 0);
        RandomAccess.Write(_file!, header, 0);
    }

    /// <summary>Cuts the index to so many entries.</summary>
    public void Cut(long count) => RandomAccess.SetLength(_file!, EntrySize * (count + 1));

    /// <summary>Writes several entries, the first as number <paramref name="at"/>.</summary>
    public void Write(ReadOnlySpan<LogEntry> entries, long at)
    {
        byte[] bytes = new byte[EntrySize * entries.Length];
        for (int i = 0; i < entries.Length; i++) Encode(entries[i], bytes.AsSpan(EntrySize * i, EntrySize));
        RandomAccess.Write(_file!, bytes, EntrySize * (at + 1));
    }

    /// <summary>Entry number <paramref name="at"/>, from 0, below <see cref="Count"/>.</summary>
    public LogEntry this[long at]
    {
        get
        {
            Span<byte> bytes = stackalloc byte[EntrySize];
            int read = RandomAccess.Read(_file!, bytes, EntrySize * (at + 1));
            if (read < EntrySize) throw Ended();
            return Decode(bytes);
        }
    }

    /// <summary>Entries <paramref name="from"/> to <paramref name="count"/> (exclusive), read many at a time.</summary>
    public IEnumerable<LogEntry> Read(long from, long count)
    {
        byte[] bytes = new byte[EntrySize * EntriesRead];
        for (long at = from; at < count;)
        {
            int wanted = (int)Math.Min(EntriesRead, count - at);
            int entries = RandomAccess.Read(_file!, bytes.AsSpan(0, EntrySize * wanted), EntrySize * (at + 1)) / EntrySize;
            if (entries == 0) throw Ended();
            for (int i = 0; i < entries; i++) yield return Decode(bytes.AsSpan(EntrySize * i, EntrySize));
            at += entries;
        }
    }

    /// <summary>Number of the first entry at or after a place in the log, by bisection; <paramref name="count"/> where there is none.</summary>
    public long FirstAt(long offset, long count)
    {
        (long low, long high) = (0, count);
        while (low < high)
        {
            long middle = low + (high - low) / 2;
            if (this[middle].Offset < offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    // Only where the index is being made again, by a process that found it did not fit.
    private static InputException Ended() => new("The index of a log is being made again by another process; try again in a moment.");

    private bool HasHeader()
    {
        Span<byte> start = stackalloc byte[EntrySize];
        return RandomAccess.Read(_file!, start, 0) == EntrySize && start.StartsWith(Header);
    }

    private static void Encode(LogEntry entry, Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt128BigEndian(bytes, entry.Key.Upper);
        BinaryPrimitives.WriteUInt128BigEndian(bytes[16..], entry.Key.Lower);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[32..], entry.Offset);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[40..], entry.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[44..], (int)entry.State);
    }

    private static LogEntry Decode(ReadOnlySpan<byte> bytes) => new(
        new LogKey(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[16..])),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[32..]),
        BinaryPrimitives.ReadInt32LittleEndian(bytes[40..]),
        (LogState)BinaryPrimitives.ReadInt32LittleEndian(bytes[44..]));
}
