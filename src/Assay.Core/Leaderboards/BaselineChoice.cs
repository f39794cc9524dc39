using Assay.Core.Errors;
using Assay.Core.Preferences;

namespace Assay.Core.Leaderboards;

/// <summary>Finds the baseline that win rates are measured against.</summary>
internal static class BaselineChoice
{
    /// <summary>The comparisons with one baseline.</summary>
    /// <param name="set">Everything that was read.</param>
    /// <param name="asked">The baseline that was asked for; null takes the only one there is.</param>
    /// <returns>The baseline, its comparisons, and the number of judged pairs with other baselines, which are left out.</returns>
    /// <exception cref="InputException">There are no rows, there are several baselines and none was asked for, or nobody was compared with the one asked for.</exception>
    public static (string Baseline, IReadOnlyList<PairwiseJudgements> Comparisons, int LeftOut) Resolve(PreferenceSet set, string? asked)
    {
        RequireRows(set);
        string[] baselines = [.. set.Comparisons.Select(comparison => comparison.Baseline).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (asked is null && baselines.Length > 1)
        {
            throw new InputException(
                $"The annotations have {baselines.Length} baselines ({NameList.Of(baselines)}); choose one with --baseline NAME, or rank all models together with --method bradley-terry.");
        }
        string baseline = asked ?? baselines[0];
        PairwiseJudgements[] chosen = [.. set.Comparisons.Where(comparison => string.Equals(comparison.Baseline, baseline, StringComparison.Ordinal))];
        if (chosen.Length == 0) throw new InputException($"No model was compared with the baseline '{baseline}'; generator_1 in the files is {NameList.Of(baselines)}.");
        return (baseline, chosen, set.Comparisons.Sum(comparison => comparison.Items.Count) - chosen.Sum(comparison => comparison.Items.Count));
    }

    /// <summary>Throws if there is nothing to rank.</summary>
    /// <exception cref="InputException">No file has a row.</exception>
    public static void RequireRows(PreferenceSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        if (set.Comparisons.Count == 0) throw new InputException("The annotation files have no rows, so there is nothing to rank; give files with at least one judged pair.");
    }
}
