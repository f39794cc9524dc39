using Assay.Core.Clusters;
using Assay.Core.LengthControl;
using Assay.Core.Preferences;

namespace Assay.Core.Leaderboards;

/// <summary>All that is computed for one model alone.</summary>
/// <param name="Judgements">What was judged.</param>
/// <param name="WinRate">The raw win rate.</param>
/// <param name="LengthControl">The length-controlled win rate; null where it cannot be fitted, and for the baseline, whose value is 50 % by definition.</param>
/// <param name="WithoutDifficulty">Items left out of the length control because the calibration lacks their instruction.</param>
/// <param name="Flags">What the runs that judged it noted, and how alike its outputs are.</param>
internal sealed record ModelScore(
    PairwiseJudgements Judgements, WinRateScore WinRate, LengthControlScore? LengthControl, int WithoutDifficulty, JudgingFlags Flags)
{
    /// <summary>Computes every model's scores, in parallel over models.</summary>
    /// <param name="models">Models of one judge and baseline.</param>
    /// <param name="design">How they are controlled for length.</param>
    /// <param name="instructionCount">Number of instructions.</param>
    /// <param name="bootstrap">Resampling of the instructions, or null for the sandwich estimate.</param>
    /// <param name="options">Confidence and seed.</param>
    /// <param name="clusters">The clusters of the items; null where they are independent.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ModelScore[] Of(
        IReadOnlyList<PairwiseJudgements> models, LengthControlDesign design, int instructionCount, InstructionBootstrap? bootstrap, LeaderboardOptions options,
        ItemClusters? clusters, CancellationToken cancellationToken)
    {
        ModelScore[] scores = new ModelScore[models.Count];
        Parallel.For(0, models.Count, new ParallelOptions { CancellationToken = cancellationToken }, i =>
        {
            PairwiseJudgements model = models[i];
            LengthControlTask task = design.Prepare(model);
            LengthControlScore? lengthControl = model.IsBaseline ? null
                : LengthControlScore.Of(task, instructionCount, bootstrap, options.Confidence, options.Seed, clusters, cancellationToken);
            scores[i] = new ModelScore(
                model, WinRateScore.Of(model.Items, options.Confidence, clusters), lengthControl, task.WithoutDifficulty, JudgingFlags.Of(model.Items));
        });
        return scores;
    }
}
