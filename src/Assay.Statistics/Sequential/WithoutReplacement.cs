namespace Assay.Statistics.Sequential;

/// <summary>
/// What is known of a finite population while its items, numbers in [0, 1], are drawn one after another without replacement: the sum so far and an estimate
/// of the variance, both from the past alone, so that a bet on the next item may depend on them.
/// </summary>
/// <param name="size">Items of the population, at least 1.</param>
internal sealed class WithoutReplacement(int size)
{
    // Half an item of one half and a quarter of variance: the least informed guess, gone after a few items.
    private double _squares = 0.25;

    /// <summary>Items drawn.</summary>
    public int Count { get; private set; }

    /// <summary>Sum of the items drawn.</summary>
    public double Sum { get; private set; }

    /// <summary>Items not drawn.</summary>
    public int Left => size - Count;

    /// <summary>The regularised variance of the items drawn: (1/4 + sum of squared deviations from the running mean) / (count + 1); positive.</summary>
    public double Variance => _squares / (Count + 1);

    /// <summary>The least mean the population can have: all items not drawn are 0.</summary>
    public double LeastMean => Sum / size;

    /// <summary>The greatest mean the population can have: all items not drawn are 1.</summary>
    public double GreatestMean => (Sum + Left) / size;

    /// <summary>The mean of the items not drawn if the population's were <paramref name="mean"/>; outside [0, 1] where that cannot be.</summary>
    public double MeanOfRest(double mean) => (size * mean - Sum) / Left;

    /// <summary>Draws an item.</summary>
    public void Add(double value)
    {
        Count++;
        Sum += value;
        double deviation = value - (0.5 + Sum) / (Count + 1);
        _squares += deviation * deviation;
    }
}
