using Assay.Core.Scenarios;

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
}
