using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Core.Runs;
using Assay.Evaluation.Judging;
using Microsoft.Extensions.AI;

namespace Assay.Evaluation.Runs;

/// <summary>Judges pairs of outputs, and goes on where an earlier session of the same run ended.</summary>
/// <remarks>
/// Every answer is in the log before its verdict is read, and every item when it has come to its end. An item that has ended (in anything but failure) is
/// never asked again; of an
/// item that was under way, answers that the log or the pipeline's store has are not asked for again. Memory: the items in flight and 32 bytes or so for every
/// item of the run.
/// </remarks>
public sealed class JudgeRun
{
    private readonly JudgeRunOptions _options;
    private readonly IReadOnlyDictionary<string, IChatClient> _models;
    private readonly IRunLog _log;
    private readonly TimeProvider _time;
    private readonly ItemJudge _judge;

    /// <param name="options">How pairs are judged.</param>
    /// <param name="models">Clients of all models the judge names, by the model's name in the run; safe for several calls at once.</param>
    /// <param name="log">The run's log.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="InputException">A model the judge names is missing, a pattern of the judge is no regular expression, or the secret of the fences is
    /// missing.</exception>
    public JudgeRun(JudgeRunOptions options, IReadOnlyDictionary<string, IChatClient> models, IRunLog log, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(models);
        JudgeCheck.Check(options, models.Keys);
        (_options, _models, _log, _time) = (options, models, log, time);
        _judge = new ItemJudge(options);
    }

    /// <summary>Judges pairs; none is skipped but those given twice.</summary>
    /// <inheritdoc cref="RunAsync(IAsyncEnumerable{JoinedItem}, IProgress{RunProgress}, CancellationToken, CancellationToken)"/>
    public Task<RunProgress> RunAsync(
        IAsyncEnumerable<PairToJudge> pairs, IProgress<RunProgress>? progress = null, CancellationToken drain = default, CancellationToken abort = default) =>
        RunAsync(pairs.Select(JoinedItem.Of), progress, drain, abort);

    /// <summary>Judges the pairs and records the skipped ones.</summary>
    /// <param name="items">All items of the run, those of earlier sessions too; read as places become free.</param>
    /// <param name="progress">Told after every item, from several threads.</param>
    /// <param name="drain">The first request to stop: no further item is begun, those in flight come to their end, and the run returns.</param>
    /// <param name="abort">The second: calls in flight are given up.</param>
    /// <returns>What the session came to; <see cref="RunProgress.IsComplete"/> is false after <paramref name="drain"/>.</returns>
    /// <exception cref="ModelCallException">No call of a model will succeed. The run can go on when that is put right; so it can after all of the
    /// following.</exception>
    /// <exception cref="BudgetReachedException">The next call could have passed the budget.</exception>
    /// <exception cref="NotStoredException">Only stored answers were allowed, and one is not stored.</exception>
    /// <exception cref="InputException">The items could not be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="abort"/> was requested.</exception>
    public Task<RunProgress> RunAsync(
        IAsyncEnumerable<JoinedItem> items, IProgress<RunProgress>? progress = null, CancellationToken drain = default, CancellationToken abort = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        return RunSession.RunAsync(GivenOnce(items), WorkAsync, new RunSetting(_models, _log, _time, _options.InFlight), progress, drain, abort);
    }

    private static IAsyncEnumerable<JoinedItem> GivenOnce(IAsyncEnumerable<JoinedItem> items)
    {
        HashSet<ItemId> given = [];
        return items.Select(item => item.Pair is not { } pair || given.Add(pair.Id) ? item : JoinedItem.Of(GivenAgain(pair)));
    }

    /// <summary>What becomes of a pair that was given before.</summary>
    internal static SkippedItem GivenAgain(PairToJudge pair) =>
        new(pair.Candidate.Generator, pair.Instruction, pair.Dataset, "This pair was given more than once; it is judged once.");

    private async ValueTask WorkAsync(RunSession session, JoinedItem item)
    {
        if (item.Pair is not { } given)
        {
            await session.SkipAsync(item.Skipped!).ConfigureAwait(false);
            return;
        }
        if (session.HasEnded(given.Id)) return;
        PairToJudge pair = WellFormedPair.Of(given);
        RunAnswers answers = await session.AnswersAsync(pair.Id).ConfigureAwait(false);
        await session.EndAsync(await _judge.JudgeAsync(pair, answers, session.Abort).ConfigureAwait(false)).ConfigureAwait(false);
    }
}
