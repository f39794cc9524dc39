namespace Assay.Evaluation.Runs;

/// <summary>Counts the items of a session; safe from several items at once.</summary>
internal sealed class ProgressCounter(CallTally tally, bool isResumed, IProgress<RunProgress>? progress)
{
    private readonly Lock _lock = new();
    private int _ended, _failed, _endedBefore, _skipped;

    public void CountEnded(bool hasFailed) => Count(ref _ended, ref _failed, hasFailed);

    public void CountEndedBefore() => Count(ref _endedBefore, ref _failed, false);

    public void CountSkipped() => Count(ref _skipped, ref _failed, false);

    public RunProgress Take(bool isComplete)
    {
        lock (_lock)
        {
            return new RunProgress
            {
                Ended = _ended,
                Failed = _failed,
                EndedBefore = _endedBefore,
                Skipped = _skipped,
                Spending = tally.Spending,
                IsResumed = isResumed,
                IsComplete = isComplete,
            };
        }
    }

    private void Count(ref int counter, ref int failed, bool hasFailed)
    {
        lock (_lock)
        {
            counter++;
            if (hasFailed) failed++;
        }
        progress?.Report(Take(isComplete: false));
    }
}
