using Assay.Cli.Contracts;
using Assay.Cli.Models;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Progress;
using Assay.Cli.Reports;
using Assay.Cli.Terminal;
using Assay.Core.Runs;
using Assay.Evaluation.Runs;
using Assay.Evaluation.Summaries;
using Assay.Storage.Annotations;
using Assay.Storage.Responses;
using Assay.Storage.Runs;

namespace Assay.Cli.Runs;

/// <summary>A session of a judging run from its calls to its files and its report.</summary>
internal sealed class RunJudging(CommandTerminal terminal, TimeProvider time, PeopleNotes notes)
{
    /// <summary>How the pairs of a run are judged.</summary>
    public static JudgeRunOptions OptionsOf(RunDescription run) => new()
    {
        Judge = run.Judge!,
        Orders = run.Orders,
        Repeats = run.Repeats,
        AskAgain = run.AskAgain,
        Seed = run.Seed,
    };

    /// <summary>Judges, writes <c>annotations.json</c> and <c>results.json</c> when all pairs have come to an end, and reports.</summary>
    public async Task<int> RunAsync(RunRequest request, RunDescription asked, JudgeRunOptions options, PairsToJudge pairs, CancellationToken cancellation)
    {
        RunCalls calls = new(request, asked, terminal, time, notes);
        (RunProgress session, JudgeRunSummary? summary) = await calls.WorkAsync(
            (ProgressStage.Judging, pairs.Items),
            async (run, clients, store, progress) => await JudgeAsync(run, clients, store, options, pairs, progress, cancellation),
            cancellation);
        if (summary is not null) Report(summary, asked, request.Run);
        return RunEnd.Report(session, request.Run, "pairs", terminal, notes);
    }

    /// <summary>Writes the files made from a run's log, whole or not at all.</summary>
    /// <param name="run">The run.</param>
    /// <param name="judge">The judge's name.</param>
    /// <param name="calls">What all its calls came to, where one session made them all; null: its log is read.</param>
    public static async Task<JudgeRunSummary> WriteFilesAsync(RunFolder run, string judge, Spending? calls = null)
    {
        // The items are read once for both files, and the results written last: they say what they were made from.
        JudgeSummaryBuilder summary = new();
        AnnotationWriter.Write(Path.Combine(run.Path, RunFiles.Annotations), run, CancellationToken.None, summary.Add);
        JudgeRunSummary read = await summary.WithSkippedAndCallsAsync(run, calls);
        ResultsFile.Write(Path.Combine(run.Path, RunFiles.Results), read, judge, MadeFromContract.Of(run.Path));
        return read;
    }

    /// <summary>Reports a run in which nothing was left to do.</summary>
    public void ReportFinished(JudgeRunSummary summary, RunDescription run, string folder)
    {
        JudgeReport.Write(summary, run, terminal.Out);
        terminal.Out.Flush();
        notes.Note($"the run in {folder} had come to its end; nothing was asked and nothing written.");
    }

    /// <summary>Writes the report, and which files were written.</summary>
    public void Report(JudgeRunSummary summary, RunDescription run, string folder)
    {
        JudgeReport.Write(summary, run, terminal.Out);
        terminal.Out.Flush();
        notes.Written(Path.Combine(folder, RunFiles.Annotations), Path.Combine(folder, RunFiles.Results));
    }

    private async Task<(RunProgress, JudgeRunSummary?)> JudgeAsync(
        RunFolder run,
        ModelClients clients,
        ResponseFolder? store,
        JudgeRunOptions options,
        PairsToJudge pairs,
        IProgress<RunProgress> progress,
        CancellationToken cancellation)
    {
        if (store is not null) options = options with { FenceSecret = await store.GetFenceSecretAsync(cancellation) };
        RunProgress session = await new JudgeRun(options, clients.ByName, run, time).RunAsync(pairs.Read(), progress, drain: cancellation);
        return (session, session.IsComplete ? await WriteFilesAsync(run, options.Judge.Name, session.IsResumed ? null : session.Spending) : null);
    }
}
