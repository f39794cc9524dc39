using Assay.Statistics.PredictionPowered;
using Assay.Statistics.Resampling;

namespace Assay.Studies.People;

/// <summary>How prediction-powered intervals did over draws from a population.</summary>
/// <param name="Coverage">Share of them that cover the population's value.</param>
/// <param name="CoverageAlone">The same of people alone.</param>
/// <param name="WidthRatio">Mean width over the mean width of people alone.</param>
/// <param name="Bias">Mean estimate minus the population's value.</param>
/// <param name="MeanWeight">Mean of lambda.</param>
internal sealed record PredictionPoweredCoverage(double Coverage, double CoverageAlone, double WidthRatio, double Bias, double MeanWeight)
{
    private const double Level = 0.95;

    /// <summary>Draws items with replacement.</summary>
    /// <param name="truths">The population's truths.</param>
    /// <param name="predictions">Its predictions.</param>
    /// <param name="labelled">Labelled items in a draw.</param>
    /// <param name="judged">Judged items in a draw.</param>
    /// <param name="isSubset">Whether the labelled items are the first of the judged ones, or drawn beside them.</param>
    /// <param name="draws">Number of draws.</param>
    /// <param name="seed">Draw number d uses its stream d.</param>
    public static PredictionPoweredCoverage Of(double[] truths, double[] predictions, int labelled, int judged, bool isSubset, int draws, ulong seed)
    {
        double truth = truths.Average();
        PredictionPoweredMean[] means = new PredictionPoweredMean[draws];
        Parallel.For(0, draws, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, draw =>
        {
            RandomStream random = new(seed, (ulong)draw);
            int[] withLabel = [.. Enumerable.Range(0, labelled).Select(_ => random.NextInt(truths.Length))];
            double[] unlabelled = [.. Enumerable.Range(0, isSubset ? judged - labelled : judged).Select(_ => predictions[random.NextInt(truths.Length)])];
            means[draw] = PredictionPoweredMean.Of([.. withLabel.Select(item => truths[item])], [.. withLabel.Select(item => predictions[item])], unlabelled, Level)!;
        });
        return new PredictionPoweredCoverage(
            means.Average(mean => mean.Estimate.Interval!.Contains(truth) ? 1.0 : 0),
            means.Average(mean => mean.LabelsAlone.Interval!.Contains(truth) ? 1.0 : 0),
            means.Average(mean => mean.Estimate.Interval!.Width) / means.Average(mean => mean.LabelsAlone.Interval!.Width),
            means.Average(mean => mean.Estimate.Value) - truth,
            means.Average(mean => mean.Weight));
    }
}
