using Assay.Statistics.Distributions;
using Assay.Statistics.Estimation;
using Assay.Statistics.Resampling;

namespace Assay.Studies.Sequences;

/// <summary>Draws a population in many random orders, and counts when a sequence is narrow or decided and how often it misses.</summary>
internal static class SequenceStudy
{
    /// <summary>Nominal coverage.</summary>
    public const double Confidence = 0.95;

    private const double Rounding = 1e-12;

    /// <summary>What came of one population and method.</summary>
    /// <param name="ToWidth">Mean number of items until the width.</param>
    /// <param name="ToDecision">Mean number of items until the value is excluded; the whole set where it never was.</param>
    /// <param name="Covered">Share of the orders in which every interval covered the mean.</param>
    public sealed record Result(double ToWidth, double ToDecision, double Covered);

    /// <summary>Runs the orders in parallel; the result does not depend on the threads.</summary>
    public static Result Run(double[] population, Func<ISequence> begin, double width, double value, int orders, ulong seed)
    {
        double mean = population.Average();
        (int Width, int Decision, bool Covers)[] runs = new (int, int, bool)[orders];
        Parallel.For(0, orders, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, order =>
        {
            double[] values = [.. population];
            new RandomStream(seed, (ulong)order).Shuffle(values.AsSpan());
            runs[order] = One(values, mean, begin(), width, value);
        });
        return new Result(runs.Average(static run => run.Width), runs.Average(static run => run.Decision), runs.Average(static run => run.Covers ? 1.0 : 0));
    }

    /// <summary>Items of a fixed sample without replacement whose normal interval has this width: z s sqrt(1/n - 1/N) = width / 2.</summary>
    public static int FixedSample(double[] population, double width)
    {
        double z = Normal.Quantile(0.5 + 0.5 * Confidence), deviation = SampleDeviation.Of(population);
        double inverse = Math.Pow(width / 2 / (z * deviation), 2) + 1.0 / population.Length;
        return (int)Math.Ceiling(1 / inverse);
    }

    private static (int, int, bool) One(double[] values, double mean, ISequence sequence, double width, double value)
    {
        int toWidth = values.Length, toDecision = values.Length;
        bool covers = true, isNarrow = false, isDecided = false;
        for (int i = 0; i < values.Length; i++)
        {
            (double lower, double upper) = sequence.Add(values[i]);
            covers &= mean >= lower - Rounding && mean <= upper + Rounding;
            if (!isNarrow && upper - lower <= width + Rounding) (toWidth, isNarrow) = (i + 1, true);
            if (!isDecided && (value < lower || value > upper)) (toDecision, isDecided) = (i + 1, true);
        }
        return (toWidth, toDecision, covers);
    }
}
