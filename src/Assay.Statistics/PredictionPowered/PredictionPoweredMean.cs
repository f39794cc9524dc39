using Assay.Statistics.Distributions;
using Assay.Statistics.Estimation;

namespace Assay.Statistics.PredictionPowered;

/// <summary>
/// The prediction-powered mean with the tuned weight: PPI++ of Angelopoulos, Duchi and Zrnic (arXiv 2311.01453, section 2 and example 6.1). A few items carry
/// the truth (a person's label) and a prediction (a machine's); many more carry the prediction alone. The predictions' own errors cancel: the estimate is right
/// on average whatever they are, and narrower the better they correlate with the truth.
/// </summary>
/// <remarks>
/// <para>theta = mean(Y - lambda f over labelled) + lambda mean(f over unlabelled), and the variance of its two independent parts is
/// s^2(Y - lambda f) / n + lambda^2 s^2(f) / m, with n labelled and m unlabelled items. lambda = cov(Y, f) / (s^2(f) (1 + n / m)) minimises it.</para>
/// <para>Where the labelled items are some of the judged ones, "unlabelled" are the judged ones that were not labelled. The two parts share no item, so
/// nothing of the variance is counted twice, and the estimate is the same as mean(Y) + k (mean of f over all judged - mean of f over labelled) with
/// k = lambda (n + m) / m: the regression estimator of double sampling (Cochran, "Sampling Techniques", 1977, section 12.6). Giving all judged items
/// as unlabelled would treat them as further ones, and its interval would be wrong.</para>
/// <para>The variance of the labelled part has n - 2 degrees of freedom, since lambda was fitted to it, and so has the interval's t.</para>
/// </remarks>
/// <param name="Estimate">The mean of Y over the population with standard error and interval; its count is n + m.</param>
/// <param name="Labelled">n: items with truth and prediction.</param>
/// <param name="Unlabelled">m: further items with the prediction alone.</param>
/// <param name="Weight">lambda: 0 uses the labels alone, 1 trusts the predictions in full.</param>
/// <param name="LabelsAlone">What the labels alone say, with Student's t interval.</param>
public sealed record PredictionPoweredMean(Estimate Estimate, int Labelled, int Unlabelled, double Weight, Estimate LabelsAlone)
{
    /// <summary>Fewest labelled items: below, no spread about a fitted weight can be seen.</summary>
    public const int FewestLabelled = 3;

    /// <summary>Fewest unlabelled items.</summary>
    public const int FewestUnlabelled = 2;

    /// <summary>The estimate.</summary>
    /// <param name="truths">Y of the labelled items, finite.</param>
    /// <param name="predictions">f of the labelled items, in the same order, finite.</param>
    /// <param name="unlabelled">f of the items that have no label, finite. Items that are labelled must not be repeated here.</param>
    /// <param name="confidence">Nominal coverage, strictly between 0 and 1.</param>
    /// <returns>
    /// Null below <see cref="FewestLabelled"/> or <see cref="FewestUnlabelled"/> items. Predictions without spread get weight 0. Labels all equal have no
    /// standard
    /// error and no interval.
    /// </returns>
    /// <exception cref="ArgumentException">A number is not finite, or there is not one prediction per label.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is outside (0, 1).</exception>
    public static PredictionPoweredMean? Of(
        ReadOnlySpan<double> truths, ReadOnlySpan<double> predictions, ReadOnlySpan<double> unlabelled, double confidence)
    {
        ConfidenceLevel.Check(confidence);
        if (truths.Length != predictions.Length)
            throw new ArgumentException($"{predictions.Length} predictions are not one for each of {truths.Length} labels.", nameof(predictions));
        int n = truths.Length, m = unlabelled.Length;
        if (n < FewestLabelled || m < FewestUnlabelled) return null;
        Estimate alone = MeanEstimate.Of(truths, confidence)!;
        double predictionMean = MeanEstimate.Of(predictions, confidence)!.Value, unlabelledMean = MeanEstimate.Of(unlabelled, confidence)!.Value;
        if (alone.StandardError is null) return new PredictionPoweredMean(alone with { Count = n + m }, n, m, 0, alone);

        double covariance = Covariance(truths, alone.Value, predictions, predictionMean) / (n - 1);
        double varianceLabelled = Covariance(predictions, predictionMean, predictions, predictionMean) / (n - 1);
        double varianceUnlabelled = Covariance(unlabelled, unlabelledMean, unlabelled, unlabelledMean) / (m - 1);
        // The variance of f from each part on its own, which minimises the variance that is reported.
        double spread = varianceLabelled / n + varianceUnlabelled / m;
        double weight = spread > 0 ? covariance / n / spread : 0;

        double value = alone.Value + weight * (unlabelledMean - predictionMean);
        double residual = 0;
        for (int i = 0; i < n; i++)
        {
            double deviation = truths[i] - alone.Value - weight * (predictions[i] - predictionMean);
            residual += deviation * deviation;
        }
        double variance = residual / (n - 2) / n + weight * weight * varianceUnlabelled / m;
        // Predictions equal to every label, and all alike where there is none: no spread was seen, which is not zero.
        if (!(variance > 1e-24)) return new PredictionPoweredMean(new Estimate(value, null, null, n + m), n, m, weight, alone);
        double error = Math.Sqrt(variance);
        double margin = StudentT.Quantile(0.5 + 0.5 * confidence, n - 2) * error;
        ConfidenceInterval interval = new(value - margin, value + margin, confidence);
        return new PredictionPoweredMean(new Estimate(value, error, interval, n + m), n, m, weight, alone);
    }

    private static double Covariance(ReadOnlySpan<double> x, double xMean, ReadOnlySpan<double> y, double yMean)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++) sum += (x[i] - xMean) * (y[i] - yMean);
        return sum;
    }
}
