using Assay.Core.Clusters;
using Assay.Core.LengthControl;
using Assay.Core.Preferences;
using Assay.Statistics.Estimation;

namespace Assay.Core.Leaderboards;

/// <summary>A leaderboard of models against one baseline, with the scores it was made from.</summary>
/// <param name="Leaderboard">The result.</param>
/// <param name="Groups">The judges' groups.</param>
/// <param name="Bootstrap">The resampling of instructions, or null.</param>
/// <param name="Clusters">The clusters of the items, or null.</param>
internal sealed record WinRateLeaderboard(
    Leaderboard Leaderboard, IReadOnlyList<JudgeGroup> Groups, InstructionBootstrap? Bootstrap, ItemClusters? Clusters)
{
    /// <summary>Computes it.</summary>
    /// <param name="set">Everything that was read.</param>
    /// <param name="options">What to compute.</param>
    /// <param name="only">The models to score and rank; null for all. Difficulties are fitted to all models either way.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static WinRateLeaderboard Of(PreferenceSet set, LeaderboardOptions options, IReadOnlySet<string>? only, CancellationToken cancellationToken)
    {
        ConfidenceLevel.Check(options.Confidence);
        // Without outputs there are no lengths to control for.
        if (!set.HasOutputs) options = options with { Sort = RankingFigure.WinRate };
        (string baseline, IReadOnlyList<PairwiseJudgements> comparisons, int leftOut) = BaselineChoice.Resolve(set, options.Baseline);
        InstructionBootstrap? bootstrap = options.Bootstrap > 0 ? new InstructionBootstrap(set.Instructions.Count, options.Bootstrap, options.Seed) : null;
        ItemClusters? clusters = ItemClusters.Of(set, options.Clustering, options.Seed);
        IReadOnlyList<JudgeGroup> groups = JudgeGroup.Split(comparisons, set.Instructions, options.Calibration, cancellationToken);

        List<LeaderboardEntry> entries = [];
        foreach (JudgeGroup group in groups)
        {
            IReadOnlyList<PairwiseJudgements> models = only is null ? group.Models : [.. group.Models.Where(model => only.Contains(model.Model))];
            ModelScore[] scores = ModelScore.Of(models, group.Design, set.Instructions.Count, bootstrap, options, clusters, cancellationToken);
            ScoreRanking.Place[] places = ScoreRanking.Of(scores, options.Sort, set.Instructions.Count, options, clusters, cancellationToken);
            IEnumerable<LeaderboardEntry> ofGroup = scores.Select((score, i) => Entry(score, places[i], group, set, clusters, options));
            entries.AddRange(ofGroup.OrderBy(entry => entry.Rank).ThenBy(entry => entry.Model, StringComparer.Ordinal));
        }

        Leaderboard leaderboard = new()
        {
            Baseline = baseline,
            Annotators = [.. groups.Select(group => group.Annotator).OfType<string>()],
            Confidence = options.Confidence,
            Seed = options.Seed,
            Method = RankingMethod.WinRate,
            RankedBy = options.Sort,
            InstructionCount = set.InstructionCount,
            ClusteredBy = options.Clustering?.By ?? [],
            Entries = entries,
            Notes = [.. set.Notes, .. Notes(leftOut, set, groups, options)],
        };
        return new WinRateLeaderboard(leaderboard, groups, bootstrap, clusters);
    }

    private static LeaderboardEntry Entry(
        ModelScore score, ScoreRanking.Place place, JudgeGroup group, PreferenceSet set, ItemClusters? clusters, LeaderboardOptions options)
    {
        LengthControlScore? control = score.LengthControl;
        bool controlled = control is not null || score.Judgements.IsBaseline;
        return new LeaderboardEntry
        {
            Model = score.Judgements.Model,
            Annotator = score.Judgements.Annotator,
            Rank = place.Rank,
            RankInterval = place.Interval,
            Count = score.WinRate.Judged,
            Unjudged = score.Judgements.Items.Count - score.WinRate.Judged,
            Wins = score.WinRate.Wins,
            Losses = score.WinRate.Losses,
            Ties = score.WinRate.Ties,
            MeanLength = set.HasOutputs ? score.Judgements.Items.Average(item => item.ModelLength) : null,
            WinRate = score.WinRate.WinRate,
            WinRateIntervalMethod = clusters?.IntervalMethod ?? MeanEstimate.IntervalMethod,
            Clusters = score.WinRate.Clusters,
            IndependentWinRate = score.WinRate.Independent,
            LengthControlledWinRate = score.Judgements.IsBaseline ? new Estimate(0.5, null, null, score.WinRate.Judged) : control?.WinRate,
            LengthControl = controlled ? group.Design.Method : null,
            LengthCoefficient = control?.Fit.Length,
            LengthControlledIntervalMethod = control?.IntervalMethod,
            Strength = null,
            DifferenceToBest = place.DifferenceToBest,
            Datasets = options.ByDataset ? DatasetWinRates.Of(score.Judgements.Items, set.Datasets, options.Confidence, clusters) : [],
            FlaggedItems = score.Flags.Items,
            NearlySameOutputs = score.Flags.NearlySame,
            Notes = ScoreNotes.On(score, group.ExpectedInstructions, set),
        };
    }

    private static List<string> Notes(int leftOut, PreferenceSet set, IReadOnlyList<JudgeGroup> groups, LeaderboardOptions options)
    {
        List<string> notes = [];
        if (options.Clustering is { } clustering)
        {
            notes.Add($"Errors are clustered by {string.Join(" and ", clustering.By.Select(unit => unit.ToString().ToLowerInvariant()))}: judgements that share one may depend on each other.");
        }
        if (leftOut > 0) notes.Add(FormattableString.Invariant($"{leftOut} items have another baseline and were left out."));
        if (!set.HasOutputs)
        {
            notes.Add("The files hold no outputs, so lengths are unknown and there is no length control; models are ranked by win rate.");
            return notes;
        }
        foreach (LengthControlMethod method in groups.Select(group => group.Design.Method).Distinct().Where(method => method != LengthControlMethod.AlpacaEval2))
        {
            notes.Add(method == LengthControlMethod.Fitted
                ? "Length control: difficulties were fitted to these models (fitted), so the values are not those of the published leaderboard; it needs --instruction-difficulty and --gamed-baselines."
                : FormattableString.Invariant($"Length control: fewer than {LengthControlDesign.FewestModelsToFitDifficulties} models, so there is no difficulty term (minimal); give more models, or --instruction-difficulty and --gamed-baselines."));
        }
        if (options.Bootstrap > 0) notes.Add(FormattableString.Invariant($"Intervals of length-controlled win rates: percentiles of {options.Bootstrap} bootstrap samples of the instructions."));
        return notes;
    }
}
