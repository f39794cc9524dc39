using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Assay.Statistics.Resampling;

/// <summary>
/// A seeded stream of random numbers: xoshiro256** of Blackman and Vigna ("Scrambled linear pseudorandom number generators",
/// ACM Trans. Math. Softw. 47(4), 2021), its state filled by SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
/// Equal seed and stream give equal integers on every machine; the other draws agree up to the last bits of <see cref="Math"/>.
/// </summary>
/// <remarks>
/// Replicate k of a parallel loop takes the stream k of the run's seed, so results do not depend on the order of the threads.
/// One instance is for one thread. Not for secrets.
/// </remarks>
[SuppressMessage("Naming", "CA1711", Justification = "A stream of random numbers is the field's own term; nobody takes it for a System.IO.Stream.")]
public sealed class RandomStream
{
    private const ulong SplitMixGamma = 0x9E3779B97F4A7C15;
    private ulong _state0;
    private ulong _state1;
    private ulong _state2;
    private ulong _state3;
    private double _spareGaussian = double.NaN;

    /// <summary>Starts the stream of this number under this seed; every pair of values is allowed.</summary>
    /// <param name="seed">The run's seed, the one that is recorded.</param>
    /// <param name="stream">The stream's number; streams of one seed never start from the same state.</param>
    /// <remarks>
    /// SplitMix64 starts at mix(mix(seed + gamma) + stream + gamma), and its next four outputs are the state. The mixing is a bijection, so streams
    /// of one seed differ, and neighbouring numbers start far apart.
    /// </remarks>
    public RandomStream(ulong seed, ulong stream)
    {
        ulong position = SplitMix64(seed) + stream;
        position = SplitMix64(position);
        _state0 = SplitMix64(position);
        _state1 = SplitMix64(position += SplitMixGamma);
        _state2 = SplitMix64(position += SplitMixGamma);
        _state3 = SplitMix64(position + SplitMixGamma);
    }

    /// <summary>The output of SplitMix64 whose state before the step is <paramref name="state"/>.</summary>
    private static ulong SplitMix64(ulong state)
    {
        ulong mixed = state + SplitMixGamma;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>64 random bits.</summary>
    public ulong NextUInt64()
    {
        ulong result = BitOperations.RotateLeft(_state1 * 5, 7) * 9;
        ulong shifted = _state1 << 17;
        _state2 ^= _state0;
        _state3 ^= _state1;
        _state1 ^= _state2;
        _state0 ^= _state3;
        _state2 ^= shifted;
        _state3 = BitOperations.RotateLeft(_state3, 45);
        return result;
    }

    /// <summary>A uniform number in [0, 1): one of the 2^53 multiples of 2^-53, each as likely.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A uniform integer in [0, <paramref name="exclusive"/>), each exactly as likely (Lemire, ACM TOMACS 29(1), 2019).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exclusive"/> is not positive.</exception>
    public int NextInt(int exclusive)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exclusive);
        ulong range = (ulong)exclusive;
        ulong high = Math.BigMul(NextUInt64(), range, out ulong low);
        if (low >= range) return (int)high;
        ulong biased = (0UL - range) % range;
        while (low < biased) high = Math.BigMul(NextUInt64(), range, out low);
        return (int)high;
    }

    /// <summary>A standard normal number (polar method: Marsaglia and Bray, 1964). Draws come in pairs; the second waits for the next call.</summary>
    public double NextGaussian()
    {
        if (!double.IsNaN(_spareGaussian))
        {
            double spare = _spareGaussian;
            _spareGaussian = double.NaN;
            return spare;
        }
        double first, second, radius;
        do
        {
            first = 2 * NextDouble() - 1;
            second = 2 * NextDouble() - 1;
            radius = first * first + second * second;
        }
        while (radius >= 1 || radius == 0);
        double scale = Math.Sqrt(-2 * Math.Log(radius) / radius);
        _spareGaussian = second * scale;
        return first * scale;
    }

    /// <summary>A gamma variable of unit scale (mean and variance equal to <paramref name="shape"/>); 0 where it underflows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The shape is not positive and finite.</exception>
    public double NextGamma(double shape) => Math.Exp(NextLogGamma(shape));

    /// <summary>A beta variable in [0, 1]: X / (X + Y) of two gamma variables, taken on the log scale so that tiny shapes do not give 0 / 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A shape is not positive and finite.</exception>
    public double NextBeta(double a, double b)
    {
        double logX = NextLogGamma(a);
        double logY = NextLogGamma(b);
        return 1 / (1 + Math.Exp(logY - logX));
    }

    private const ulong OneInBits = 0x3FF0_0000_0000_0000;

    /// <summary>Fills with independent +1 and -1, each as likely; 64 of them cost one draw.</summary>
    public void FillSigns(Span<double> signs)
    {
        ulong bits = 0;
        for (int i = 0; i < signs.Length; i++)
        {
            if ((i & 63) == 0) bits = NextUInt64();
            // The bit becomes the sign bit of 1.0: a branch would be mispredicted every other time.
            signs[i] = BitConverter.UInt64BitsToDouble(OneInBits | (bits << 63));
            bits >>= 1;
        }
    }

    /// <summary>Puts the items in a uniformly random order (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int last = items.Length - 1; last > 0; last--)
        {
            int chosen = NextInt(last + 1);
            (items[last], items[chosen]) = (items[chosen], items[last]);
        }
    }

    /// <summary>Log of a gamma variable: Marsaglia and Tsang (2000); a shape below 1 is raised by 1 and brought back by U^(1/shape), their section 6.</summary>
    private double NextLogGamma(double shape)
    {
        if (!(shape > 0 && double.IsFinite(shape)))
            throw new ArgumentOutOfRangeException(nameof(shape), shape, "A gamma variable's shape must be positive and finite.");
        if (shape < 1) return NextLogGamma(shape + 1) + Math.Log(1 - NextDouble()) / shape;
        double d = shape - 1.0 / 3;
        double c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double gaussian = NextGaussian();
            double root = 1 + c * gaussian;
            if (root <= 0) continue;
            double cube = root * root * root;
            double logCube = Math.Log(cube);
            if (Math.Log(1 - NextDouble()) < 0.5 * gaussian * gaussian + d - d * cube + d * logCube) return Math.Log(d) + logCube;
        }
    }
}
