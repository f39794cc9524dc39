using System.Collections.Immutable;

namespace Assay.Core.Scenarios;

/// <summary>Gives a completion its scores.</summary>
public static class InstanceScorer
{
    /// <summary>
    /// The values of all instance metrics of a scenario that apply, and what corpus metrics keep; one that does not apply, or is no number, is absent.
    /// </summary>
    public static ImmutableSortedDictionary<string, double> Score(Scenario scenario, ReadCompletion completion)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ImmutableSortedDictionary<string, double>.Builder scores = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        foreach (ScenarioMetric metric in scenario.Metrics)
        {
            if (metric is InstanceMetric instance && instance.Score(completion) is { } value && double.IsFinite(value)) scores[instance.ScoreName] = value;
            if (metric is not CorpusMetric corpus) continue;
            foreach ((string name, double kept) in corpus.Keep(completion)) scores[name] = kept;
        }
        return scores.ToImmutable();
    }
}
