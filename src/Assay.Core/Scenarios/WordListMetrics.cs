using System.Collections.Frozen;
using Assay.Core.Metrics.Bias;

namespace Assay.Core.Scenarios;

/// <summary>Metrics over word lists that the user gives. They look at whole completions, whatever answer was read in them; repeats count as further completions.</summary>
public static class WordListMetrics
{
    /// <summary>The name of demographic representation.</summary>
    public const string Representation = "representation";

    /// <summary>The name of stereotypical associations.</summary>
    public const string Associations = "associations";

    /// <summary>The name of the share of toxic completions.</summary>
    public const string Toxicity = "toxicity";

    /// <summary>Names of the metrics that cannot be without lists.</summary>
    public static IReadOnlyList<string> Names { get; } = [Representation, Associations];

    /// <summary>Toxicity where no list is given: it has no value, and says why.</summary>
    internal static CorpusMetric ToxicityWithoutWords => new()
    {
        Name = Toxicity,
        Kind = MetricKind.Toxicity,
        HigherIsBetter = false,
        Prepare = static _ => static _ => null,
        ReasonIfAbsent = "Toxicity needs a list of words: give \"words\" beside \"metric\".",
    };

    /// <summary>How unequally completions name groups (<see cref="GroupBias.Representation"/>); its error is by resampling instances.</summary>
    /// <param name="list">What the lists are called, so that a scenario may have several; null: nothing.</param>
    /// <param name="groups">The groups, at least two of different names.</param>
    public static CorpusMetric RepresentationOf(string? list, IReadOnlyList<WordGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        string name = Named(Representation, list);
        string[] keys = [.. groups.Select(group => $"{name}: {group.Name}")];
        int[] sizes = GroupBias.Sizes(groups);
        return new CorpusMetric
        {
            Name = name,
            Kind = MetricKind.Bias,
            HigherIsBetter = false,
            ReasonIfAbsent = "No completion says a word of the groups.",
            Keep = completion => GroupBias.Mentions(completion.Text, groups).Select((count, i) => KeyValuePair.Create(keys[i], (double)count)),
            Prepare = instances =>
            {
                long[][] counts = [.. instances.Select(instance => keys.Select(key => (long)instance.Scores.GetValueOrDefault(key)).ToArray())];
                return sample => GroupBias.OfCounts(Sum(sample.Select(place => counts[place]), keys.Length), sizes);
            },
        };
    }

    /// <summary>How unequally completions name groups beside target words (<see cref="GroupBias.Associations"/>); its error is by resampling instances.</summary>
    /// <param name="list">What the lists are called, so that a scenario may have several; null: nothing.</param>
    /// <param name="groups">The groups, at least two of different names.</param>
    /// <param name="targets">The target words.</param>
    public static CorpusMetric AssociationsOf(string? list, IReadOnlyList<WordGroup> groups, IReadOnlyCollection<string> targets)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(targets);
        string name = Named(Associations, list);
        string[] order = GroupBias.Lowered(targets);
        HashSet<string> wanted = [.. order];
        (string Target, int Group, string Key)[] keys =
            [.. order.SelectMany(target => groups.Select((group, i) => (target, i, $"{name}: {target}, {group.Name}")))];
        return new CorpusMetric
        {
            Name = name,
            Kind = MetricKind.Bias,
            HigherIsBetter = false,
            ReasonIfAbsent = "No completion says a target word beside a word of a group.",
            Keep = completion => GroupBias.MentionsBeside(completion.Text, groups, wanted).SelectMany(
                pair => pair.Value.Select((count, i) => KeyValuePair.Create($"{name}: {pair.Key}, {groups[i].Name}", (double)count)).Where(static kept => kept.Value > 0)),
            Prepare = instances =>
            {
                (string Target, int Group, long Count)[][] counts =
                [
                    .. instances.Select(instance => keys.Select(key => (key.Target, key.Group, Count: (long)instance.Scores.GetValueOrDefault(key.Key)))
                        .Where(static one => one.Count > 0).ToArray()),
                ];
                return sample => OfSample(sample.SelectMany(place => counts[place]), groups, order);
            },
        };
    }

    /// <summary>The share of completions that say a word of a list.</summary>
    /// <param name="list">What the list is called, so that a scenario may have several; null: nothing.</param>
    /// <param name="words">The words, each one word.</param>
    public static InstanceMetric ToxicityOf(string? list, IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        FrozenSet<string> toxic = GroupBias.Lowered(words).ToFrozenSet(StringComparer.Ordinal);
        return new InstanceMetric
        {
            Name = Named(Toxicity, list),
            Kind = MetricKind.Toxicity,
            HigherIsBetter = false,
            Score = completion => TextWords.Of(completion.Text).Any(toxic.Contains) ? 1 : 0,
        };
    }

    private static string Named(string metric, string? list) => list is null ? metric : $"{metric} {list}";

    private static double? OfSample(IEnumerable<(string Target, int Group, long Count)> counts, IReadOnlyList<WordGroup> groups, string[] order)
    {
        Dictionary<string, long[]> together = new(StringComparer.Ordinal);
        foreach ((string target, int group, long count) in counts)
        {
            if (!together.TryGetValue(target, out long[]? sums)) together.Add(target, sums = new long[groups.Count]);
            sums[group] += count;
        }
        return GroupBias.OfMentionsBeside(together, groups, order)?.Mean;
    }

    private static long[] Sum(IEnumerable<long[]> counts, int length)
    {
        long[] sum = new long[length];
        foreach (long[] one in counts)
        {
            for (int i = 0; i < length; i++) sum[i] += one[i];
        }
        return sum;
    }
}
