using Assay.Core.Errors;
using Assay.Core.Models;
using Assay.Core.Runs;
using Assay.Core.Scenarios;
using Assay.Evaluation.Calls;
using Assay.Evaluation.Runs;
using Microsoft.Extensions.AI;

namespace Assay.Evaluation.Benchmarks;

/// <summary>Asks models the instances of scenarios, scores their answers, and goes on where an earlier session of the same run ended.</summary>
public sealed class BenchmarkRun
{
    private readonly BenchmarkRunOptions _options;
    private readonly IReadOnlyDictionary<string, IChatClient> _clients;
    private readonly IReadOnlyDictionary<string, RecordedAnswers> _recorded;
    private readonly Dictionary<string, ModelParameters> _own;
    private readonly TokenScorerFactory _scorers;
    private readonly IRunLog _log;
    private readonly TimeProvider _time;
    private readonly FirstLook _look;

    /// <param name="options">How scenarios are run.</param>
    /// <param name="models">A client of every model that is no recorded one; safe for several calls at once.</param>
    /// <param name="recorded">The completions of every recorded model.</param>
    /// <param name="scorers">Makes what scores a given text, for adapters that need it.</param>
    /// <param name="log">The run's log.</param>
    /// <param name="time">The clock.</param>
    /// <param name="warn">
    /// Told at once, once for a scenario and model, that answers cannot be read in most of its first completions. From several threads.
    /// </param>
    public BenchmarkRun(
        BenchmarkRunOptions options,
        IReadOnlyDictionary<string, IChatClient> models,
        IReadOnlyDictionary<string, RecordedAnswers> recorded,
        TokenScorerFactory scorers,
        IRunLog log,
        TimeProvider time,
        Action<string> warn)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(recorded);
        _options = options;
        _recorded = recorded;
        _scorers = scorers;
        _log = log;
        _time = time;
        _own = options.Models.ToDictionary(static model => model.Key, static model => model.Value, StringComparer.Ordinal);
        _clients = models.Concat(recorded.Select(static model => KeyValuePair.Create(model.Key, model.Value.CreateClient())))
            .ToDictionary(static model => model.Key, static model => model.Value, StringComparer.Ordinal);
        _look = new FirstLook(options.FirstLook, warn);
    }

    /// <summary>Asks everything that has not ended in an earlier session.</summary>
    /// <param name="scenarios">The scenarios.</param>
    /// <param name="progress">Told after every instance, from several threads.</param>
    /// <param name="drain">The first request to stop: no further call is begun, those in flight come to their end, and the run returns.</param>
    /// <param name="abort">The second: calls in flight are given up.</param>
    /// <returns>What the session came to; <see cref="RunProgress.IsComplete"/> is false after <paramref name="drain"/>.</returns>
    /// <exception cref="ModelCallException">No call of the model will succeed. The run can go on when that is put right; so it can after all of the
    /// following.</exception>
    /// <exception cref="BudgetReachedException">The next call could have passed the budget.</exception>
    /// <exception cref="Core.Responses.NotStoredException">Only stored answers were allowed, and one is not stored.</exception>
    /// <exception cref="InputException">A scenario needs what a model cannot do.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="abort"/> was requested.</exception>
    public Task<RunProgress> RunAsync(
        IReadOnlyList<ScenarioToRun> scenarios, IProgress<RunProgress>? progress = null, CancellationToken drain = default, CancellationToken abort = default)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        RunSetting setting = new(_clients, _log, _time, _options.Concurrency ?? JudgeRunOptions.DefaultInFlight);
        return RunSession.RunAsync(Items(scenarios).ToAsyncEnumerable(), WorkAsync, setting, progress, drain, abort);
    }

    /// <summary>Instances that a run comes to, each for every model and repeat.</summary>
    public int Count(IReadOnlyList<ScenarioToRun> scenarios) => scenarios.Sum(task => task.Instances.Count) * _options.Models.Count * _options.Repeats;

    private IEnumerable<BenchmarkItem> Items(IReadOnlyList<ScenarioToRun> scenarios) =>
        from task in scenarios
        from model in _options.Models
        from instance in task.Instances
        from repeat in Enumerable.Range(0, _options.Repeats)
        select new BenchmarkItem(task, model.Key, instance, repeat);

    private async ValueTask WorkAsync(RunSession session, BenchmarkItem item)
    {
        ScoredInstance begun = item.Begin();
        if (session.HasEnded(begun.Id)) return;
        if (_recorded.TryGetValue(item.Model, out RecordedAnswers? recorded) && !recorded.Has(begun.Id))
        {
            await session.EndAsync(begun with { Outcome = InstanceOutcome.Skipped, Reason = "The recorded file has no completion for it." }).ConfigureAwait(false);
            return;
        }
        RunAnswers answers = await session.AnswersAsync(begun.Id).ConfigureAwait(false);
        BenchmarkPrompt prompt = item.Task.PromptFor(item.Instance);
        ScoredInstance ended = prompt.Continuations.IsEmpty
            ? await AskAsync(item, begun, prompt, answers, session.Abort).ConfigureAwait(false)
            : await ScoreTextsAsync(item, begun, prompt, answers, session.Abort).ConfigureAwait(false);
        await session.EndAsync(ended).ConfigureAwait(false);
        _look.See(ended);
    }

    private async Task<ScoredInstance> AskAsync(
        BenchmarkItem item, ScoredInstance begun, BenchmarkPrompt prompt, RunAnswers answers, CancellationToken abort)
    {
        Question question = item.Ask(prompt, _own[item.Model]);
        CallAnswer answer = (await answers.AskAsync(question, abort).ConfigureAwait(false))!;
        if (answer.Answer is null) return begun with { Reason = answer.Failure?.Message };
        ScoredInstance answered = begun with { Keys = [answer.Key], Effort = EffortOf(answer) };
        return CompletionReading.Read(item.Task.Scenario, answered, answer.Answer);
    }

    private async Task<ScoredInstance> ScoreTextsAsync(
        BenchmarkItem item, ScoredInstance begun, BenchmarkPrompt prompt, RunAnswers answers, CancellationToken abort)
    {
        using LoggedChatClient logged = new(begun.Id, item.Model, item.Repeat, answers);
        ITokenScorer scorer = item.Scorer(_scorers, logged);
        try
        {
            TextScoring scoring = new(item.Task.Scenario, scorer);
            ScoredInstance scored = await scoring.ScoreAsync(begun, prompt, abort).ConfigureAwait(false);
            ScoredInstance ended = scored with { Keys = logged.Keys, Effort = logged.Effort };
            return ended with { Scores = CompletionReading.Score(item.Task.Scenario, ended, "") };
        }
        catch (ModelCallException failure) when (!failure.ConcernsEveryCall)
        {
            return begun with { Reason = failure.Message };
        }
    }

    internal static Effort EffortOf(CallAnswer answer) => answer.Response is { } response
        ? new Effort(response.Latency == TimeSpan.Zero ? null : response.Latency, response.Usage, response.Cost, 1, answer.IsFromStore ? 1 : 0)
        : Effort.Unknown;
}

/// <summary>Makes what scores a given text with a model.</summary>
/// <param name="model">The model's name in the run.</param>
/// <param name="client">A client that writes its calls into the run's log.</param>
/// <returns>Null where the model cannot score a given text.</returns>
public delegate ITokenScorer? TokenScorerFactory(string model, IChatClient client);
