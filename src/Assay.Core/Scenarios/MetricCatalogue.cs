namespace Assay.Core.Scenarios;

/// <summary>The metrics that scenarios may name; those over word lists are made by <see cref="WordListMetrics"/>.</summary>
public static class MetricCatalogue
{
    private static readonly Dictionary<string, ScenarioMetric> ByName = All().ToDictionary(static metric => metric.Name, StringComparer.Ordinal);

    /// <summary>Their names, in the order of their kinds.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All().Select(static metric => metric.Name)];

    /// <summary>The metric of a name; null where there is none.</summary>
    public static ScenarioMetric? Find(string name) => ByName.GetValueOrDefault(name);

    private static IEnumerable<ScenarioMetric> All() =>
    [
        .. AccuracyMetrics.All,
        .. InstructionMetrics.All,
        .. LanguageMetrics.All,
        .. CalibrationMetrics.All,
        .. BbqMetrics.All,
        .. EfficiencyMetrics.All,
        WordListMetrics.ToxicityWithoutWords,
    ];
}
