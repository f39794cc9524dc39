using Assay.Core.Errors;
using Assay.Core.Leaderboards;
using Assay.Core.Preferences;
using Assay.Statistics.Comparison;

namespace Assay.Core.Comparisons;

/// <summary>Compares chosen models, pair by pair, on the instructions both were judged on.</summary>
public static class ModelComparisonBuilder
{
    /// <summary>Compares.</summary>
    /// <param name="set">Everything that was read; models that are not chosen still help to fit difficulties.</param>
    /// <param name="models">Names of the chosen models, two at least.</param>
    /// <param name="options">What to compute; the method must be <see cref="RankingMethod.WinRate"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="InputException">A model is unknown or named twice, fewer than two are named, or the leaderboard cannot be built.</exception>
    public static ModelComparison Build(
        PreferenceSet set, IReadOnlyList<string> models, LeaderboardOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Method != RankingMethod.WinRate) throw new ArgumentException("Pairs are compared by win rates against a baseline.", nameof(options));
        if (models.Count < 2) throw new InputException("A comparison needs two models at least.");
        if (models.Distinct(StringComparer.Ordinal).Count() < models.Count) throw new InputException("A model is named twice; name different models.");
        string[] known = [.. set.Comparisons.Select(comparison => comparison.Model).Distinct(StringComparer.Ordinal)];
        BaselineChoice.RequireRows(set);
        foreach (string model in models)
        {
            if (!known.Contains(model, StringComparer.Ordinal))
            {
                string hint = NearestName.Find(model, known) is string nearest ? $"did you mean '{nearest}'?" : "a leaderboard of the same files lists them.";
                throw new InputException($"The annotations have no model '{model}'; {hint}");
            }
        }

        WinRateLeaderboard board = WinRateLeaderboard.Of(set, options, models.ToHashSet(StringComparer.Ordinal), cancellationToken);
        List<PairComparison> pairs = [];
        foreach (JudgeGroup group in board.Groups)
        {
            PairScorer scorer = new(group, set.Instructions.Count, board.Bootstrap, board.Clusters, options);
            for (int first = 0; first < models.Count; first++)
            {
                for (int second = first + 1; second < models.Count; second++)
                {
                    PairwiseJudgements? a = Find(group, models[first]), b = Find(group, models[second]);
                    if (a is not null && b is not null) pairs.Add(scorer.Compare(a, b, cancellationToken));
                }
            }
        }
        if (pairs.Count == 0) throw new InputException(
            "No judge judged two of these models against the same baseline; choose models of one judge and baseline.");
        return new ModelComparison { Leaderboard = board.Leaderboard, Pairs = WithHolm(pairs) };
    }

    private static PairwiseJudgements? Find(JudgeGroup group, string model) =>
        group.Models.FirstOrDefault(judgements => string.Equals(judgements.Model, model, StringComparison.Ordinal));

    /// <summary>Adjusts the p-values over all pairs, separately for the two kinds of win rate.</summary>
    private static List<PairComparison> WithHolm(List<PairComparison> pairs)
    {
        PairedDifference?[] winRates = Adjusted([.. pairs.Select(pair => pair.WinRate)]);
        PairedDifference?[] controlled = Adjusted([.. pairs.Select(pair => pair.LengthControlledWinRate)]);
        return [.. pairs.Select((pair, i) => pair with { WinRate = winRates[i], LengthControlledWinRate = controlled[i] })];
    }

    private static PairedDifference?[] Adjusted(PairedDifference?[] differences)
    {
        int[] tested = [.. Enumerable.Range(0, differences.Length).Where(i => differences[i]?.PValue is not null)];
        double[] adjusted = HolmAdjustment.Adjust([.. tested.Select(i => differences[i]!.PValue!.Value)]);
        for (int k = 0; k < tested.Length; k++) differences[tested[k]] = differences[tested[k]]! with { HolmPValue = adjusted[k] };
        return differences;
    }
}
