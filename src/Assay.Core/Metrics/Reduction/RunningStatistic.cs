namespace Assay.Core.Metrics.Reduction;

/// <summary>
/// Count, sum, extremes and variance of values that come one by one or in parts that are merged, HELM's <c>Stat</c>; kept as mean and squared deviations
/// (Chan, Golub and LeVeque 1983), so that nothing cancels. The default is the empty statistic.
/// </summary>
public readonly record struct RunningStatistic
{
    private readonly double _mean;
    private readonly double _squares;
    private readonly double _lowest;
    private readonly double _highest;

    private RunningStatistic(int count, double sum, double mean, double squares, double lowest, double highest) =>
        (Count, Sum, _mean, _squares, _lowest, _highest) = (count, sum, mean, squares, lowest, highest);

    /// <summary>How many values there are.</summary>
    public int Count { get; }

    /// <summary>Their sum; 0 for none.</summary>
    public double Sum { get; }

    /// <summary>Their mean; null for none.</summary>
    public double? Mean => Count == 0 ? null : _mean;

    /// <summary>The lowest; null for none.</summary>
    public double? Lowest => Count == 0 ? null : _lowest;

    /// <summary>The highest; null for none.</summary>
    public double? Highest => Count == 0 ? null : _highest;

    /// <summary>The mean squared deviation (over n, not n - 1); null for none.</summary>
    public double? PopulationVariance => Count == 0 ? null : _squares / Count;

    /// <summary>The root of <see cref="PopulationVariance"/>; null for none.</summary>
    public double? PopulationDeviation => Count == 0 ? null : Math.Sqrt(_squares / Count);

    /// <summary>The statistic with one more value.</summary>
    /// <exception cref="ArgumentException">The value is not finite.</exception>
    public RunningStatistic Add(double value) => double.IsFinite(value)
        ? Merge(new RunningStatistic(1, value, value, 0, value, value))
        : throw new ArgumentException("A statistic needs finite values.", nameof(value));

    /// <summary>The statistic of both parts' values.</summary>
    public RunningStatistic Merge(RunningStatistic other)
    {
        if (Count == 0) return other;
        if (other.Count == 0) return this;
        int count = Count + other.Count;
        double apart = other._mean - _mean;
        return new RunningStatistic(
            count, Sum + other.Sum, _mean + apart * other.Count / count, _squares + other._squares + apart * apart * Count * other.Count / count,
            Math.Min(_lowest, other._lowest), Math.Max(_highest, other._highest));
    }
}
