using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Runs;
using Assay.Core.Texts;
using Assay.Storage.Files;
using Assay.Storage.Json;
using Assay.Storage.Runs;

namespace Assay.Storage.Exports;

/// <summary>Writes every call of a run as JSON Lines, each with its item and what became of it.</summary>
public static class CallExport
{
    /// <summary>
    /// Writes all calls, failed ones and those answered from the store too, in the order of their items' identities and, within an item, in the order in which
    /// they were made. Whole or not at all; one call and one item are in memory at a time, and some 80 bytes for each call.
    /// </summary>
    /// <param name="path">The file, replaced if it is there.</param>
    /// <param name="run">The run.</param>
    /// <param name="cancellation">Stops; the file then keeps its content.</param>
    /// <returns>The number of calls.</returns>
    /// <exception cref="InputException">The system refuses, or the run's log cannot be read.</exception>
    public static int Write(string path, RunFolder run, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        int count = 0;
        WholeFile.Write(path, stream =>
        {
            count = 0;
            foreach (ExportedCall call in run.Description.Kind == RunKind.Judge ? OfItems(run, cancellation) : OfOutputs(run, cancellation))
            {
                using RentedBytes line = JsonLine.Write(call, StorageJson.Lines.ExportedCall);
                stream.Write(line.Written);
                count++;
            }
        });
        return count;
    }

    private static IEnumerable<ExportedCall> OfItems(RunFolder run, CancellationToken cancellation) => Joined<JudgedItem>(
        run, run.ReadItemsByIdentityAsync(cancellation), static item => item.Pair.Id, ExportedCall.Of, cancellation);

    private static IEnumerable<ExportedCall> OfOutputs(RunFolder run, CancellationToken cancellation) => Joined<GeneratedOutput>(
        run, run.ReadOutputsByIdentityAsync(cancellation), static output => output.Id, ExportedCall.Of, cancellation);

    // Both come in the order of their identities, so each is read once, side by side.
    private static IEnumerable<ExportedCall> Joined<TEnd>(
        RunFolder run, IAsyncEnumerable<TEnd> ends, Func<TEnd, ItemId> identify, Func<CallRecord, TEnd?, ExportedCall> join, CancellationToken cancellation)
        where TEnd : class
    {
        using IEnumerator<TEnd> ended = ends.ToBlockingEnumerable(cancellation).GetEnumerator();
        TEnd? end = ended.MoveNext() ? ended.Current : null;
        foreach (CallRecord call in run.ReadCallsByIdentityAsync(cancellation).ToBlockingEnumerable(cancellation))
        {
            while (end is not null && identify(end).Value < call.Item.Value) end = ended.MoveNext() ? ended.Current : null;
            yield return join(call, end is not null && identify(end) == call.Item ? end : null);
        }
    }
}
