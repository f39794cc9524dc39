using Assay.Core.Responses;

namespace Assay.Core.Runs;

/// <summary>
/// What a budget knows of one attempt at a call, in two parts: before it is sent the most it can cost, when it has ended what it did. A process that is killed
/// between the two leaves the first, and the attempt counts as its worst case. Exactly one of the amounts is there; both are in US dollars.
/// </summary>
/// <param name="Key">The key of the call.</param>
/// <param name="Most">Set aside before the attempt is sent.</param>
/// <param name="Cost">What it came to; the most, where it may have been charged and nobody told.</param>
public sealed record SpendingEntry(ResponseKey Key, decimal? Most, decimal? Cost);

/// <summary>Keeps what a budget knows, so that the next session of a run knows it too.</summary>
public interface ISpendingJournal
{
    /// <summary>Adds an entry; when this returns, it survives the end of the process. Safe from several calls at once.</summary>
    void Append(SpendingEntry entry);
}
