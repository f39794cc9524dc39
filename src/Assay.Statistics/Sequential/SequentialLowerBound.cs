namespace Assay.Statistics.Sequential;

/// <summary>
/// A lower bound for the mean of a finite population that holds at all looks at once: the hypotheses "the mean is m" against which bets on larger values have
/// won much. The betting construction of Waudby-Smith and Ramdas ("Estimating means of bounded random variables by betting", JRSS B 86(1), 2024, section 5,
/// sampling without replacement), with a mixture of bets in place of one.
/// </summary>
/// <remarks>
/// A gambler who starts with 1 and stakes l_i on item i has, if the mean is m, the capital K(m) = product of 1 + l_i (x_i - m_i), m_i the mean of what was
/// left before item i. It is a non-negative martingale, and so is a mixture of such capitals; by Ville's inequality (1939) it reaches 1 / error with a
/// probability of at most error.
/// <para>
/// Each part of the capital believes that the mean is m + d. The rest then has the mean m_i + e with e = d N / (N - i + 1), and the stake is Kelly's for the
/// law on {0, c} with that mean and the variance v seen so far, of all such laws in [0, infinity) the one with least to win:
/// l = e (m_i + e) / (m_i (e (m_i + e) + v)).
/// l falls and l m_i rises with m_i, so 1 + l (x - m_i) falls for every x in [0, 1], and K with it: what is rejected at m is rejected below m, and a
/// grid of hypotheses loses at most one step and no coverage.
/// </para>
/// Half of the capital has the wanted half width as d; the other half, or all where no width is wanted, is spread over 1/2, 1/4, 1/8, ...
/// </remarks>
internal sealed class SequentialLowerBound
{
    /// <summary>Hypotheses on the grid, 0 and 1 included: steps of 0.05 percentage points.</summary>
    private const int Points = 2001;

    private readonly WithoutReplacement _drawn;
    private readonly double _threshold;
    private readonly double[] _differences;
    private readonly double[] _capital;
    private int _first;

    /// <param name="size">Items of the population, at least 1.</param>
    /// <param name="error">Probability, in (0, 1), with which the bound may ever be above the mean.</param>
    /// <param name="halfWidth">Distance from the mean at which the bound should arrive soon; null: none in particular.</param>
    public SequentialLowerBound(int size, double error, double? halfWidth)
    {
        _drawn = new WithoutReplacement(size);
        _threshold = 1 / error;
        List<double> differences = halfWidth is { } wanted ? [wanted] : [];
        // The smallest is what can be seen at the end of items with a fifth of the greatest deviation.
        double smallest = Math.Min(0.25, 0.2 * Math.Sqrt(Math.Log(_threshold) / size));
        for (double difference = 0.5; difference >= smallest; difference *= 0.5) differences.Add(difference);
        _differences = [.. differences];
        _capital = new double[_differences.Length * Points];
        if (halfWidth is null) _capital.AsSpan().Fill(1.0 / _differences.Length);
        else
        {
            _capital.AsSpan(0, Points).Fill(0.5);
            _capital.AsSpan(Points).Fill(0.5 / (_differences.Length - 1));
        }
    }

    /// <summary>The bound, in [0, 1]; never falls.</summary>
    public double Bound { get; private set; }

    /// <summary>What was drawn.</summary>
    public WithoutReplacement Drawn => _drawn;

    /// <summary>Draws an item.</summary>
    /// <param name="value">In [0, 1].</param>
    /// <param name="limit">An upper bound that is already known: hypotheses above it are not looked at any more. Never rises.</param>
    public void Add(double value, double limit)
    {
        int last = Math.Min(Points - 1, (int)Math.Ceiling(limit * (Points - 1)));
        double scale = (double)(_drawn.Count + _drawn.Left) / _drawn.Left, variance = _drawn.Variance;
        for (int point = _first; point <= last; point++)
        {
            double mean = _drawn.MeanOfRest(Hypothesis(point));
            if (mean <= 0) continue; // cannot be: the bound passes it below
            for (int part = 0; part < _differences.Length; part++)
            {
                double difference = _differences[part] * scale, moment = difference * (mean + difference);
                _capital[part * Points + point] *= 1 + moment / (mean * (moment + variance)) * (value - mean);
            }
        }
        _drawn.Add(value);
        while (_first <= last && (Hypothesis(_first) <= _drawn.LeastMean || Capital(_first) >= _threshold)) Bound = Math.Max(Bound, Hypothesis(_first++));
        Bound = Math.Max(Bound, _drawn.LeastMean);
    }

    private static double Hypothesis(int point) => (double)point / (Points - 1);

    private double Capital(int point)
    {
        double sum = 0;
        for (int part = 0; part < _differences.Length; part++) sum += _capital[part * Points + point];
        return sum;
    }
}
