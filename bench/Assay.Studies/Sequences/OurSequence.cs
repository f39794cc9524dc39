using Assay.Statistics.Sequential;

namespace Assay.Studies.Sequences;

/// <summary>The one of the command.</summary>
internal sealed class OurSequence(int size, StoppingRule rule) : ISequence
{
    private readonly ConfidenceSequence _sequence = rule.Sequence(size, SequenceStudy.Confidence);

    /// <inheritdoc/>
    public (double Lower, double Upper) Add(double value)
    {
        _sequence.Add(value);
        return (_sequence.Interval.Lower, _sequence.Interval.Upper);
    }
}
