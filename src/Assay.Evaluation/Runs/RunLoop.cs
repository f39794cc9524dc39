using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Assay.Core.Errors;
using Assay.Core.Models;
using Assay.Core.Responses;

namespace Assay.Evaluation.Runs;

/// <summary>Works on many items at once, holding only those in flight, and ends in order whatever happens.</summary>
internal static class RunLoop
{
    /// <summary>
    /// Runs <paramref name="work"/> on every item. When an item shows that no other can succeed (no budget, no key, nothing stored), no further item
    /// is begun, those in flight come to their end, and that first error is thrown.
    /// </summary>
    /// <param name="items">Read as places become free.</param>
    /// <param name="inFlight">Items worked on at once, at most.</param>
    /// <param name="work">The work on one item.</param>
    /// <param name="drain">Begins no further item and lets those in flight come to their end.</param>
    /// <param name="abort">Gives up the items in flight too.</param>
    /// <returns>Whether all items were worked on: false where <paramref name="drain"/> came before the last.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="abort"/> was requested.</exception>
    public static async Task<bool> RunAsync<T>(
        IAsyncEnumerable<T> items, int inFlight, Func<T, ValueTask> work, CancellationToken drain, CancellationToken abort)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(drain, abort);
        ParallelOptions options = new() { MaxDegreeOfParallelism = inFlight, CancellationToken = stop.Token };
        ExceptionDispatchInfo? first = null;
        bool hasEnded = false, isCut = false;
        try
        {
            await Parallel.ForEachAsync(UntilEnd(items, () => hasEnded = true), options, async (item, _) =>
            {
                // The loop hears of the request a little later than it is made.
                if (drain.IsCancellationRequested || stop.IsCancellationRequested)
                {
                    Volatile.Write(ref isCut, true);
                    return;
                }
                try
                {
                    await work(item).ConfigureAwait(false);
                }
                catch (Exception error) when (EndsRun(error))
                {
                    Interlocked.CompareExchange(ref first, ExceptionDispatchInfo.Capture(error), null);
                    await stop.CancelAsync().ConfigureAwait(false);
                }
            }).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What ended the loop is looked at below.
        }
        abort.ThrowIfCancellationRequested();
        first?.Throw();
        return hasEnded && !Volatile.Read(ref isCut);
    }

    private static async IAsyncEnumerable<T> UntilEnd<T>(
        IAsyncEnumerable<T> items, Action onEnd, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (T item in items.WithCancellation(cancellation).ConfigureAwait(false)) yield return item;
        onEnd();
    }

    /// <summary>Whether an error says that no other item can succeed.</summary>
    public static bool EndsRun(Exception error) => error is BudgetReachedException or NotStoredException or InputException or ModelCallException;
}
