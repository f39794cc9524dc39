using Assay.Statistics.Estimation;

namespace Assay.Statistics.Sequential;

/// <summary>When the interval of a <see cref="ConfidenceSequence"/> is good enough. One of the records of this file.</summary>
public abstract record StoppingRule
{
    private protected StoppingRule() { }

    /// <summary>Whether somebody may stop with this interval.</summary>
    public abstract bool IsMet(ConfidenceInterval interval);

    /// <summary>A sequence whose bets suit this rule.</summary>
    public abstract ConfidenceSequence Sequence(int populationSize, double confidence);
}

/// <summary>The interval is at most so wide.</summary>
/// <param name="Width">In the unit of the values, above 0 and at most 1.</param>
public sealed record UntilWidth(double Width) : StoppingRule
{
    // A width of 4 points is met by an interval from 0.48 to 0.52, whose ends differ by 0.04 and a rounding.
    private const double Rounding = 1e-12;

    /// <inheritdoc/>
    public override bool IsMet(ConfidenceInterval interval) => interval.Width <= Width + Rounding;

    /// <inheritdoc/>
    public override ConfidenceSequence Sequence(int populationSize, double confidence) => new(populationSize, confidence, Width);
}

/// <summary>The interval excludes a value.</summary>
/// <param name="Value">In [0, 1].</param>
public sealed record UntilDecided(double Value) : StoppingRule
{
    /// <inheritdoc/>
    public override bool IsMet(ConfidenceInterval interval) => !interval.Contains(Value);

    /// <inheritdoc/>
    public override ConfidenceSequence Sequence(int populationSize, double confidence) => new(populationSize, confidence);
}
