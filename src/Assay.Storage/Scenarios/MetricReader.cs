using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Metrics.Bias;
using Assay.Core.Metrics.Reduction;
using Assay.Core.Scenarios;
using Assay.Storage.Configuration;
using YamlDotNet.RepresentationModel;

namespace Assay.Storage.Scenarios;

/// <summary>Reads <c>metrics</c> of a scenario file: names, or mappings with how repeats are reduced, or with word lists.</summary>
internal static class MetricReader
{
    /// <summary>The metrics, at least one, no name twice.</summary>
    /// <exception cref="InputException">Something is wrong; names the file and the line.</exception>
    public static ImmutableArray<ScenarioMetric> Read(YamlMap map)
    {
        ImmutableArray<ScenarioMetric>.Builder metrics = ImmutableArray.CreateBuilder<ScenarioMetric>();
        foreach (YamlNode node in map.List("metrics") ?? [])
        {
            ScenarioMetric metric = Metric(map, node);
            if (metrics.Any(other => other.Name == metric.Name)) throw map.Error(node, $"the metric {metric.Name} is named twice");
            metrics.Add(metric);
        }
        return metrics.Count > 0 ? metrics.ToImmutable() : throw map.ErrorAt("metrics", "a scenario needs \"metrics\", the main one first");
    }

    private static ScenarioMetric Metric(YamlMap map, YamlNode node)
    {
        if (node is YamlScalarNode { Value: { Length: > 0 } word }) return Find(map, node, word);
        if (node is not YamlMappingNode mapping) throw map.Error(node, "a metric must be a name, or a mapping with \"metric\" and what belongs to it");
        YamlMap given = new(map.File, mapping);
        string name = given.RequiredText("metric", "a metric");
        switch (name)
        {
            case WordListMetrics.Representation:
                given.Allow(name, "metric", "name", "groups");
                return WordListMetrics.RepresentationOf(given.Text("name"), Groups(given));
            case WordListMetrics.Associations:
                given.Allow(name, "metric", "name", "groups", "targets");
                return WordListMetrics.AssociationsOf(given.Text("name"), Groups(given), Words(given, "targets"));
            case WordListMetrics.Toxicity:
                given.Allow(name, "metric", "name", "words", "repeats");
                return Reduced(given, WordListMetrics.ToxicityOf(given.Text("name"), Words(given, "words")), ReducerReader.Read(given));
            default:
                given.Allow("a metric", "metric", "repeats");
                ScenarioMetric metric = Find(map, node, name);
                ScoreReducer reducer = ReducerReader.Read(given) ?? throw given.ErrorAt("repeats", "a metric with \"metric\" needs \"repeats\"");
                return metric is InstanceMetric instance
                    ? Reduced(given, instance, reducer)
                    : throw map.Error(node, $"{metric.Name} is of all instances together and has no repeats to reduce; name it alone");
        }
    }

    // The same values of each repeat, in a column of their own.
    private static InstanceMetric Reduced(YamlMap given, InstanceMetric metric, ScoreReducer? reducer) => reducer is null
        ? metric
        : metric with { Name = $"{metric.Name} {given.Text("repeats")}", ScoreName = metric.Name, Reducer = reducer };

    private static WordGroup[] Groups(YamlMap given)
    {
        YamlMap groups = given.Map("groups") ?? throw given.ErrorAt("groups", "the metric needs \"groups\": names, each with its words");
        WordGroup[] read = [.. groups.Names.Select(name => new WordGroup(name, Words(groups, name)))];
        return read.Length >= 2 ? read : throw given.ErrorAt("groups", "\"groups\" needs two groups or more to compare");
    }

    private static string[] Words(YamlMap map, string name)
    {
        string[] words = map.Texts(name) ?? [];
        if (words.Length == 0) throw map.ErrorAt(name, $"\"{Files.InputErrors.Quote(name)}\" needs a list of words");
        return words.FirstOrDefault(static word => !TextWords.CanBeFound(word)) is { } wrong
            ? throw map.ErrorAt(name, $"\"{Files.InputErrors.Quote(wrong)}\" is no single word, and would never be found")
            : words;
    }

    private static ScenarioMetric Find(YamlMap map, YamlNode node, string name)
    {
        if (MetricCatalogue.Find(name) is { } metric) return metric;
        if (WordListMetrics.Names.Contains(name, StringComparer.Ordinal))
            throw map.Error(node, $"{name} needs word lists: write {{ metric: {name}, groups: ... }}");
        string[] names = [.. MetricCatalogue.Names, .. WordListMetrics.Names];
        string hint = NearestName.Hint(name, names);
        string end = hint.Length > 0 ? hint : $"; the metrics are {string.Join(", ", names)}.";
        throw map.Error(node, $"there is no metric \"{Files.InputErrors.Quote(name)}\"{end}", isSentence: true);
    }
}
