namespace Assay.Studies.Sequences;

/// <summary>
/// The empirical Bernstein confidence sequence of Waudby-Smith and Ramdas 2020 (arXiv 2006.04347, section 3.2), with the predictable weights of their
/// appendix: sqrt(2 log(2 / alpha) / (variance t log(t + 1))), at most 1/2.
/// </summary>
internal sealed class EmpiricalBernsteinSequence(int size) : ISequence
{
    private static readonly double LogTwoOverAlpha = Math.Log(2 / (1 - SequenceStudy.Confidence));

    private int _count;
    private double _sum, _squares = 0.25, _weighted, _weights, _spread, _lower, _upper = 1;

    /// <inheritdoc/>
    public (double Lower, double Upper) Add(double value)
    {
        int step = _count + 1, left = size - _count;
        double guess = (0.5 + _sum) / (_count + 1), variance = _squares / (_count + 1);
        double weight = Math.Min(0.5, Math.Sqrt(2 * LogTwoOverAlpha / (variance * step * Math.Log(step + 1))));
        _weighted += weight * (value + _sum / left);
        _weights += weight * (1 + (double)_count / left);
        _spread += (value - guess) * (value - guess) * (-Math.Log(1 - weight) - weight);
        _count = step;
        _sum += value;
        double deviation = value - (0.5 + _sum) / (_count + 1);
        _squares += deviation * deviation;
        double centre = _weighted / _weights, margin = (LogTwoOverAlpha + _spread) / _weights;
        _lower = Math.Max(_lower, Math.Max(centre - margin, _sum / size));
        _upper = Math.Min(_upper, Math.Min(centre + margin, (_sum + size - _count) / size));
        return (_lower, _upper);
    }
}
