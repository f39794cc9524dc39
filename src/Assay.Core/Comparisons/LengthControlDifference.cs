using Assay.Core.Clusters;
using Assay.Core.Leaderboards;
using Assay.Statistics.Distributions;
using Assay.Statistics.Estimation;

namespace Assay.Core.Comparisons;

/// <summary>The difference of two length-controlled win rates over the same instructions.</summary>
/// <param name="Difference">First minus second, in [-1, 1]; without error where that is unknown.</param>
/// <param name="PValue">Two-sided p-value of no difference; null where the standard error is unknown.</param>
internal sealed record LengthControlDifference(Estimate Difference, double? PValue)
{
    /// <summary>Takes the difference, instruction by instruction: the bootstrap's where both sides have one, the sandwich estimate's otherwise.</summary>
    /// <param name="first">First side.</param>
    /// <param name="second">Second side, of the same instructions and bootstrap samples.</param>
    /// <param name="items">The items both are of.</param>
    /// <param name="clusters">The clusters of the items; null where they are independent.</param>
    /// <param name="confidence">Nominal level of the interval.</param>
    public static LengthControlDifference Of(
        LengthControlSide first, LengthControlSide second, IReadOnlyCollection<int> items, ItemClusters? clusters, double confidence)
    {
        int count = items.Count;
        double value = first.Value - second.Value;
        if (clusters is null && first.Replicates is not null && second.Replicates is not null)
        {
            double[] replicates = [.. first.Replicates.Zip(second.Replicates, (x, y) => x - y)];
            Estimate resampled = InstructionBootstrap.Describe(value, replicates, count, confidence);
            return new(resampled, resampled.StandardError is { } spread ? Normal.TwoSidedP(value / spread) : null);
        }
        Estimate unknown = new(value, null, null, count);
        if (count < 2 || first.Influences is null || second.Influences is null) return new(unknown, null);

        if (clusters is not null)
        {
            double[] influences = [.. first.Influences.Zip(second.Influences, (x, y) => x - y)];
            (Estimate clustered, double? pValue) = clusters.Around(value, influences, items, first.SelectionVariance + second.SelectionVariance, confidence);
            return new(clustered, pValue);
        }

        double squares = 0;
        for (int i = 0; i < first.Influences.Length; i++)
        {
            double influence = first.Influences[i] - second.Influences[i];
            squares += influence * influence;
        }
        double error = Math.Sqrt(squares * count / (count - 1) + first.SelectionVariance + second.SelectionVariance);
        return error == 0 ? new(unknown, null) : new(RateEstimate.WithMargin(value, error, count, confidence), StudentT.TwoSidedP(value / error, count - 1));
    }
}

/// <summary>One side of a difference of length-controlled win rates.</summary>
/// <param name="Value">The length-controlled win rate, in [0, 1].</param>
/// <param name="Influences">What each instruction adds to its error, over all instructions; null where unknown.</param>
/// <param name="SelectionVariance">Variance from the choice of the penalty, beyond the influences.</param>
/// <param name="Replicates">Its value in every bootstrap replicate; null without a bootstrap.</param>
internal sealed record LengthControlSide(double Value, double[]? Influences, double SelectionVariance, double[]? Replicates)
{
    /// <summary>A model's side.</summary>
    public static LengthControlSide Of(LengthControlScore score) => new(score.Fit.WinRate, score.Influences, score.SelectionVariance, score.Replicates);

    /// <summary>The baseline's: one half by definition, without error.</summary>
    /// <param name="instructionCount">Number of instructions.</param>
    /// <param name="replicates">Number of bootstrap replicates, or null without a bootstrap.</param>
    public static LengthControlSide Baseline(int instructionCount, int? replicates) =>
        new(0.5, new double[instructionCount], 0, replicates is { } count ? [.. Enumerable.Repeat(0.5, count)] : null);
}
