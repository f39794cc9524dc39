using Assay.Core.Judging;
using Assay.Core.Runs;
using Assay.Core.Scenarios;
using Assay.Evaluation.Calls;
using Microsoft.Extensions.AI;

namespace Assay.Evaluation.Runs;

/// <summary>One session of a run, whatever the run makes: what earlier sessions left, the calls, the counts, and how it ends.</summary>
internal sealed class RunSession
{
    private readonly RunHistory _history;
    private readonly Lock _skipping = new();
    private readonly IRunLog _log;
    private readonly ModelCaller _caller;
    private readonly ProgressCounter _counter;

    private RunSession(RunHistory history, IRunLog log, ModelCaller caller, ProgressCounter counter, CancellationToken abort)
    {
        (_history, _log, _caller, _counter) = (history, log, caller, counter);
        Abort = abort;
    }

    /// <summary>Gives calls in flight up.</summary>
    public CancellationToken Abort { get; }

    /// <summary>Works on all items that have not ended before.</summary>
    public static async Task<RunProgress> RunAsync<T>(
        IAsyncEnumerable<T> items,
        Func<RunSession, T, ValueTask> work,
        RunSetting setting,
        IProgress<RunProgress>? progress,
        CancellationToken drain,
        CancellationToken abort)
    {
        RunHistory history = await RunHistory.ReadAsync(setting.Log, abort).ConfigureAwait(false);
        CallTally tally = new();
        ProgressCounter counter = new(tally, history.IsResumed, progress);
        using ModelCaller caller = new(setting, tally, abort);
        RunSession session = new(history, setting.Log, caller, counter, abort);
        RunEvents events = new(setting.Log, setting.Time);
        await events.BeganAsync(history.IsResumed).ConfigureAwait(false);
        bool isComplete;
        try
        {
            isComplete = await RunLoop.RunAsync(items, setting.InFlight, item => work(session, item), drain, abort).ConfigureAwait(false);
        }
        catch (Exception error) when (RunLoop.EndsRun(error) || error is OperationCanceledException)
        {
            await events.StoppedAsync(error).ConfigureAwait(false);
            throw;
        }
        await events.EndedAsync(isComplete).ConfigureAwait(false);
        return counter.Take(isComplete);
    }

    /// <summary>Whether an item ended in an earlier session; counts it if so.</summary>
    public bool HasEnded(ItemId item)
    {
        if (!_history.HasEnded(item)) return false;
        _counter.CountEndedBefore();
        return true;
    }

    /// <summary>The answers to an item's questions.</summary>
    public ValueTask<RunAnswers> AnswersAsync(ItemId item) => RunAnswers.ForAsync(_caller, _history.IsResumed ? _log : null, item, Abort);

    /// <summary>Records that an instruction is skipped, once for all sessions.</summary>
    public async ValueTask SkipAsync(SkippedItem item)
    {
        bool isNew;
        lock (_skipping) isNew = !_history.IsSkippedAlready(item);
        if (isNew) await _log.AppendAsync(item, CancellationToken.None).ConfigureAwait(false);
        _counter.CountSkipped();
    }

    /// <summary>Records that an item has come to its end.</summary>
    public async ValueTask EndAsync(JudgedItem item)
    {
        await _log.AppendAsync(item, CancellationToken.None).ConfigureAwait(false);
        _counter.CountEnded(item.Outcome == Outcome.Failed);
    }

    /// <summary>Records that an instance of a scenario has come to its end.</summary>
    public async ValueTask EndAsync(ScoredInstance instance)
    {
        await _log.AppendAsync(instance, CancellationToken.None).ConfigureAwait(false);
        _counter.CountEnded(instance.Outcome == InstanceOutcome.Failed);
    }

    /// <summary>Records that an output has come to its end.</summary>
    public async ValueTask EndAsync(GeneratedOutput output)
    {
        await _log.AppendAsync(output, CancellationToken.None).ConfigureAwait(false);
        _counter.CountEnded(output.Outcome == GenerationOutcome.Failed);
    }
}

/// <summary>What a session works with.</summary>
internal sealed record RunSetting(IReadOnlyDictionary<string, IChatClient> Models, IRunLog Log, TimeProvider Time, int InFlight);
