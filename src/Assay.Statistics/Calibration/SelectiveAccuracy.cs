namespace Assay.Statistics.Calibration;

/// <summary>
/// How right a model is where it is most sure (El-Yaniv and Wiener 2010; Geifman and El-Yaniv 2017). Items of one confidence have the share of right ones
/// among them, whatever their order.
/// </summary>
public sealed class SelectiveAccuracy
{
    private readonly double[] _right;

    /// <param name="confidences">One for each item, none NaN; only their order counts.</param>
    /// <param name="isRight">As many: whether the item's answer is right.</param>
    /// <exception cref="ArgumentException">There are no items, the lengths differ, or a confidence is NaN.</exception>
    public SelectiveAccuracy(ReadOnlySpan<double> confidences, ReadOnlySpan<bool> isRight)
    {
        if (confidences.IsEmpty) throw new ArgumentException("Selective accuracy needs an item.", nameof(confidences));
        Forecasts.CheckScores(confidences, isRight);
        (_, double[] shares) = Forecasts.Sorted(confidences, isRight);
        _right = new double[shares.Length];
        double sum = 0;
        for (int k = 0; k < shares.Length; k++) _right[k] = sum += shares[^(k + 1)];
    }

    /// <summary>How many items there are.</summary>
    public int Count => _right.Length;

    /// <summary>Accuracy in [0, 1] among so many items of the highest confidence.</summary>
    /// <param name="items">From 1 to <see cref="Count"/>.</param>
    public double Among(int items)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(items, Count);
        return _right[items - 1] / items;
    }

    /// <summary>Accuracy in [0, 1] among the given share of items of the highest confidence, rounded up to whole items.</summary>
    /// <param name="coverage">In (0, 1].</param>
    public double AtCoverage(double coverage) => coverage is > 0 and <= 1
        ? Among(Math.Clamp((int)Math.Ceiling(coverage * Count - 1e-9), 1, Count))
        : throw new ArgumentOutOfRangeException(nameof(coverage), coverage, "A coverage must lie in (0, 1].");

    /// <summary>The mean over k of the accuracy among the k most confident items, HELM's area under the coverage-accuracy curve; in [0, 1].</summary>
    public double Area => _right.Select(static (right, k) => right / (k + 1)).Average();

    /// <summary>The mean over k of the error among the k most confident items (AURC); 1 - <see cref="Area"/>.</summary>
    public double RiskArea => 1 - Area;
}
