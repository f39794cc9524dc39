using System.Text.Json;
using Assay.Core.Errors;
using Assay.Core.Models;
using Assay.Core.Scenarios;
using Assay.Evaluation.Calls;
using Microsoft.Extensions.AI;

namespace Assay.Evaluation.Benchmarks;

/// <summary>One instance to ask one model, once.</summary>
internal sealed record BenchmarkItem(ScenarioToRun Task, string Model, Instance Instance, int Repeat)
{
    /// <summary>What is known of it before it is asked.</summary>
    public ScoredInstance Begin() => new()
    {
        Id = ScoredInstance.IdOf(Task.Scenario.Name, Model, Instance, Repeat),
        Scenario = Task.Scenario.Name,
        Model = Model,
        Instance = Instance,
        Repeat = Repeat,
        Outcome = InstanceOutcome.Failed,
    };
    /// <summary>The call that asks for a completion.</summary>
    /// <param name="prompt">The instance's prompt.</param>
    /// <param name="own">The model's own parameters, which win over the scenario's.</param>
    public Question Ask(BenchmarkPrompt prompt, ModelParameters own)
    {
        Scenario scenario = Task.Scenario;
        ModelParameters parameters = ModelParameters.Empty;
        if (scenario.MaxTokens is { } most && own.MaxOutputTokens is null) parameters = parameters.With("max_tokens", (long)most);
        if (!scenario.Stop.IsEmpty && !own.Values.ContainsKey("stop")) parameters = parameters.With("stop", JsonSerializer.SerializeToElement(scenario.Stop.ToArray()));
        return new Question
        {
            Item = ScoredInstance.IdOf(scenario.Name, Model, Instance, Repeat),
            Model = Model,
            Messages = prompt.Messages,
            Parameters = parameters,
            Repeat = Repeat,
        };
    }

    /// <summary>What scores the instance's texts.</summary>
    /// <exception cref="InputException">The model cannot.</exception>
    public ITokenScorer Scorer(TokenScorerFactory scorers, IChatClient client) => scorers(Model, client) ?? throw new InputException(
        $"{Task.Scenario.Name} scores given texts ({Task.Scenario.Adapter.Name}), which {Model} cannot: it takes a model of the kind completions.");
}
