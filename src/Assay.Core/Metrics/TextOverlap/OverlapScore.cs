namespace Assay.Core.Metrics.TextOverlap;

/// <summary>How much of a gold text is in a prediction, and the other way round.</summary>
/// <param name="Overlap">What both share: n-grams, or the length of the longest common subsequence.</param>
/// <param name="Precision">Overlap over what the prediction has, in [0, 1]; 0 where it has nothing.</param>
/// <param name="Recall">Overlap over what the gold text has, in [0, 1]; 0 where it has nothing.</param>
public readonly record struct OverlapScore(int Overlap, double Precision, double Recall)
{
    /// <summary>The harmonic mean of precision and recall, in [0, 1]; 0 where both are 0.</summary>
    public double F1 => Overlap == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>From counts.</summary>
    internal static OverlapScore Of(int overlap, int predicted, int gold) =>
        new(overlap, predicted == 0 ? 0 : (double)overlap / predicted, gold == 0 ? 0 : (double)overlap / gold);
}
