using Assay.Core.Clusters;
using Assay.Core.Preferences;

namespace Assay.Core.Leaderboards;

/// <summary>Win rates by data set.</summary>
internal static class DatasetWinRates
{
    /// <summary>One win rate per data set that the items name, in ordinal order; items that name none come first.</summary>
    public static IReadOnlyList<DatasetWinRate> Of(
        IReadOnlyCollection<ItemPreference> items, IReadOnlyList<string> datasets, double confidence, ItemClusters? clusters = null)
    {
        List<DatasetWinRate> rates = [];
        foreach (IGrouping<int, ItemPreference> group in items.GroupBy(item => item.Dataset).OrderBy(group => group.Key))
        {
            ItemPreference[] ofDataset = [.. group];
            WinRateScore score = WinRateScore.Of(ofDataset, confidence, clusters);
            rates.Add(new DatasetWinRate(group.Key < 0 ? null : datasets[group.Key], score.WinRate, ofDataset.Length - score.Judged));
        }
        return rates;
    }
}
