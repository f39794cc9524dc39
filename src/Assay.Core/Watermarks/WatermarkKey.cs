using Assay.Statistics.Resampling;

namespace Assay.Core.Watermarks;

/// <summary>A key: a seed that stands for a sequence of numbers. Whoever has it can mark texts, and find the mark.</summary>
/// <param name="Seed">Seed of the Mersenne Twister.</param>
/// <param name="Length">Positions of the sequence, at least 1; it repeats after them, so texts should be no longer.</param>
/// <param name="Scheme">How the numbers choose tokens.</param>
public sealed record WatermarkKey(uint Seed, int Length, WatermarkScheme Scheme)
{
    /// <summary>The key's numbers for a vocabulary.</summary>
    /// <param name="tokens">Number of tokens, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    public WatermarkSequence Sequence(int tokens)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tokens, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(Length, 1, nameof(Length));
        MersenneTwister twister = new(Seed);
        return Scheme switch
        {
            WatermarkScheme.ExponentialMinimum => ExponentialMinimumSequence.Draw(twister.NextDouble, Length, tokens),
            _ => InverseTransformSequence.Draw(twister.NextDouble, Length, tokens),
        };
    }
}
