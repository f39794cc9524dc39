using Assay.Core.Errors;
using Assay.Core.Preferences;
using Assay.Statistics.Estimation;
using Assay.Statistics.Ranking;

namespace Assay.Core.Leaderboards;

/// <summary>Ranks models that met several opponents by their Bradley-Terry strengths, with intervals from resampling the instructions.</summary>
internal static class BradleyTerryLeaderboard
{
    /// <summary>Replicates where none were asked for.</summary>
    private const int DefaultReplicates = 1000;

    /// <summary>Computes the leaderboard.</summary>
    /// <exception cref="InputException">There are no rows, or the baseline asked for met nobody or has no finite strength.</exception>
    public static Leaderboard Build(PreferenceSet set, LeaderboardOptions options, CancellationToken cancellationToken)
    {
        ConfidenceLevel.Check(options.Confidence);
        BaselineChoice.RequireRows(set);
        if (options.Clustering is not null) throw new InputException(
            "--cluster-by goes with --method win-rate; Bradley-Terry strengths resample the instructions.");
        int replicates = options.Bootstrap > 0 ? options.Bootstrap : DefaultReplicates;
        InstructionBootstrap bootstrap = new(set.Instructions.Count, replicates, options.Seed);
        List<LeaderboardEntry> entries = [];
        List<string> annotators = [];
        foreach (IGrouping<string?, PairwiseJudgements> group in set.Comparisons.GroupBy(comparison => comparison.Annotator, StringComparer.Ordinal))
        {
            if (group.Key is not null) annotators.Add(group.Key);
            entries.AddRange(EntriesOf(Arena.Of(group.Key, group, set.Instructions.Count), bootstrap, set, options, cancellationToken));
        }
        if (options.Baseline is { } baseline && !entries.Exists(entry => entry.Model == baseline))
        {
            throw new InputException(
                $"No model was compared with the baseline '{baseline}'; the models are {NameList.Of([.. entries.Select(entry => entry.Model)])}.");
        }
        return new Leaderboard
        {
            Baseline = options.Baseline,
            Annotators = annotators,
            Confidence = options.Confidence,
            Seed = options.Seed,
            Method = RankingMethod.BradleyTerry,
            RankedBy = RankingFigure.Strength,
            InstructionCount = set.InstructionCount,
            Entries = entries,
            Notes = [.. set.Notes, FormattableString.Invariant($"Strengths are logits, {(options.Baseline is null ? "0 for the average model" : "0 for the baseline (for the average model of a judge that never saw it)")}; intervals are percentiles of {replicates} bootstrap samples of the instructions.")],
        };
    }

    private static IEnumerable<LeaderboardEntry> EntriesOf(
        Arena arena, InstructionBootstrap bootstrap, PreferenceSet set, LeaderboardOptions options, CancellationToken cancellationToken)
    {
        int count = arena.Names.Count;
        BradleyTerryFit fit = arena.Design.Fit();
        // A judge who never saw the baseline has a scale of its own, centred on its average model.
        int anchor = options.Baseline is null ? -1 : arena.IndexOf(options.Baseline);
        if (anchor >= 0 && fit.Strengths[anchor] is null)
        {
            throw new InputException($"The baseline '{options.Baseline}' has no finite strength, since it won or lost all its comparisons with the others; choose another --baseline, or none.");
        }

        double[][] draws = [.. arena.Names.Select(_ => new double[bootstrap.Count])];
        Parallel.For(0, bootstrap.Count, new ParallelOptions { CancellationToken = cancellationToken }, replicate =>
        {
            ReadOnlySpan<int> counts = bootstrap.Counts(replicate);
            double[] weights = new double[counts.Length];
            for (int i = 0; i < weights.Length; i++) weights[i] = counts[i];
            IReadOnlyList<double?> strengths = Relative(arena.Design.Fit(weights, fit), anchor);
            for (int model = 0; model < count; model++) draws[model][replicate] = strengths[model] ?? double.NaN;
        });

        IReadOnlyList<double?> values = Relative(fit, anchor);
        Estimate?[] estimates = new Estimate?[count];
        for (int model = 0; model < count; model++)
        {
            if (values[model] is not { } value) continue;
            estimates[model] = model == anchor
                ? new Estimate(value, null, null, arena.Items[model].Count)
                : InstructionBootstrap.Describe(value, draws[model], arena.Items[model].Count, options.Confidence);
        }
        return Ranked(arena, estimates, draws, anchor, set, options, cancellationToken);
    }

