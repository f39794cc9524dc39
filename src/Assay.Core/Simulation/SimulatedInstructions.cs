using System.Globalization;
using Assay.Statistics.Resampling;

namespace Assay.Core.Simulation;

/// <summary>The instructions of a simulated world: how hard each is, and how long the baseline's output to it.</summary>
public sealed class SimulatedInstructions
{
    private readonly double[] _difficulties;
    private readonly int[] _baselineLengths;

    private SimulatedInstructions(BaselineLengths lengths, double[] difficulties, int[] baselineLengths)
    {
        (Lengths, _difficulties, _baselineLengths) = (lengths, difficulties, baselineLengths);
    }

    /// <summary>Draws instructions with standard normal difficulties.</summary>
    /// <param name="count">How many, at least one.</param>
    /// <param name="lengths">Lengths of the baseline's outputs.</param>
    /// <param name="seed">The seed; stream 0 is used.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive.</exception>
    public static SimulatedInstructions Draw(int count, BaselineLengths lengths, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentNullException.ThrowIfNull(lengths);
        RandomStream random = new(seed, 0);
        double[] difficulties = new double[count];
        int[] baselineLengths = new int[count];
        for (int i = 0; i < count; i++)
        {
            difficulties[i] = random.NextGaussian();
            baselineLengths[i] = WholeLength(Math.Exp(lengths.MeanLog + lengths.LogDeviation * random.NextGaussian()));
        }
        return new SimulatedInstructions(lengths, difficulties, baselineLengths);
    }

    /// <summary>Number of instructions.</summary>
    public int Count => _difficulties.Length;

    /// <summary>The law of the baseline's lengths.</summary>
    public BaselineLengths Lengths { get; }

    /// <summary>Difficulty of each instruction in logits; higher is better for a model with a positive slope.</summary>
    public ReadOnlySpan<double> Difficulties => _difficulties;

    /// <summary>Length of the baseline's output to each instruction, in code points, at least 1.</summary>
    public ReadOnlySpan<int> BaselineLengthsInCodePoints => _baselineLengths;

    /// <summary>A text for an instruction; ordinal order is the order of the indices up to a million.</summary>
    public static string Text(int index) => string.Create(CultureInfo.InvariantCulture, $"Simulated instruction {index:D6}");

    /// <summary>A length as a whole number of code points, at least 1.</summary>
    internal static int WholeLength(double length) => (int)Math.Clamp(Math.Round(length), 1, int.MaxValue / 2);
}
