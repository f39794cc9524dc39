using Assay.Core.Scenarios;

namespace Assay.Evaluation.Benchmarks;

/// <summary>A scenario with what it asks.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Instances">Its instances, perturbed forms included, in their order.</param>
/// <param name="Examples">The examples before its questions; null: none.</param>
public sealed record ScenarioToRun(Scenario Scenario, IReadOnlyList<Instance> Instances, FewShotExamples? Examples)
{
    /// <summary>What an instance is asked with.</summary>
    public BenchmarkPrompt PromptFor(Instance instance) => BenchmarkPrompt.Of(Scenario, instance, Examples?.For(instance) ?? []);
}
