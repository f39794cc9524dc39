using Assay.Core.LengthControl;
using Assay.Statistics.Estimation;
using Assay.Statistics.Resampling;

namespace Assay.Core.Leaderboards;

/// <summary>
/// The nonparametric bootstrap over instructions (Efron 1979): every replicate draws as many instructions as there are, with replacement, for all models
/// at once, and repeats the whole fit, the choice of the penalty included.
/// </summary>
internal sealed class InstructionBootstrap
{
    /// <summary>Share of replicates without an estimate above which there is no interval.</summary>
    private const double MostFailures = 0.05;

    private readonly int[][] _counts;

    /// <param name="instructionCount">Number of instructions.</param>
    /// <param name="replicates">Number of replicates.</param>
    /// <param name="seed">The seed; replicate r draws from its stream number r + 1.</param>
    public InstructionBootstrap(int instructionCount, int replicates, ulong seed)
    {
        _counts = new int[replicates][];
        for (int replicate = 0; replicate < replicates; replicate++)
        {
            RandomStream random = new(seed, (ulong)replicate + 1);
            int[] counts = _counts[replicate] = new int[instructionCount];
            for (int draw = 0; draw < instructionCount; draw++) counts[random.NextInt(instructionCount)]++;
        }
    }

    /// <summary>Number of replicates.</summary>
    public int Count => _counts.Length;

    /// <summary>How often each instruction was drawn in one replicate.</summary>
    public ReadOnlySpan<int> Counts(int replicate) => _counts[replicate];

    /// <summary>The length-controlled win rate of one model in every replicate; NaN where it has none.</summary>
    public double[] LengthControlledWinRates(LengthControlTask task, CancellationToken cancellationToken)
    {
        double[] winRates = new double[Count];
        Parallel.For(0, Count, new ParallelOptions { CancellationToken = cancellationToken }, replicate =>
        {
            int[] counts = _counts[replicate];
            double[] weights = new double[task.Instructions.Length];
            for (int row = 0; row < weights.Length; row++) weights[row] = counts[task.Instructions[row]];
            winRates[replicate] = task.Problem.Fit(weights)?.WinRate ?? double.NaN;
        });
        return winRates;
    }

    /// <summary>Standard error (of the replicates) and percentile interval of an estimate.</summary>
    /// <param name="value">The estimate on the sample itself.</param>
    /// <param name="replicates">Its replicates; NaN where there is none.</param>
    /// <param name="count">Number of items behind it.</param>
    /// <param name="confidence">Nominal level.</param>
    /// <returns>Without error and interval where more than one replicate in twenty failed, or all are equal.</returns>
    public static Estimate Describe(double value, double[] replicates, int count, double confidence)
    {
        double[] sorted = [.. replicates.Where(double.IsFinite).Order()];
        if (sorted.Length < 2 || sorted.Length < (1 - MostFailures) * replicates.Length || sorted[0] == sorted[^1]) return new Estimate(value, null, null, count);
        double tail = (1 - confidence) / 2;
        return new Estimate(
            value, SampleDeviation.Of(sorted), new ConfidenceInterval(Quantile(sorted, tail), Quantile(sorted, 1 - tail), confidence), count);
    }

    /// <summary>Replicates minus their mean, as draws of the estimate's error; a failed replicate counts as no error.</summary>
    public static double[] Centred(double[] replicates)
    {
        double mean = replicates.Where(double.IsFinite).DefaultIfEmpty(0).Average();
        return [.. replicates.Select(replicate => double.IsFinite(replicate) ? replicate - mean : 0)];
    }

    /// <summary>Quantile number q (n + 1) of sorted values, between neighbours by interpolation (definition 6 of Hyndman and Fan 1996).</summary>
    private static double Quantile(double[] sorted, double q)
    {
        double position = Math.Clamp(q * (sorted.Length + 1) - 1, 0, sorted.Length - 1);
        int below = (int)position;
        return below == sorted.Length - 1 ? sorted[below] : sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
    }
}
