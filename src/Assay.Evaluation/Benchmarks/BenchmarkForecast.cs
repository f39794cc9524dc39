using System.Collections.Immutable;
using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Core.Runs;
using Assay.Core.Scenarios;
using Assay.Evaluation.Forecast;
using Assay.Evaluation.Runs;

namespace Assay.Evaluation.Benchmarks;

/// <summary>What a benchmark is going to ask and to cost, without a call: <c>--dry-run</c>. Recorded models ask nothing and are not in it.</summary>
/// <remarks>Answers that are in the response store already cost nothing and are counted all the same: what is stored is the pipeline's to know.</remarks>
public sealed record BenchmarkForecast
{
    // A paragraph; scenarios with short answers have a bound of their own.
    private const long UsualText = 256;

    /// <summary>Instances to ask in this session, each for every model and repeat.</summary>
    public required int Instances { get; init; }

    /// <summary>Those that ended in an earlier session and are not asked again.</summary>
    public required int EndedBefore { get; init; }

    /// <summary>One for each model that is asked.</summary>
    public required ImmutableArray<ModelForecast> Models { get; init; }

    /// <summary>Adds up the calls of every instance.</summary>
    /// <param name="scenarios">The scenarios.</param>
    /// <param name="models">The models that are asked.</param>
    /// <param name="repeats">Answers to each question.</param>
    /// <param name="log">The run's log, so that ended instances are left out; null for a run that has not begun.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task<BenchmarkForecast> OfAsync(
        IReadOnlyList<ScenarioToRun> scenarios, IReadOnlyList<ModelSpecification> models, int repeats, IRunLog? log, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentNullException.ThrowIfNull(models);
        RunHistory? history = log is null ? null : await RunHistory.ReadAsync(log, cancellation).ConfigureAwait(false);
        int instances = 0, before = 0;
        List<ModelForecast> forecasts = [];
        foreach (ModelSpecification model in models)
        {
            ModelForecastCounter counter = new(model);
            foreach (ScenarioToRun task in scenarios)
            {
                foreach (Instance instance in task.Instances)
                {
                    cancellation.ThrowIfCancellationRequested();
                    ModelRequest[] requests = [.. Requests(task, instance, model)];
                    for (int repeat = 0; repeat < repeats; repeat++)
                    {
                        if (history?.HasEnded(ScoredInstance.IdOf(task.Scenario.Name, model.Name, instance, repeat)) == true)
                        {
                            before++;
                            continue;
                        }
                        instances++;
                        foreach (ModelRequest request in requests) counter.Add(request, Math.Min(UsualText, request.Parameters.MaxOutputTokens ?? UsualText), mostAsked: 1);
                    }
                }
            }
            forecasts.Add(counter.Take());
        }
        return new BenchmarkForecast { Instances = instances, EndedBefore = before, Models = [.. forecasts] };
    }

    private static IEnumerable<ModelRequest> Requests(ScenarioToRun task, Instance instance, ModelSpecification model)
    {
        BenchmarkPrompt prompt = task.PromptFor(instance);
        ModelParameters parameters = model.Parameters;
        if (prompt.Continuations.IsEmpty)
        {
            if (task.Scenario.MaxTokens is { } most && parameters.MaxOutputTokens is null) parameters = parameters.With("max_tokens", (long)most);
            yield return Request(model, prompt.Messages, parameters);
            yield break;
        }
        // Given texts are repeated and nothing is added to them.
        parameters = parameters.With("max_tokens", 0L);
        foreach (string continuation in prompt.Continuations)
        {
            yield return Request(model, [new PromptMessage("user", prompt.Messages[0].Text + continuation)], parameters);
            if (task.Scenario.Adapter is SeparateChoiceAdapter { IsCalibrated: true } adapter)
                yield return Request(model, [new PromptMessage("user", adapter.Unconditional + continuation)], parameters);
        }
    }

    private static ModelRequest Request(ModelSpecification model, ImmutableArray<PromptMessage> messages, ModelParameters parameters) => new()
    {
        Endpoint = model.Endpoint.AbsoluteUri,
        Model = model.Model,
        Kind = model.Kind,
        Parameters = parameters,
        Messages = messages,
    };
}
