using Assay.Statistics.Calibration;
using Assay.Statistics.Estimation;
using Assay.Statistics.Resampling;

namespace Assay.Studies.Calibration;

/// <summary>How often intervals of calibration cover the truth; shares in [0, 1].</summary>
/// <param name="TrueError">Mean over samples of the true root mean squared error of the bins.</param>
/// <param name="MeanEstimate">Mean debiased error.</param>
/// <param name="MeanPlain">Mean plain expected calibration error.</param>
/// <param name="TruePlain">The plain error of endless data.</param>
/// <param name="Debiased">Coverage of the debiased error's interval.</param>
/// <param name="Bootstrap">Coverage of the percentile bootstrap of the plain error.</param>
/// <param name="RocArea">Coverage of the area under the ROC.</param>
/// <param name="SelectiveArea">Coverage of the area under the curve of accuracy by coverage.</param>
internal sealed record CalibrationCoverage(
    double TrueError, double MeanEstimate, double TruePlain, double MeanPlain, double Debiased, double Bootstrap, double RocArea, double SelectiveArea)
{
    private const double Level = 0.95;
    private const int Bins = 10, Endless = 400_000, Resamples = 200;

    /// <summary>Simulates.</summary>
    /// <param name="world">Where forecasts come from.</param>
    /// <param name="items">Items of a sample.</param>
    /// <param name="samples">Samples.</param>
    /// <param name="seed">Sample s uses its stream s.</param>
    public static CalibrationCoverage Of(ForecastWorld world, int items, int samples, ulong seed)
    {
        (double[] forecasts, bool[] outcomes) = world.Sample(Endless, new RandomStream(seed, ulong.MaxValue));
        double roc = Discrimination.AreaUnderRoc(forecasts, outcomes)!.Value, selective = new SelectiveAccuracy(forecasts, outcomes).Area;
        double plain = world.Temperature == 1 ? 0 : CalibrationError.EqualWidth(forecasts, outcomes, Bins)!.Expected;
        double[][] results = new double[samples][];
        Parallel.For(0, samples, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, sample =>
        {
            RandomStream random = new(seed, (ulong)sample);
            (double[] p, bool[] y) = world.Sample(items, random);
            DebiasedCalibrationError debiased = DebiasedCalibrationError.Of(p, y, Bins, Level)!;
            double truth = Truth(world, p, debiased.Bins);
            results[sample] =
            [
                truth, debiased.Value, CalibrationError.EqualWidth(p, y, Bins)!.Expected,
                Covers(debiased.Interval, truth), Covers(Percentile(p, y, random), plain),
                Covers(RocAreaEstimate.Of(p, y, Level)?.Interval, roc), Covers(SelectiveAreaEstimate.Of(p, y, Level)?.Interval, selective),
            ];
        });
        double Mean(int result) => results.Average(sample => sample[result]);
        return new CalibrationCoverage(Mean(0), Mean(1), plain, Mean(2), Mean(3), Mean(4), Mean(5), Mean(6));
    }

    private static double Covers(ConfidenceInterval? interval, double truth) => interval?.Contains(truth) == true ? 1 : 0;

    private static double Truth(ForecastWorld world, double[] forecasts, IReadOnlyList<CalibrationBin> bins)
    {
        double[] gaps = [.. forecasts.Order().Select(forecast => forecast - world.Chance(forecast))];
        double sum = 0;
        int start = 0;
        foreach (CalibrationBin bin in bins)
        {
            double gap = gaps.Skip(start).Take(bin.Count).Average();
            sum += bin.Count * gap * gap / forecasts.Length;
            start += bin.Count;
        }
        return Math.Sqrt(sum);
    }

    // What is often done, and covers almost nothing near 0: every resample adds noise to the noise of the data.
    private static ConfidenceInterval Percentile(double[] forecasts, bool[] outcomes, RandomStream random)
    {
        double[] errors = new double[Resamples], p = new double[forecasts.Length];
        bool[] y = new bool[forecasts.Length];
        for (int resample = 0; resample < Resamples; resample++)
        {
            for (int i = 0; i < p.Length; i++)
            {
                int drawn = random.NextInt(p.Length);
                (p[i], y[i]) = (forecasts[drawn], outcomes[drawn]);
            }
            errors[resample] = CalibrationError.EqualWidth(p, y, Bins)!.Expected;
        }
        Array.Sort(errors);
        return new ConfidenceInterval(errors[(int)(0.025 * Resamples)], errors[(int)(0.975 * Resamples)], Level);
    }
}
