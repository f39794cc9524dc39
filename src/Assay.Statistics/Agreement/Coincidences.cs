namespace Assay.Statistics.Agreement;

/// <summary>Krippendorff's coincidence matrix: how often two ratings of one unit are these two values, each pair weighted by 1 / (ratings - 1).</summary>
internal sealed class Coincidences
{
    private readonly double[] _values;
    private readonly double[] _pairs;
    private readonly double[] _totals;

    private Coincidences(double[] values)
    {
        _values = values;
        _pairs = new double[values.Length * values.Length];
        _totals = new double[values.Length];
    }

    /// <summary>Units with two ratings at least: for each rating, its value's number; sorted.</summary>
    public List<int[]> Units { get; } = [];

    /// <summary>Number of different values.</summary>
    public int Values => _values.Length;

    public static Coincidences Of(IReadOnlyList<double[]> units)
    {
        double[] values = [.. units.Where(static unit => unit.Length > 1).SelectMany(static unit => unit).Distinct().Order()];
        if (!Array.TrueForAll(values, double.IsFinite)) throw new ArgumentException("Agreement needs finite ratings.", nameof(units));
        Coincidences all = new(values);
        foreach (double[] unit in units)
        {
            if (unit.Length < 2) continue;
            int[] numbers = Array.ConvertAll(unit, rating => Array.BinarySearch(values, rating));
            Array.Sort(numbers);
            all.Units.Add(numbers);
            all.Add(numbers, 1);
        }
        return all;
    }

    /// <summary>Adds a unit, or with -1 takes it away.</summary>
    public void Add(int[] ratings, int sign)
    {
        double weight = sign / (ratings.Length - 1.0);
        // Runs of equal ratings: there are far fewer values than raters.
        for (int i = 0, endOfI; i < ratings.Length; i = endOfI)
        {
            endOfI = EndOfRun(ratings, i);
            _totals[ratings[i]] += sign * (endOfI - i);
            for (int j = 0, endOfJ; j < ratings.Length; j = endOfJ)
            {
                endOfJ = EndOfRun(ratings, j);
                int others = i == j ? endOfJ - j - 1 : endOfJ - j;
                _pairs[ratings[i] * Values + ratings[j]] += weight * (endOfI - i) * others;
            }
        }
    }

    public double Alpha(MeasurementLevel level)
    {
        double[] places = level == MeasurementLevel.Ordinal ? MeanRanks() : _values;
        double total = 0, seen = 0, expected = 0;
        foreach (double ratings in _totals) total += ratings;
        for (int i = 0; i < Values; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double difference = level == MeasurementLevel.Nominal ? 1 : (places[i] - places[j]) * (places[i] - places[j]);
                seen += _pairs[i * Values + j] * difference;
                expected += _totals[i] * _totals[j] * difference;
            }
        }
        return expected > 0 ? 1 - (total - 1) * seen / expected : double.NaN;
    }

    private double[] MeanRanks()
    {
        double[] ranks = new double[Values];
        double before = 0;
        for (int i = 0; i < Values; i++)
        {
            ranks[i] = before + 0.5 * _totals[i];
            before += _totals[i];
        }
        return ranks;
    }

    private static int EndOfRun(int[] sorted, int start)
    {
        int end = start + 1;
        while (end < sorted.Length && sorted[end] == sorted[start]) end++;
        return end;
    }
}
