namespace Assay.Core.Metrics.Reduction;

/// <summary>A reducer that counts the repeats whose score is at least a threshold.</summary>
public abstract record ThresholdReducer : ScoreReducer
{
    private protected ThresholdReducer(int k, double threshold)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        if (double.IsNaN(threshold)) throw new ArgumentOutOfRangeException(nameof(threshold), "A threshold must be a number.");
        (K, Threshold) = (k, threshold);
    }

    /// <summary>A number of repeats, at least 1.</summary>
    public int K { get; }

    /// <summary>A score of at least this counts as correct.</summary>
    public double Threshold { get; }

    /// <summary>How many of the scores are correct.</summary>
    private protected int Correct(List<double> scores) => scores.Count(score => score >= Threshold);
}

/// <summary>1 where at least <see cref="ThresholdReducer.K"/> repeats are correct, else 0.</summary>
public sealed record AtLeastReducer : ThresholdReducer
{
    /// <param name="k">How many repeats, at least 1.</param>
    /// <param name="threshold">The score from which a repeat is correct.</param>
    /// <exception cref="ArgumentOutOfRangeException">k is below 1, or the threshold NaN.</exception>
    public AtLeastReducer(int k, double threshold = 1) : base(k, threshold) { }

    private protected override double? ReduceKnown(List<double> scores) => Correct(scores) >= K ? 1 : 0;
}

/// <summary>pass@k: the chance that one of k repeats drawn without replacement is correct (<see cref="Combinations.PassAt"/>).</summary>
public sealed record PassAtReducer : ThresholdReducer
{
    /// <param name="k">How many are drawn, at least 1; unknown where fewer repeats have a score.</param>
    /// <param name="threshold">The score from which a repeat is correct.</param>
    /// <exception cref="ArgumentOutOfRangeException">k is below 1, or the threshold NaN.</exception>
    public PassAtReducer(int k, double threshold = 1) : base(k, threshold) { }

    private protected override double? ReduceKnown(List<double> scores) => Combinations.PassAt(scores.Count, Correct(scores), K);
}

/// <summary>pass^k: the chance that all of k repeats drawn without replacement are correct (<see cref="Combinations.PassAll"/>).</summary>
public sealed record PassAllReducer : ThresholdReducer
{
    /// <param name="k">How many are drawn, at least 1; unknown where fewer repeats have a score.</param>
    /// <param name="threshold">The score from which a repeat is correct.</param>
    /// <exception cref="ArgumentOutOfRangeException">k is below 1, or the threshold NaN.</exception>
    public PassAllReducer(int k, double threshold = 1) : base(k, threshold) { }

    private protected override double? ReduceKnown(List<double> scores) => Combinations.PassAll(scores.Count, Correct(scores), K);
}
