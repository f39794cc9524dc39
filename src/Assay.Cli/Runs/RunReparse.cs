using System.Globalization;
using Assay.Cli.Models;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Reports;
using Assay.Cli.Terminal;
using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Evaluation.Runs;
using Assay.Evaluation.Summaries;
using Assay.Storage.Responses;
using Assay.Storage.Runs;

namespace Assay.Cli.Runs;

/// <summary>Reads the verdicts of a run again from its answers: <c>assay judge --reparse</c>.</summary>
internal sealed class RunReparse(CommandTerminal terminal, TimeProvider time)
{
    /// <summary>Reads them again, and writes the run's files anew.</summary>
    /// <param name="request">The run, the store of its answers, and the models' file.</param>
    /// <param name="judgeName">The judge that reads; null: the run's own, read by this version.</param>
    /// <param name="cancellation">Stops; what was read again stays so.</param>
    /// <exception cref="InputException">There is no such run, or its answers are not to this judge's prompt.</exception>
    public async Task<int> RunAsync(RunRequest request, string? judgeName, CancellationToken cancellation)
    {
        PeopleNotes notes = new(terminal, request.Quiet);
        using RunFolder run = RunFolder.Open(request.Run);
        JudgeDefinition own = run.Description.Judge ?? throw new InputException(
            $"{request.Run} is a run of outputs and has no verdicts; name a run of judgements.");
        JudgeDefinition judge = judgeName is null ? own : await OtherAsync(request, judgeName, own, notes, cancellation);
        JudgeRunOptions options = RunJudging.OptionsOf(run.Description) with { Judge = judge, FenceSecret = await SecretAsync(request, judge, cancellation) };
        HashSet<string> stripsThinking = [.. run.Description.Models.Where(static model => model.StripThinking).Select(static model => model.Name)];
        ReparsedItems reparsed = await Reparse.RunAsync(options, stripsThinking, run, cancellation);
        if (StoppedResults.Read(run.Path).Count > 0)
        {
            notes.Note("The run had stopped early because of the verdicts as they were read before. The intervals are now Student's and do not account for that; "
                + "judge the full set for ones that do.");
        }
        JudgeRunSummary summary = await RunJudging.WriteFilesAsync(run, judge.Name, []);
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reparsed.Items} items read again, {reparsed.Changed} of them changed"));
        new RunJudging(terminal, time, notes).Report(summary, run.Description with { Judge = judge }, request.Run);
        return ExitCode.Done;
    }

    // The answers are those of the run's models, so a judge that names no model reads for the one the run asked.
    private async Task<JudgeDefinition> OtherAsync(RunRequest request, string judgeName, JudgeDefinition own, PeopleNotes notes, CancellationToken cancellation)
    {
        ModelSource models = new(request.Config, terminal.Surroundings, time, notes.Note);
        string? model = own is ModelJudge { Model: { } only } && !Storage.Configuration.EvaluatorFolder.IsEvaluator(judgeName) ? only : null;
        return model is null
            ? (await JudgeSource.ResolveAsync(judgeName, null, models, cancellation)).Judge
            : Storage.Configuration.JudgeFile.Read(judgeName, model);
    }

    private async Task<ReadOnlyMemory<byte>> SecretAsync(RunRequest request, JudgeDefinition judge, CancellationToken cancellation)
    {
        bool isFenced = judge switch
        {
            ModelJudge single => single.Prompt.IsFenced,
            PoolJudge pool => pool.Members.Any(static member => member.Prompt.IsFenced),
            PanelJudge panel => panel.Members.Any(static member => member.Prompt.IsFenced),
            _ => false,
        };
        if (!isFenced) return default;
        if (!Directory.Exists(request.Store))
        {
            throw new InputException(
                $"The prompts of this run were fenced under the secret of its response store, and there is none at {request.Store}; name the store with --store.");
        }
        using ResponseFolder store = ResponseFolder.Open(request.Store, time);
        return await store.GetFenceSecretAsync(cancellation);
    }
}
