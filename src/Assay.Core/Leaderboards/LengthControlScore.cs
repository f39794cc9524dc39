using Assay.Core.Clusters;
using Assay.Core.LengthControl;
using Assay.Statistics.Estimation;

namespace Assay.Core.Leaderboards;

/// <summary>A model's length-controlled win rate, with what joint statements about several models need.</summary>
internal sealed record LengthControlScore
{
    /// <summary>Interval method of the analytic estimate.</summary>
    public const string Sandwich = "sandwich";

    /// <summary>Interval method of the resampled estimate.</summary>
    public const string Bootstrap = "bootstrap";

    /// <summary>The fit.</summary>
    public required LengthControlFit Fit { get; init; }

    /// <summary>The win rate in [0, 1].</summary>
    public required Estimate WinRate { get; init; }

    /// <summary>What each instruction adds to the error, at its index over all instructions; null where unknown.</summary>
    public required double[]? Influences { get; init; }

    /// <summary>Variance from the choice of the penalty, beyond the influences.</summary>
    public required double SelectionVariance { get; init; }

    /// <summary>The estimate in every bootstrap replicate, NaN where it failed; null without a bootstrap, or where all verdicts are equal.</summary>
    public required double[]? Replicates { get; init; }

    /// <summary>Its clusters' name for the interval; null where items are independent.</summary>
    private string? ClusteredMethod { get; init; }

    /// <summary><see cref="Sandwich"/>, <see cref="Bootstrap"/> or a clustered sandwich; null without an interval.</summary>
    public string? IntervalMethod => WinRate.Interval is null ? null : ClusteredMethod ?? (Replicates is null ? Sandwich : Bootstrap);

    /// <summary>
    /// Fits one model; its error is clustered where <paramref name="clusters"/> are given, and takes the bootstrap, or else the sandwich, otherwise.
    /// </summary>
    /// <returns>Null where no length effect can be fitted.</returns>
    public static LengthControlScore? Of(
        LengthControlTask task, int instructionCount, InstructionBootstrap? bootstrap, double confidence, ulong seed, ItemClusters? clusters,
        CancellationToken cancellationToken)
    {
        (LengthControlFit? fit, LengthControlEstimate? estimate) = LengthControlEstimate.Of(task.Problem, seed);
        if (fit is null) return null;
        int judged = 0;
        foreach (LengthControlRow row in task.Problem.Rows)
        {
            if (!double.IsNaN(row.Preference)) judged++;
        }

        double[]? influences = null;
        if (estimate is not null)
        {
            influences = new double[instructionCount];
            for (int row = 0; row < task.Instructions.Length; row++) influences[task.Instructions[row]] = estimate.Influences[row];
        }
        // Verdicts that are all equal are equal in every resample too: the spread is unknown, not zero.
        double[]? replicates = task.Problem.HasEqualVerdicts ? null : bootstrap?.LengthControlledWinRates(task, cancellationToken);
        int[] items = [.. task.Problem.Rows.ToArray().Zip(task.Instructions).Where(row => !double.IsNaN(row.First.Preference)).Select(row => row.Second)];
        Estimate winRate = clusters is not null && influences is not null
            ? clusters.Around(fit.WinRate, influences, items, estimate!.SelectionVariance, confidence).Estimate
            : replicates is not null ? InstructionBootstrap.Describe(fit.WinRate, replicates, judged, confidence)
            : estimate is not null ? RateEstimate.WithMargin(fit.WinRate, estimate.StandardError, judged, confidence)
            : new Estimate(fit.WinRate, null, null, judged);
        return new LengthControlScore
        {
            Fit = fit,
            WinRate = RateEstimate.Clip(winRate)!,
            Influences = influences,
            SelectionVariance = estimate?.SelectionVariance ?? 0,
            Replicates = replicates,
            ClusteredMethod = clusters?.SandwichMethod,
        };
    }
}
