using Assay.Statistics.Estimation;

namespace Assay.Statistics.Sequential;

/// <summary>
/// Intervals for the mean of a finite population of numbers in [0, 1], one after every item that is drawn at random without replacement. With the nominal
/// probability all of them cover the mean, so that somebody may look after every item and stop when the interval is good enough.
/// </summary>
/// <remarks>
/// Waudby-Smith and Ramdas, "Confidence sequences for sampling without replacement" (NeurIPS 2020, arXiv 2006.04347), in its betting form (the same, JRSS B
/// 86(1), 2024): two one-sided bounds (<see cref="SequentialLowerBound"/>), each with half the error, and what the items drawn allow with certainty.
/// An item may lack its value: it then counts as 0 for the lower bound and as 1 for the upper one, so that the interval holds whatever the value would be.
/// Only the order must be random; values may depend on each other in any way. About 200 KB; an item costs some microseconds, fewer as the interval narrows.
/// Not for several threads at once.
/// </remarks>
public sealed class ConfidenceSequence
{
    /// <summary>The interval's name in results.</summary>
    public const string IntervalMethod = "betting_without_replacement";

    private readonly double _confidence;
    private readonly SequentialLowerBound _below;
    private readonly SequentialLowerBound _above; // of 1 - x

    /// <param name="populationSize">Items of the population, at least 1.</param>
    /// <param name="confidence">Probability, strictly between 0 and 1, with which all intervals cover the mean.</param>
    /// <param name="targetWidth">The width, above 0 and at most 1, at which somebody will stop: bets are then made so that it comes soon. Coverage does not
    /// depend on it. Null: no width in particular.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public ConfidenceSequence(int populationSize, double confidence, double? targetWidth = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(populationSize);
        ConfidenceLevel.Check(confidence);
        if (targetWidth is not null and not (> 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(targetWidth), targetWidth, "A wanted width must be above 0 and at most 1.");
        (PopulationSize, _confidence) = (populationSize, confidence);
        double error = 0.5 * (1 - confidence);
        _below = new SequentialLowerBound(populationSize, error, 0.5 * targetWidth);
        _above = new SequentialLowerBound(populationSize, error, 0.5 * targetWidth);
    }

    /// <summary>Items of the population.</summary>
    public int PopulationSize { get; }

    /// <summary>Items drawn.</summary>
    public int Count => _below.Drawn.Count;

    /// <summary>Items drawn that lack their value.</summary>
    public int Missing { get; private set; }

    /// <summary>Mean of the values drawn, in [0, 1]; null before the first.</summary>
    public double? Mean => Count == Missing ? null : _below.Drawn.Sum / (Count - Missing);

    /// <summary>
    /// The interval after the items drawn: within all earlier ones; [0, 1] before the first; when all are drawn the mean itself, or, with values missing, the
    /// least and greatest it can be.
    /// </summary>
    /// <remarks>Where the bets have excluded every mean that the items still allow, which happens with at most the probability of an error, the bets were
    /// wrong, and the interval is what the items allow.</remarks>
    public ConfidenceInterval Interval
    {
        get
        {
            double least = _below.Drawn.LeastMean, greatest = 1 - _above.Drawn.LeastMean;
            double lower = _below.Bound, upper = 1 - _above.Bound;
            bool isKnown = Count == PopulationSize || lower > upper || lower > greatest || upper < least;
            return isKnown ? new ConfidenceInterval(least, Math.Max(least, greatest), _confidence) : new ConfidenceInterval(lower, upper, _confidence);
        }
    }

    /// <summary>Draws an item.</summary>
    /// <param name="value">In [0, 1]; null: it lacks its value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside [0, 1] or NaN.</exception>
    /// <exception cref="InvalidOperationException">All items of the population are drawn.</exception>
    public void Add(double? value)
    {
        if (value is not (null or (>= 0 and <= 1))) throw new ArgumentOutOfRangeException(nameof(value), value, "A value must lie in [0, 1].");
        if (Count == PopulationSize) throw new InvalidOperationException($"All {PopulationSize} items of the population are drawn.");
        if (value is null) Missing++;
        double belowLimit = 1 - _above.Bound, aboveLimit = 1 - _below.Bound;
        _below.Add(value ?? 0, belowLimit);
        _above.Add(1 - value ?? 0, aboveLimit);
    }
}
