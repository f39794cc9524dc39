using Assay.Core.Preferences;

namespace Assay.Core.Leaderboards;

/// <summary>Ranks models from pairwise judgements.</summary>
public static class LeaderboardBuilder
{
    /// <summary>Computes a leaderboard. The same set, options and seed give the same numbers, whatever the order of files and threads.</summary>
    /// <param name="set">Everything that was read.</param>
    /// <param name="options">What to compute.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="Errors.InputException">There are no rows, or no single baseline, or the calibration knows none of the instructions.</exception>
    public static Leaderboard Build(PreferenceSet set, LeaderboardOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(options);
        return options.Method == RankingMethod.BradleyTerry
            ? BradleyTerryLeaderboard.Build(set.ByInstruction(), options, cancellationToken)
            : WinRateLeaderboard.Of(set, options, null, cancellationToken).Leaderboard;
    }
}
