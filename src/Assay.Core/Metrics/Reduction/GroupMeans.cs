namespace Assay.Core.Metrics.Reduction;

/// <summary>The mean of one group.</summary>
/// <param name="Name">The group.</param>
/// <param name="Mean">In the scores' unit; null where the group has no score.</param>
/// <param name="Count">Scores behind it.</param>
public sealed record GroupMean(string Name, double? Mean, int Count);

/// <summary>Means by group and over all; scores that are NaN are left out.</summary>
/// <param name="Groups">The groups in the order in which they were first seen.</param>
/// <param name="BySample">The mean over all scores, where a large group counts more; null without scores.</param>
/// <param name="ByGroup">The mean of the groups' means, where each counts once; null without scores. Groups without a score are left out.</param>
public sealed record GroupMeans(IReadOnlyList<GroupMean> Groups, double? BySample, double? ByGroup)
{
    /// <summary>The means of scores whose groups are named beside them.</summary>
    public static GroupMeans Of(IEnumerable<(string Group, double Score)> scores)
    {
        List<(string Name, double Sum, int Count)> sums = [];
        Dictionary<string, int> places = [];
        foreach ((string group, double score) in scores)
        {
            if (!places.TryGetValue(group, out int place))
            {
                places.Add(group, place = sums.Count);
                sums.Add((group, 0, 0));
            }
            if (!double.IsNaN(score)) sums[place] = (group, sums[place].Sum + score, sums[place].Count + 1);
        }
        GroupMean[] groups = [.. sums.Select(static sum => new GroupMean(sum.Name, sum.Count == 0 ? null : sum.Sum / sum.Count, sum.Count))];
        int count = sums.Sum(static sum => sum.Count);
        return new GroupMeans(groups, count == 0 ? null : sums.Sum(static sum => sum.Sum) / count, groups.Average(static group => group.Mean));
    }
}
