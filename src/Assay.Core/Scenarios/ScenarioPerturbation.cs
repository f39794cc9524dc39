using Assay.Core.Judging;
using Assay.Core.Metrics.Perturbations;
using Assay.Statistics.Resampling;

namespace Assay.Core.Scenarios;

/// <summary>A rewriting of a scenario's questions whose answers should stay the same.</summary>
/// <param name="Rewriting">The rewriting.</param>
/// <param name="Kind"><see cref="MetricKind.Robustness"/> where it changes the form, <see cref="MetricKind.Fairness"/> where it changes the people.</param>
public sealed record ScenarioPerturbation(Perturbation Rewriting, MetricKind Kind)
{
    /// <summary>The form of an instance: its input rewritten, all else as it is.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="scenario">The scenario's name.</param>
    /// <param name="seed">The run's seed; every instance draws from a stream of its own, so that a limit changes no form.</param>
    public Instance Apply(Instance instance, string scenario, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(instance);
        UInt128 identity = ItemId.Of("perturbation", scenario, instance.Id, Rewriting.Name).Value;
        RandomStream random = new(seed ^ (ulong)(identity >> 64), (ulong)identity);
        return instance with { Form = Rewriting.Name, Input = Rewriting.Apply(instance.Input, random) };
    }
}
