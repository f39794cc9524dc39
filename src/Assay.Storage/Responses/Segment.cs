using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using Assay.Core.Responses;
using Assay.Storage.Json;
using Assay.Storage.Logs;

namespace Assay.Storage.Responses;

/// <summary>A file of answers, opened to be read.</summary>
internal sealed class Segment(int number, RecordLog log) : IDisposable
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    private long _read;

    /// <summary>Its number, which its name says.</summary>
    public int Number => number;

    /// <summary>What was added since this was last asked, in its order.</summary>
    public IEnumerable<LogEntry> ReadNew()
    {
        foreach (LogEntry entry in log.Entries(_read))
        {
            _read = entry.End;
            if (entry.State != LogState.Damaged) yield return entry;
        }
    }

    /// <summary>The answer at a place; null where there is none.</summary>
    public StoredResponse? Read(SegmentPlace place) => ReadLine(log.Read(new LogEntry(default, place.Offset, place.Length, LogState.Whole)));

    /// <inheritdoc/>
    public void Dispose() => log.Dispose();

    /// <summary>The identity of a stored answer's line.</summary>
    public static (LogKey Key, LogState State) Describe(ReadOnlySpan<byte> line) =>
        ReadLine(line) is { } response && TryParse(response.Key, out LogKey key) ? (key, LogState.Whole) : (default, LogState.Damaged);

    /// <summary>A response's key in 32 bytes.</summary>
    /// <returns>False where it is not 64 lower-case hexadecimal digits.</returns>
    public static bool TryParse(ResponseKey key, out LogKey parsed)
    {
        parsed = default;
        if (key.Id is not { Length: 64 } id || id.AsSpan().ContainsAnyExcept(Digits)) return false;
        parsed = new LogKey(Half(id.AsSpan(0, 32)), Half(id.AsSpan(32)));
        return true;
    }

    private static UInt128 Half(ReadOnlySpan<char> digits) => UInt128.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static StoredResponse? ReadLine(ReadOnlySpan<byte> line) =>
        JsonLine.ReadAs(line, StorageJson.Lines.ResponseLine, static read => read.ToResponse());
}

/// <summary>Where an answer lies.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SegmentPlace(int Segment, int Length, long Offset);
