namespace Assay.Core.Scenarios;

/// <summary>What runs left, by scenario and model.</summary>
internal sealed class BenchmarkScores
{
    private readonly Dictionary<(string Scenario, string Model), ModelScores> _scores;
    private readonly Dictionary<(string Scenario, string Model, string Form), ModelScores> _forms;

    private BenchmarkScores(IReadOnlyList<Scenario> scenarios, IReadOnlyList<string> models, Dictionary<(string, string), ModelScores> scores,
        Dictionary<(string, string, string), ModelScores> forms) =>
        (Scenarios, Models, _scores, _forms) = (scenarios, models, scores, forms);

    /// <summary>Scenarios, in ordinal order of their names.</summary>
    public IReadOnlyList<Scenario> Scenarios { get; }

    /// <summary>The models.</summary>
    public IReadOnlyList<string> Models { get; }

    public static BenchmarkScores Of(IReadOnlyList<Scenario> scenarios, IReadOnlyList<string> models, IEnumerable<ScoredInstance> instances)
    {
        ScoredInstance[] all = [.. instances];
        Dictionary<(string, string), ModelScores> scores = all.Where(static instance => instance.Instance.Form is null)
            .GroupBy(static instance => (instance.Scenario, instance.Model))
            .ToDictionary(static group => group.Key, static group => ModelScores.Of(group));
        Dictionary<(string, string, string), ModelScores> forms = all.Where(static instance => instance.Instance.Form is not null)
            .GroupBy(static instance => (instance.Scenario, instance.Model, instance.Instance.Form!))
            .ToDictionary(static group => group.Key, static group => ModelScores.Of(group));
        return new BenchmarkScores([.. scenarios.OrderBy(static scenario => scenario.Name, StringComparer.Ordinal)], models, scores, forms);
    }

    /// <summary>The instances of a scenario for a model; none where it was not asked.</summary>
    public ModelScores Find(string scenario, string model) => _scores.GetValueOrDefault((scenario, model)) ?? ModelScores.Of([]);

    /// <summary>The instances of a scenario for a model in a perturbed form; none where it was not asked.</summary>
    public ModelScores Find(string scenario, string model, string form) => _forms.GetValueOrDefault((scenario, model, form)) ?? ModelScores.Of([]);

    /// <summary>The groups of a scenario's instances, in ordinal order.</summary>
    public IEnumerable<InstanceGroup> Groups(string scenario) => Models
        .SelectMany(model => Find(scenario, model).Instances)
        .SelectMany(static instance => instance.Groups.Select(static group => new InstanceGroup(group.Key, group.Value)))
        .Distinct()
        .OrderBy(static group => group.Grouping, StringComparer.Ordinal).ThenBy(static group => group.Name, StringComparer.Ordinal);
}
