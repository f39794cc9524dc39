using Assay.Cli.Models;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Progress;
using Assay.Cli.Reports;
using Assay.Cli.Terminal;
using Assay.Core.Runs;
using Assay.Evaluation.Runs;
using Assay.Evaluation.Stopping;
using Assay.Evaluation.Summaries;
using Assay.Statistics.Sequential;
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
    public async Task<int> RunAsync(
        RunRequest request, RunDescription asked, JudgeRunOptions options, PairsToJudge pairs, StoppingRule? until, CancellationToken cancellation)
    {
        RunCalls calls = new(request, asked, terminal, time, notes);
        (RunProgress session, JudgeRunSummary? summary) = await calls.WorkAsync(
            (ProgressStage.Judging, pairs.Items),
            async (run, clients, store, progress) => await JudgeAsync(run, clients, store, options, pairs, until, progress, cancellation),
            cancellation);
        if (summary is not null) Report(summary, asked, request.Run);
        return RunEnd.Report(session, request.Run, "pairs", terminal, notes);
    }

    /// <summary>Writes the files made from a run's log, whole or not at all.</summary>
    public static async Task<JudgeRunSummary> WriteFilesAsync(RunFolder run, string judge, IReadOnlyCollection<StoppedCandidate> stopped)
    {
        AnnotationWriter.Write(Path.Combine(run.Path, RunFiles.Annotations), run, CancellationToken.None);
        JudgeRunSummary summary = (await JudgeRunSummary.ReadAsync(run)).WithStopped(stopped);
        ResultsFile.Write(Path.Combine(run.Path, RunFiles.Results), summary, judge);
        return summary;
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
        StoppingRule? until,
        IProgress<RunProgress> progress,
        CancellationToken cancellation)
    {
        if (store is not null) options = options with { FenceSecret = await store.GetFenceSecretAsync(cancellation) };
        StoppingRun? stopping = until is null
            ? null
            : await StoppingRun.BeginAsync(pairs.Read, run, until, JudgeRunSummary.DefaultConfidence, options.Seed, time, cancellation);
        RunProgress session = await new JudgeRun(options, clients.ByName, stopping?.Log ?? run, time)
            .RunAsync(stopping?.ItemsAsync(CancellationToken.None) ?? pairs.Read(), progress, drain: cancellation);
        return (session, session.IsComplete ? await WriteFilesAsync(run, options.Judge.Name, stopping?.Stopped ?? []) : null);
    }
}
