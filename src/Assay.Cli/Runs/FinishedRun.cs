using Assay.Cli.Contracts;
using Assay.Cli.Reports;
using Assay.Core.Runs;
using Assay.Evaluation.Summaries;
using Assay.Storage.Runs;

namespace Assay.Cli.Runs;

/// <summary>Knows a run in which nothing is left to do without reading its texts or those of its inputs.</summary>
internal static class FinishedRun
{
    /// <summary>
    /// What a run came to that was asked the same, came to the end of all items with an answer, and whose files were made from the logs as they are now;
    /// null for any other, and where there is none.
    /// </summary>
    /// <exception cref="Core.Errors.InputException">The run was asked something else, or cannot be read.</exception>
    public static async Task<JudgeRunSummary?> ReadAsync(string folder, RunDescription asked, CancellationToken cancellation)
    {
        using RunFolder? run = RunStart.OpenToRead(folder);
        if (run is null) return null;
        RunStart.RefuseOther(run.Description, asked, folder);
        if (!await RunState.IsFinishedAsync(run, cancellation)) return null;
        JudgeRunSummary? summary = ResultsReader.Read(Path.Combine(folder, RunFiles.Results), MadeFromContract.Of(folder));
        return summary is { Outcomes.Failed: 0 } ? summary : null;
    }
}