    private static IEnumerable<LeaderboardEntry> Ranked(
        Arena arena, Estimate?[] estimates, double[][] draws, int anchor, PreferenceSet set, LeaderboardOptions options, CancellationToken cancellationToken)
    {
        int[] inferable = [.. Enumerable.Range(0, estimates.Length).Where(model => estimates[model] is not null && (model == anchor || estimates[model]!.StandardError is not null))];
        IReadOnlyList<SimultaneousRank> inferred = SimultaneousRanking.Of(
            [.. inferable.Select(model => estimates[model]!.Value)], [.. inferable.Select(model => InstructionBootstrap.Centred(draws[model]))],
            options.Confidence, cancellationToken);
        // A model whose uncertainty is unknown may stand anywhere: it can push each of the others down by one, and may be the best.
        int unknown = estimates.Length - inferable.Length;
        Estimate?[] winRates = [.. arena.Items.Select(items => WinRateScore.OverInstructions(items, options.Confidence))];
        (int Side, double Value)[] keys = [.. estimates.Select((estimate, model) => SortKey(estimate, winRates[model]))];
        return Enumerable.Range(0, estimates.Length).Select(model =>
        {
            int at = Array.IndexOf(inferable, model);
            SimultaneousRank? place = at < 0 ? null : inferred[at];
            List<ItemPreference> items = arena.Items[model];
            WinRateScore score = WinRateScore.Of(items, options.Confidence);
            JudgingFlags flags = JudgingFlags.Of(items);
            return new LeaderboardEntry
            {
                Model = arena.Names[model],
                Annotator = arena.Annotator,
                Rank = 1 + keys.Count(other => other.CompareTo(keys[model]) > 0),
                RankInterval = place is null ? null : place.Interval with { Worst = place.Interval.Worst + unknown },
                Count = score.Judged,
                Unjudged = items.Count - score.Judged,
                Wins = score.Wins,
                Losses = score.Losses,
                Ties = score.Ties,
                MeanLength = set.HasOutputs ? items.Average(item => item.ModelLength) : null,
                WinRate = winRates[model],
                LengthControlledWinRate = null,
                LengthControl = null,
                LengthCoefficient = null,
                LengthControlledIntervalMethod = null,
                Strength = estimates[model],
                DifferenceToBest = place is null || unknown > 0 ? null
                    : new Estimate(place.DifferenceToBest, place.DifferenceError, place.DifferenceInterval, score.Judged),
                Datasets = options.ByDataset ? DatasetWinRates.Of(items, set.Datasets, options.Confidence) : [],
                FlaggedItems = flags.Items,
                NearlySameOutputs = flags.NearlySame,
                Notes = [.. StrengthNotes(), .. flags.Sentences()],
            };

            IEnumerable<string> StrengthNotes() => estimates[model] switch
            {
                null => ["No finite strength: no chain of wins leads from this model to all others and back."],
                { StandardError: null } when model != anchor => ["The strength was infinite in too many bootstrap samples, so its uncertainty is unknown."],
                _ when model == anchor => ["This is the baseline: its strength is 0 by definition."],
                _ => [],
            };
        }).OrderBy(entry => entry.Rank).ThenBy(entry => entry.Model, StringComparer.Ordinal);
    }

    /// <summary>An infinite strength stands above all finite ones where the model won more than half, else below; among its like by win rate.</summary>
    private static (int Side, double Value) SortKey(Estimate? strength, Estimate? winRate) =>
        strength is not null ? (0, strength.Value)
        : winRate is null ? (-1, double.NegativeInfinity)
        : (winRate.Value > 0.5 ? 1 : -1, winRate.Value);

    private static IReadOnlyList<double?> Relative(BradleyTerryFit fit, int anchor) =>
        anchor < 0 ? fit.Strengths
        : fit.Strengths[anchor] is null ? new double?[fit.Strengths.Count]
        : fit.StrengthsRelativeTo(anchor);
}
