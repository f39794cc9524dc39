using Assay.Core.Runs;
using Assay.Storage.Runs;

namespace Assay.Cli.Runs;

/// <summary>Whether a run has come to its end.</summary>
internal static class RunState
{
    private const string Finished = "finished";

    /// <summary>True if the last session came to the end of all items.</summary>
    public static async Task<bool> IsFinishedAsync(RunFolder run, CancellationToken cancellation)
    {
        RunEvent? last = await run.ReadEventsAsync(cancellation).LastOrDefaultAsync(happened => happened.Kind != "concurrency", cancellation);
        return last?.Kind == Finished;
    }
}
