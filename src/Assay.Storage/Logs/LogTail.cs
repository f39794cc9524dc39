using Microsoft.Win32.SafeHandles;

namespace Assay.Storage.Logs;

/// <summary>Reads the lines of a log from some place to its end: those the index does not have.</summary>
internal static class LogTail
{
    private const int FirstWindow = 1 << 16;

    /// <summary>The whole lines between two places; what follows the last line feed is no line.</summary>
    public static IEnumerable<LogEntry> Read(SafeFileHandle log, long from, long end, LogLineReader describe)
    {
        byte[] window = new byte[(int)Math.Min(FirstWindow, Math.Max(1, end - from))];
        long start = from;
        int held = 0;
        while (start + held < end)
        {
            if (held == window.Length) Array.Resize(ref window, checked(window.Length * 2));
            int wanted = (int)Math.Min(window.Length - held, end - start - held);
            int read = RandomAccess.Read(log, window.AsSpan(held, wanted), start + held);
            if (read == 0) yield break;
            int searched = held;
            held += read;
            int taken = 0;
            while (window.AsSpan(searched, held - searched).IndexOf((byte)'\n') is int found and >= 0)
            {
                int length = searched + found - taken;
                (LogKey key, LogState state) = describe(window.AsSpan(taken, length));
                yield return new LogEntry(key, start + taken, length, state);
                taken += length + 1;
                searched = taken;
            }
            window.AsSpan(taken, held - taken).CopyTo(window);
            start += taken;
            held -= taken;
        }
    }

    /// <summary>The place after the last line feed before <paramref name="end"/>; 0 where there is none.</summary>
    public static long EndOfLastLine(SafeFileHandle log, long end)
    {
        byte[] window = new byte[FirstWindow];
        while (end > 0)
        {
            long start = Math.Max(0, end - window.Length);
            int read = RandomAccess.Read(log, window.AsSpan(0, (int)(end - start)), start);
            int found = window.AsSpan(0, read).LastIndexOf((byte)'\n');
            if (found >= 0) return start + found + 1;
            end = start;
        }
        return 0;
    }
}
