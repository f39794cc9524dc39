using System.Collections.Immutable;
using Assay.Core.Judging;
using Assay.Core.Runs;
using Assay.Evaluation.Runs;

namespace Assay.Evaluation.Summaries;

/// <summary>Gathers a run's items for its summary, where somebody reads them already; holds some 60 bytes for each.</summary>
public sealed class JudgeSummaryBuilder
{
    private readonly SortedDictionary<string, CandidateTally> _candidates = new(StringComparer.Ordinal);
    private readonly OrderEffectCounter _orders = new();

    /// <summary>Adds an item, each once and by its last end, in any order.</summary>
    public void Add(JudgedItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Of(item.Pair.Candidate.Generator).Add(item);
        _orders.Add(item.Verdicts);
    }

    /// <summary>The summary, with the skipped instructions and the calls of the log; to be asked for once.</summary>
    /// <param name="log">The run's log, whose items were added.</param>
    /// <param name="calls">What all its calls came to, where that is known without reading them; null: they are read.</param>
    /// <param name="confidence">Nominal coverage of the intervals, in (0, 1).</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<JudgeRunSummary> WithSkippedAndCallsAsync(
        IRunLog log, Spending? calls = null, double confidence = 0.95, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        await foreach (SkippedItem item in log.ReadSkippedAsync(cancellation).ConfigureAwait(false)) Of(item.Generator).AddSkipped();
        Spending spending = calls
            ?? await log.ReadCallsAsync(cancellation).AggregateAsync(Spending.None, static (all, call) => all.With(call), cancellation).ConfigureAwait(false);
        ImmutableArray<CandidateSummary> summaries = [.. _candidates.Values.Select(tally => tally.Take(confidence))];
        return new JudgeRunSummary
        {
            Candidates = summaries,
            Outcomes = summaries.Aggregate(new OutcomeCounts(), static (all, candidate) => all.Add(candidate.Outcomes)),
            OrderEffects = _orders.Take(confidence),
            Spending = spending,
            Confidence = confidence,
        };
    }

    private CandidateTally Of(string candidate)
    {
        if (!_candidates.TryGetValue(candidate, out CandidateTally? tally)) _candidates.Add(candidate, tally = new CandidateTally(candidate));
        return tally;
    }
}
