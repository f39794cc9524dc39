using Assay.Statistics.Estimation;
using Assay.Statistics.Resampling;

namespace Assay.Statistics.Calibration;

/// <summary>
/// Where a calibration error would lie if the forecasts were perfect (consistency resampling: Brocker and Smith 2007; Vaicenavicius and others 2019): outcomes
/// drawn from the forecasts themselves.
/// </summary>
/// <param name="Mean">Its mean; above 0, the more so the fewer items there are.</param>
/// <param name="Band">The middle share of its distribution.</param>
/// <param name="PValue">Share of draws, the data themselves counted as one, with an error at least as large; in (0, 1].</param>
/// <param name="Draws">How many sets of outcomes were drawn.</param>
public sealed record CalibrationNullBand(double Mean, ConfidenceInterval Band, double PValue, int Draws)
{
    /// <summary>Draws the distribution.</summary>
    /// <param name="probabilities">Forecasts in [0, 1], at least one.</param>
    /// <param name="observed">The error of the data.</param>
    /// <param name="error">The error of these forecasts with any outcomes; called from several threads.</param>
    /// <param name="draws">Sets of outcomes, at least 1.</param>
    /// <param name="level">Share of the distribution that the band holds, strictly between 0 and 1.</param>
    /// <param name="seed">Draw k takes its stream k.</param>
    /// <param name="cancellation">Stops between draws.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CalibrationNullBand Of(
        double[] probabilities, double observed, Func<double[], bool[], double> error, int draws, double level, ulong seed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        ConfidenceLevel.Check(level);
        double[] errors = new double[draws];
        Parallel.For(0, draws, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, draw =>
        {
            RandomStream random = new(seed, (ulong)draw);
            bool[] outcomes = new bool[probabilities.Length];
            for (int i = 0; i < outcomes.Length; i++) outcomes[i] = random.NextDouble() < probabilities[i];
            errors[draw] = error(probabilities, outcomes);
        });
        Array.Sort(errors);
        double tail = 0.5 * (1 - level);
        ConfidenceInterval band = new(At(errors, tail), At(errors, 1 - tail), level);
        // Sums in another order may differ in their last bits; equal errors must count as equal.
        int larger = errors.Count(drawn => drawn >= observed - 1e-12);
        return new CalibrationNullBand(errors.Average(), band, (larger + 1.0) / (draws + 1.0), draws);
    }

    private static double At(double[] ascending, double share) => ascending[Math.Clamp((int)(share * ascending.Length), 0, ascending.Length - 1)];
}
