using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Models;
using Assay.Core.Outputs;
using Assay.Core.Responses;
using Assay.Core.Runs;
using Assay.Evaluation.Calls;
using Microsoft.Extensions.AI;

namespace Assay.Evaluation.Runs;

/// <summary>Asks a model for outputs to instructions, and goes on where an earlier session of the same run ended.</summary>
/// <param name="options">How outputs are generated.</param>
/// <param name="model">The model; safe for several calls at once.</param>
/// <param name="log">The run's log.</param>
/// <param name="time">The clock.</param>
public sealed class GenerateRun(GenerateRunOptions options, IChatClient model, IRunLog log, TimeProvider time)
{
    /// <summary>Generates the outputs. Instructions given more than once are skipped after the first time, and that is recorded.</summary>
    /// <param name="instructions">All instructions of the run; read as places become free.</param>
    /// <param name="progress">Told after every output, from several threads.</param>
    /// <param name="drain">The first request to stop: no further call is begun, those in flight come to their end, and the run returns.</param>
    /// <param name="abort">The second: calls in flight are given up.</param>
    /// <returns>What the session came to; <see cref="RunProgress.IsComplete"/> is false after <paramref name="drain"/>.</returns>
    /// <exception cref="ModelCallException">No call of the model will succeed. The run can go on when that is put right; so it can after all of the
    /// following.</exception>
    /// <exception cref="BudgetReachedException">The next call could have passed the budget.</exception>
    /// <exception cref="NotStoredException">Only stored answers were allowed, and one is not stored.</exception>
    /// <exception cref="InputException">The instructions could not be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="abort"/> was requested.</exception>
    public Task<RunProgress> RunAsync(
        IAsyncEnumerable<InstructionRow> instructions,
        IProgress<RunProgress>? progress = null,
        CancellationToken drain = default,
        CancellationToken abort = default)
    {
        ArgumentNullException.ThrowIfNull(instructions);
        Dictionary<string, IChatClient> models = new(StringComparer.Ordinal) { [options.Generator] = model };
        return RunSession.RunAsync(OutputItem.AllOf(instructions, options.Repeats), WorkAsync, new RunSetting(models, log, time, options.InFlight), progress, drain, abort);
    }

    /// <summary>The outputs as rows of AlpacaEval's <c>model_outputs</c>: of every instruction the one of this repeat, where there is one. Cut and refused
    /// ones are outputs too.</summary>
    /// <param name="outputs">From the log (<see cref="IRunLog.ReadOutputsAsync"/>).</param>
    /// <param name="repeat">The repeat, from 0.</param>
    public static IAsyncEnumerable<OutputRow> RowsOf(IAsyncEnumerable<GeneratedOutput> outputs, int repeat = 0) =>
        outputs.Where(output => output.Output is not null && output.Repeat == repeat).Select(static output => new OutputRow
        {
            Instruction = output.Instruction.Instruction,
            Output = output.Output!,
            Generator = output.Generator,
            Dataset = output.Instruction.Dataset,
            ReplacedSurrogates = output.Instruction.ReplacedSurrogates + output.ReplacedSurrogates,
        });

    private async ValueTask WorkAsync(RunSession session, OutputItem item)
    {
        if (item.IsGivenBefore)
        {
            const string Reason = "This instruction was given more than once; it is asked once.";
            await session.SkipAsync(new SkippedItem(options.Generator, item.Instruction.Instruction, item.Instruction.Dataset, Reason)).ConfigureAwait(false);
            return;
        }
        ItemId id = item.IdFor(options.Generator);
        if (session.HasEnded(id)) return;
        RunAnswers answers = await session.AnswersAsync(id).ConfigureAwait(false);
        CallAnswer answer = (await answers.AskAsync(item.Ask(options), session.Abort).ConfigureAwait(false))!;
        await session.EndAsync(item.End(options.Generator, answer)).ConfigureAwait(false);
    }
}
