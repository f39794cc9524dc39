using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Assay.Cli.Progress;

namespace Assay.Cli.Loading;

/// <summary>Reads many files in parallel.</summary>
internal static class ParallelFiles
{
    /// <summary>Reads all files; of several errors, the one of the first file in the order given is thrown, however the threads ran.</summary>
    /// <param name="files">Files, each once.</param>
    /// <param name="progress">Told of each file that was read.</param>
    /// <param name="worker">Makes what a thread keeps from file to file.</param>
    /// <param name="read">Reads the file at a position of the list with it.</param>
    /// <param name="cancellation">Stops the reading between files; within them it is up to <paramref name="read"/>.</param>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static void ForEach<T>(IReadOnlyList<string> files, ProgressDisplay progress, Func<T> worker, Action<int, T> read, CancellationToken cancellation)
    {
        Exception?[] errors = new Exception?[files.Count];
        int firstError = files.Count;
        progress.Begin(ProgressStage.Reading, files.Count);
        ParallelOptions options = new() { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        // No buffering: a thread takes one file at a time, so the order, largest first, is kept.
        Parallel.ForEach(Partitioner.Create(LargestFirst(files), EnumerablePartitionerOptions.NoBuffering), options, worker, (index, _, own) =>
        {
            if (index > Volatile.Read(ref firstError)) return own;
            try
            {
                read(index, own);
                progress.Advance();
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                errors[index] = error;
                LowerTo(ref firstError, index);
            }
            return own;
        }, static _ => { });
        if (firstError < files.Count) ExceptionDispatchInfo.Throw(errors[firstError]!);
    }

    // A large file that came last would keep one thread busy while the others wait.
    private static IEnumerable<int> LargestFirst(IReadOnlyList<string> files) =>
        Enumerable.Range(0, files.Count).OrderByDescending(index => SizeOrZero(files[index]));

    // A file that cannot be measured gets its error when it is read.
    private static long SizeOrZero(string file) => new FileInfo(file) is { Exists: true } info ? info.Length : 0;

    private static void LowerTo(ref int target, int value)
    {
        int seen = Volatile.Read(ref target);
        while (value < seen)
        {
            int before = Interlocked.CompareExchange(ref target, value, seen);
            if (before == seen) return;
            seen = before;
        }
    }
}
