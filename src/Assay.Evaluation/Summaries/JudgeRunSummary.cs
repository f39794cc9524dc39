using System.Collections.Immutable;
using Assay.Core.Judging;
using Assay.Core.Runs;
using Assay.Evaluation.Runs;

namespace Assay.Evaluation.Summaries;

/// <summary>What a judging run says, read from its log as a stream; the order in which items ended does not matter.</summary>
public sealed record JudgeRunSummary
{
    /// <summary>One for each candidate, by name in ordinal order.</summary>
    public required ImmutableArray<CandidateSummary> Candidates { get; init; }

    /// <summary>How all items ended.</summary>
    public required OutcomeCounts Outcomes { get; init; }

    /// <summary>What the order shown did, over the items of all candidates; null where no item has a preference in both orders.</summary>
    public required OrderEffects? OrderEffects { get; init; }

    /// <summary>What all calls of the run came to, those of earlier sessions too.</summary>
    public required Spending Spending { get; init; }

    /// <summary>Nominal coverage of the intervals, in (0, 1).</summary>
    public required double Confidence { get; init; }

    /// <summary>The candidate of this name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public CandidateSummary this[string candidate] =>
        Candidates.FirstOrDefault(summary => string.Equals(summary.Candidate, candidate, StringComparison.Ordinal))
        ?? throw new KeyNotFoundException($"The run has no candidate '{candidate}'.");

    /// <summary>Reads items, skipped instructions and calls, one at a time; holds some 60 bytes for each item.</summary>
    /// <param name="log">The run's log.</param>
    /// <param name="confidence">Nominal coverage of the intervals, in (0, 1).</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task<JudgeRunSummary> ReadAsync(IRunLog log, double confidence = 0.95, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        JudgeSummaryBuilder summary = new();
        await foreach (JudgedItem item in log.ReadItemsAsync(cancellation).ConfigureAwait(false)) summary.Add(item);
        return await summary.WithSkippedAndCallsAsync(log, calls: null, confidence, cancellation).ConfigureAwait(false);
    }
}
