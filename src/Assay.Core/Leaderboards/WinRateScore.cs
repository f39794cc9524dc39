using Assay.Core.Clusters;
using Assay.Core.Preferences;
using Assay.Statistics.Estimation;

namespace Assay.Core.Leaderboards;

/// <summary>A model's raw win rate: the mean preference over its judged items, where a tie counts a half.</summary>
internal sealed record WinRateScore
{
    private WinRateScore() { }

    /// <summary>Mean preference in [0, 1]; null without a judged item.</summary>
    public required Estimate? WinRate { get; init; }

    /// <summary>The same with independent items; null unless errors are clustered.</summary>
    public Estimate? Independent { get; init; }

    /// <summary>Number of clusters; null where items are independent.</summary>
    public int? Clusters { get; init; }

    /// <summary>What a reader must know about the clusters; null where there is nothing.</summary>
    public string? ClusterWarning { get; init; }

    /// <summary>People with one judged item, where errors are clustered by person.</summary>
    public int PeopleWithOneItem { get; init; }

    /// <summary>Items with a verdict.</summary>
    public required int Judged { get; init; }

    /// <summary>Items preferred to the baseline's output.</summary>
    public required int Wins { get; init; }

    /// <summary>Items for which the baseline's output was preferred.</summary>
    public required int Losses { get; init; }

    /// <summary>Items with a preference of one half.</summary>
    public int Ties => Judged - Wins - Losses;

    /// <summary>Counts and averages.</summary>
    public static WinRateScore Of(IReadOnlyCollection<ItemPreference> items, double confidence, ItemClusters? clusters = null)
    {
        double[] preferences = [.. items.Where(item => item.IsJudged).Select(item => item.Preference)];
        Estimate? independent = RateEstimate.Clip(MeanEstimate.Of(preferences, confidence));
        int[] judged = [.. items.Where(item => item.IsJudged).Select(item => item.Instruction)];
        (Estimate? clustered, _, int count) = clusters?.Mean(preferences, judged, confidence) ?? default;
        return new WinRateScore
        {
            WinRate = clusters is null ? independent : RateEstimate.Clip(clustered),
            Independent = clusters is null ? null : independent,
            Clusters = clusters is null ? null : count,
            ClusterWarning = clusters?.Warning(judged),
            PeopleWithOneItem = clusters?.PeopleWithOneItem(judged) ?? 0,
            Judged = preferences.Length,
            Wins = preferences.Count(preference => preference > 0.5),
            Losses = preferences.Count(preference => preference < 0.5),
        };
    }

    /// <summary>
    /// The win rate of a model that met several opponents: the mean over instructions of its mean preference on each, since the verdicts on one
    /// instruction are not independent.
    /// </summary>
    public static Estimate? OverInstructions(IReadOnlyCollection<ItemPreference> items, double confidence) =>
        RateEstimate.Clip(MeanEstimate.Of(
            [.. items.Where(item => item.IsJudged).GroupBy(item => item.Instruction).OrderBy(group => group.Key).Select(group => group.Average(item => item.Preference))],
            confidence));

    /// <summary>What each judged item adds to the error of the mean: (preference - mean) / n, at its instruction's index; 0 elsewhere.</summary>
    public static double[] Influences(IReadOnlyCollection<ItemPreference> items, double winRate, int judged, int instructionCount)
    {
        double[] influences = new double[instructionCount];
        foreach (ItemPreference item in items)
        {
            if (item.IsJudged) influences[item.Instruction] = (item.Preference - winRate) / judged;
        }
        return influences;
    }
}
