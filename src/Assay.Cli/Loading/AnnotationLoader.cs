using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Assay.Cli.Progress;
using Assay.Core.Errors;
using Assay.Core.Preferences;
using Assay.Storage.Annotations;

namespace Assay.Cli.Loading;

/// <summary>Reads annotation files in parallel into one preference set.</summary>
internal static class AnnotationLoader
{
    /// <summary>Reads all files; of several errors, the one of the first file in the order given is thrown, however the threads ran.</summary>
    /// <param name="files">Files, at least one, each once.</param>
    /// <param name="progress">Told of each file that was read.</param>
    /// <param name="cancellation">Stops the reading between rows.</param>
    /// <exception cref="InputException">A file cannot be read or holds something else than annotations.</exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static PreferenceSet Load(IReadOnlyList<string> files, ProgressDisplay progress, CancellationToken cancellation)
    {
        AnnotationVocabulary vocabulary = new();
        AnnotationFileReader reader = new(vocabulary);
        PreferenceSetBuilder builder = new(vocabulary);
        Exception?[] errors = new Exception?[files.Count];
        int firstError = files.Count;

        progress.Begin(ProgressStage.Reading, files.Count);
        ParallelOptions options = new() { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        // No buffering: a thread takes one file at a time, so the order, largest first, is kept.
        Parallel.ForEach(Partitioner.Create(LargestFirst(files), EnumerablePartitionerOptions.NoBuffering), options, index =>
        {
            if (index > Volatile.Read(ref firstError)) return;
            try
            {
                builder.Add(reader.Read(files[index], cancellation));
                progress.Advance();
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                errors[index] = error;
                LowerTo(ref firstError, index);
            }
        });
        if (firstError < files.Count) ExceptionDispatchInfo.Throw(errors[firstError]!);
        return builder.Build();
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
