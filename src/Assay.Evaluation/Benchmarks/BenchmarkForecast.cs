using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Evaluation.Calls;
using Assay.Evaluation.Forecast;

namespace Assay.Evaluation.Benchmarks;

/// <summary>What a benchmark is going to ask and to cost, without a call: <c>--dry-run</c>. Recorded models ask nothing and are not in it.</summary>
/// <remarks>A text that is scored for several instances (calibration by one answer) is one call, but counts for each of them.</remarks>
public sealed record BenchmarkForecast
{
    // A paragraph; scenarios with short answers have a bound of their own.
    private const long UsualText = 256;

    /// <summary>Instances to ask in this session, each for every model and repeat, those whose answer is stored or logged too.</summary>
    public required int Instances { get; init; }

    /// <summary>Those that ended in an earlier session and are not asked again.</summary>
    public required int EndedBefore { get; init; }

    /// <summary>One for each model that is asked.</summary>
    public required ImmutableArray<ModelForecast> Models { get; init; }

    /// <summary>Answers that are in the response store or in the run's log already, of all models.</summary>
    public long Stored => Models.Sum(static model => model.Stored);

    /// <summary>Calls of all models.</summary>
    public long Calls => Models.Sum(static model => model.Calls);

    /// <summary>About what they cost in US dollars; null where a price is unknown. 0 where nothing is asked.</summary>
    public decimal? UsualCost => Models.Aggregate((decimal?)0, static (sum, model) => sum + model.UsualCost);

    /// <summary>No more US dollars than this; null where a price or a bound is unknown.</summary>
    public decimal? MostCost => Models.Aggregate((decimal?)0, static (sum, model) => sum + model.MostCost);

    /// <summary>Adds up the calls of every instance.</summary>
    /// <param name="scenarios">The scenarios.</param>
    /// <param name="options">How they are run.</param>
    /// <param name="sources">Specifications of the models that are asked, and where answers may be already.</param>
    /// <param name="scorers">Makes what scores a given text, for adapters that need it.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="InputException">A scenario needs what a model cannot do.</exception>
    public static async Task<BenchmarkForecast> OfAsync(
        IReadOnlyList<ScenarioToRun> scenarios,
        BenchmarkRunOptions options,
        ForecastSources sources,
        TokenScorerFactory scorers,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(scorers);
        KnownAnswers known = await KnownAnswers.ReadAsync(sources, cancellation).ConfigureAwait(false);
        int instances = 0, before = 0;
        List<ModelForecast> forecasts = [];
        foreach ((string name, ModelParameters own) in options.Models.Where(model => sources.Models.ContainsKey(model.Key)))
        {
            ModelForecastCounter counter = new(sources.Models[name]);
            IEnumerable<BenchmarkItem> items = from task in scenarios
                                               from instance in task.Instances
                                               from repeat in Enumerable.Range(0, options.Repeats)
                                               select new BenchmarkItem(task, name, instance, repeat);
            foreach (BenchmarkItem item in items)
            {
                ItemId id = item.Begin().Id;
                if (known.HasEnded(id))
                {
                    before++;
                    continue;
                }
                instances++;
                CountedAnswers answers = new(known, await known.LoggedAsync(id, cancellation).ConfigureAwait(false), counter);
                BenchmarkPrompt prompt = item.Task.PromptFor(item.Instance);
                if (prompt.Continuations.IsEmpty) await answers.AskAsync(item.Ask(prompt, own), cancellation).ConfigureAwait(false);
                else await ScoreAsync(item, prompt, scorers, answers, cancellation).ConfigureAwait(false);
            }
            forecasts.Add(counter.Take());
        }
        return new BenchmarkForecast { Instances = instances, EndedBefore = before, Models = [.. forecasts] };
    }

    // The scorer makes the calls of the run itself; that they get no answer is how it is left.
    private static async Task ScoreAsync(
        BenchmarkItem item, BenchmarkPrompt prompt, TokenScorerFactory scorers, CountedAnswers answers, CancellationToken cancellation)
    {
        using LoggedChatClient client = new(item.Begin().Id, item.Model, item.Repeat, answers);
        ITokenScorer scorer = item.Scorer(scorers, client);
        foreach (string text in TextScoring.TextsOf(item.Task.Scenario, prompt))
        {
            try
            {
                await scorer.ScoreAsync(text, cancellation).ConfigureAwait(false);
            }
            catch (ModelCallException)
            {
                continue;
            }
        }
    }

    // Counts what is asked of it, and answers nothing.
    private sealed class CountedAnswers(KnownAnswers known, IReadOnlyDictionary<ResponseKey, StoredResponse> logged, ModelForecastCounter counter) : IAnswerSource
    {
        public async ValueTask<CallAnswer?> AskAsync(Question question, CancellationToken cancellation)
        {
            (ModelRequest request, StoredResponse? answer) = await known.FindAsync(question, logged, cancellation).ConfigureAwait(false);
            if (answer is not null) counter.AddStored();
            else counter.Add(request, UsualText, mostAsked: 1);
            return null;
        }
    }
}
