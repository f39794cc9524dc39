using Assay.Evaluation.Stopping;
using Assay.Statistics.Estimation;

namespace Assay.Evaluation.Summaries;

/// <summary>The summary of a run that stopped when it knew enough.</summary>
public static class StoppedSummary
{
    /// <summary>
    /// The summary in which candidates that stopped have the mean of the items looked at and the interval of their confidence sequence as win rate: Student's
    /// interval is wrong where its own width decided when to stop. There is no standard error.
    /// </summary>
    public static JudgeRunSummary WithStopped(this JudgeRunSummary summary, IReadOnlyCollection<StoppedCandidate> stopped)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(stopped);
        if (stopped.Count == 0) return summary;
        Dictionary<string, StoppedCandidate> byName = stopped.ToDictionary(static candidate => candidate.Candidate, StringComparer.Ordinal);
        return summary with
        {
            Candidates =
            [
                .. summary.Candidates.Select(candidate =>
                    byName.TryGetValue(candidate.Candidate, out StoppedCandidate? found) ? With(candidate, found) : candidate),
            ],
        };
    }

    private static CandidateSummary With(CandidateSummary candidate, StoppedCandidate stopped) => candidate with
    {
        Stopped = stopped,
        WinRate = stopped.Mean is { } mean ? new Estimate(mean, null, stopped.Interval, stopped.After - stopped.Missing) : null,
        Remarks = [stopped.Reason, .. candidate.Remarks],
    };
}
