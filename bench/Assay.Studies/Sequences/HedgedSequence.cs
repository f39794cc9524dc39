namespace Assay.Studies.Sequences;

/// <summary>
/// The hedged capital of Waudby-Smith and Ramdas (JRSS B 86(1), 2024, section 5) for sampling without replacement, with one predictable stake of each sign:
/// sqrt(2 log(2 / alpha) / (variance t log(t + 1))), cut at half of what may be staked.
/// </summary>
internal sealed class HedgedSequence : ISequence
{
    private const int Points = 2001;
    private const double MostShare = 0.5;
    private const double Alpha = 1 - SequenceStudy.Confidence;

    private readonly int _size;
    private readonly double[] _above = new double[Points];
    private readonly double[] _below = new double[Points];
    private int _count, _first, _last = Points - 1;
    private double _sum, _squares = 0.25;

    public HedgedSequence(int size)
    {
        _size = size;
        _above.AsSpan().Fill(1);
        _below.AsSpan().Fill(1);
    }

    /// <inheritdoc/>
    public (double Lower, double Upper) Add(double value)
    {
        int left = _size - _count;
        double variance = _squares / (_count + 1), stake = Math.Sqrt(2 * Math.Log(2 / Alpha) / (variance * (_count + 1) * Math.Log(_count + 2)));
        for (int point = _first; point <= _last; point++)
        {
            double mean = (_size * At(point) - _sum) / left;
            if (mean is <= 0 or >= 1) continue;
            _above[point] *= 1 + Math.Min(stake, MostShare / mean) * (value - mean);
            _below[point] *= 1 - Math.Min(stake, MostShare / (1 - mean)) * (value - mean);
        }
        _count++;
        _sum += value;
        double deviation = value - (0.5 + _sum) / (_count + 1);
        _squares += deviation * deviation;
        double least = _sum / _size, greatest = (_sum + _size - _count) / _size;
        while (_first < _last && (At(_first) < least || 0.5 * _above[_first] >= 1 / Alpha)) _first++;
        while (_last > _first && (At(_last) > greatest || 0.5 * _below[_last] >= 1 / Alpha)) _last--;
        return (Math.Max(least, At(Math.Max(0, _first - 1))), Math.Min(greatest, At(Math.Min(Points - 1, _last + 1))));
    }

    private static double At(int point) => (double)point / (Points - 1);
}
