using Assay.Core.Clusters;
using Assay.Statistics.Ranking;

namespace Assay.Core.Leaderboards;

/// <summary>Puts the models of one judge in order and says how sure the order is.</summary>
internal static class ScoreRanking
{
    /// <summary>A model's place. The uncertain parts are null where the model's uncertainty is unknown.</summary>
    public sealed record Place(int Rank, RankInterval? Interval, Statistics.Estimation.Estimate? DifferenceToBest);

    /// <summary>One place per score, in the order of the scores.</summary>
    /// <param name="scores">The models of one judge.</param>
    /// <param name="figure">The figure to rank by; models without it come last, by win rate, without intervals.</param>
    /// <param name="instructionCount">Number of instructions.</param>
    /// <param name="options">Confidence and seed.</param>
    /// <param name="clusters">The clusters of the items; null where they are independent.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static Place[] Of(
        ModelScore[] scores, RankingFigure figure, int instructionCount, LeaderboardOptions options, ItemClusters? clusters, CancellationToken cancellationToken)
    {
        int[] order = [.. Enumerable.Range(0, scores.Length).OrderByDescending(i => Value(scores[i], figure) is not null)
            .ThenByDescending(i => Value(scores[i], figure) ?? scores[i].WinRate.WinRate?.Value ?? double.NegativeInfinity)];
        int[] inferable = [.. order.Where(i => Value(scores[i], figure) is not null && HasKnownError(scores[i], figure))];
        IReadOnlyList<SimultaneousRank> inferred = SimultaneousRanking.Of(
            [.. inferable.Select(i => Value(scores[i], figure)!.Value)],
            Errors([.. inferable.Select(i => scores[i])], figure, instructionCount, options, clusters, cancellationToken),
            options.Confidence, cancellationToken);

        // A model whose uncertainty is unknown may stand anywhere: it can push each of the others down by one, and may be the best.
        int unknown = scores.Length - inferable.Length;
        Place[] places = new Place[scores.Length];
        for (int position = 0; position < order.Length; position++)
        {
            int i = order[position];
            bool tied = position > 0 && SortKey(scores[order[position - 1]], figure) == SortKey(scores[i], figure);
            int rank = tied ? places[order[position - 1]].Rank : position + 1;
            int at = Array.IndexOf(inferable, i);
            places[i] = at < 0 ? new Place(rank, null, null) : new Place(
                rank, inferred[at].Interval with { Worst = inferred[at].Interval.Worst + unknown },
                unknown > 0 ? null : ToBest(inferred[at], scores[i].WinRate.Judged));
        }
        return places;
    }

    /// <summary>The model's figure in [0, 1]; one half for the baseline by definition.</summary>
    public static double? Value(ModelScore score, RankingFigure figure) =>
        figure == RankingFigure.WinRate ? score.WinRate.WinRate?.Value
        : score.Judgements.IsBaseline ? 0.5
        : score.LengthControl?.Fit.WinRate;

    private static (bool, double?) SortKey(ModelScore score, RankingFigure figure) =>
        Value(score, figure) is { } value ? (true, value) : (false, score.WinRate.WinRate?.Value);

    /// <summary>The baseline is known exactly; another model needs a spread of its own.</summary>
    private static bool HasKnownError(ModelScore score, RankingFigure figure) =>
        score.Judgements.IsBaseline || (figure == RankingFigure.WinRate ? score.WinRate.WinRate?.StandardError : score.LengthControl?.WinRate.StandardError) is not null;

    private static double[][] Errors(
        ModelScore[] scores, RankingFigure figure, int instructionCount, LeaderboardOptions options, ItemClusters? clusters, CancellationToken cancellationToken)
    {
        bool resampled = figure == RankingFigure.LengthControlled && scores.Any(score => score.LengthControl?.Replicates is not null);
        if (resampled) return [.. scores.Select(score => InstructionBootstrap.Centred(score.LengthControl?.Replicates ?? new double[options.Bootstrap]))];

        double[] none = new double[instructionCount];
        double[][] influences =
        [
            .. scores.Select(score => score.Judgements.IsBaseline ? none
                : figure == RankingFigure.LengthControlled ? score.LengthControl!.Influences!
                : WinRateScore.Influences(score.Judgements.Items, score.WinRate.WinRate!.Value, score.WinRate.Judged, instructionCount)),
        ];
        double[] extra = [.. scores.Select(score => figure == RankingFigure.LengthControlled ? score.LengthControl?.SelectionVariance ?? 0 : 0)];
        return clusters is null
            ? JointErrors.Draw(influences, [.. scores.Select(score => score.WinRate.Judged)], extra, options.Seed, cancellationToken)
            : JointErrors.Draw(influences, clusters, extra, options.Seed, cancellationToken);
    }

    private static Statistics.Estimation.Estimate ToBest(SimultaneousRank rank, int count) =>
        new(rank.DifferenceToBest, rank.DifferenceError, rank.DifferenceInterval, count);
}
