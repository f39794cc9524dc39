using Assay.Statistics.Regression;

namespace Assay.Statistics.Calibration;

/// <summary>The line on the scale of log-odds that calibrates forecasts best (Platt 1999): probability = sigmoid(slope * logit + intercept).</summary>
/// <param name="Slope">Below 1 the model was too sure; below 0 its forecasts point the wrong way.</param>
/// <param name="Intercept">Log-odds where the forecast was a half.</param>
public sealed record PlattScaling(double Slope, double Intercept)
{
    private const int MostSteps = 200;

    /// <summary>
    /// The line with the smallest log loss against Platt's targets, (positives + 1) / (positives + 2) and 1 / (negatives + 2), which keep it finite where the
    /// logits part the outcomes; by Newton's method with halved steps (Lin, Lin and Weng 2007).
    /// </summary>
    /// <param name="logits">Finite log-odds, one for each item.</param>
    /// <param name="outcomes">As many: whether it came true.</param>
    /// <returns>Null where the logits are all equal, so that there is no slope.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a logit is not finite.</exception>
    public static PlattScaling? Fit(ReadOnlySpan<double> logits, ReadOnlySpan<bool> outcomes)
    {
        Forecasts.CheckScores(logits, outcomes);
        double positives = 0, lowest = double.PositiveInfinity, highest = double.NegativeInfinity;
        for (int i = 0; i < logits.Length; i++)
        {
            if (!double.IsFinite(logits[i])) throw new ArgumentException("A logit must be finite.", nameof(logits));
            (lowest, highest) = (Math.Min(lowest, logits[i]), Math.Max(highest, logits[i]));
            if (outcomes[i]) positives++;
        }
        if (!(lowest < highest)) return null;
        double hit = (positives + 1) / (positives + 2), miss = 1 / (logits.Length - positives + 2);
        double slope = 0, intercept = Math.Log((positives + 1) / (logits.Length - positives + 1));
        Step at = Step.At(logits, outcomes, hit, miss, slope, intercept);
        for (int step = 0; step < MostSteps; step++)
        {
            double determinant = at.A * at.C - at.B * at.B;
            double moveSlope = -(at.C * at.Slope - at.B * at.Intercept) / determinant, moveIntercept = -(at.A * at.Intercept - at.B * at.Slope) / determinant;
            double length = 1;
            Step next = Step.At(logits, outcomes, hit, miss, slope + moveSlope, intercept + moveIntercept);
            while (!(next.Loss <= at.Loss + 1e-12 * Math.Abs(at.Loss)) && length > 1e-10)
            {
                length /= 2;
                next = Step.At(logits, outcomes, hit, miss, slope + length * moveSlope, intercept + length * moveIntercept);
            }
            (slope, intercept, at) = (slope + length * moveSlope, intercept + length * moveIntercept, next);
            if (Math.Abs(moveSlope) + Math.Abs(moveIntercept) < 1e-11 * (1 + Math.Abs(slope) + Math.Abs(intercept)) || length <= 1e-10) break;
        }
        return new PlattScaling(slope, intercept);
    }

    /// <summary>The calibrated probability, in [0, 1], of a forecast with these log-odds.</summary>
    public double Probability(double logit) => Logit.Probability(Slope * logit + Intercept);

    private readonly record struct Step(double Loss, double Slope, double Intercept, double A, double B, double C)
    {
        public static Step At(ReadOnlySpan<double> logits, ReadOnlySpan<bool> outcomes, double hit, double miss, double slope, double intercept)
        {
            double loss = 0, bySlope = 0, byIntercept = 0, a = 0, b = 0, c = 0;
            for (int i = 0; i < logits.Length; i++)
            {
                double z = slope * logits[i] + intercept, target = outcomes[i] ? hit : miss;
                double probability = Logit.Probability(z), curvature = probability * (1 - probability), error = probability - target;
                loss += Math.Max(z, 0) + double.LogP1(Math.Exp(-Math.Abs(z))) - target * z;
                bySlope += error * logits[i];
                byIntercept += error;
                a += curvature * logits[i] * logits[i];
                b += curvature * logits[i];
                c += curvature;
            }
            return new Step(loss, bySlope, byIntercept, a, b, c);
        }
    }
}
