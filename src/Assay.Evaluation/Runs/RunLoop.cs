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
    /// <returns>Whether all items were worked on: false after <paramref name="drain"/>.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="abort"/> was requested.</exception>
    public static async Task<bool> RunAsync<T>(IAsyncEnumerable<T> items, int inFlight, Func<T, ValueTask> work, CancellationToken drain, CancellationToken abort)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(drain, abort);
        ExceptionDispatchInfo? first = null;
        try
        {
            await Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = inFlight, CancellationToken = stop.Token }, async (item, _) =>
            {
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
            abort.ThrowIfCancellationRequested();
            first?.Throw();
            return false;
        }
        abort.ThrowIfCancellationRequested();
        first?.Throw();
        return true;
    }

    private static bool EndsRun(Exception error) => error is BudgetReachedException or NotStoredException or InputException or ModelCallException;
}
