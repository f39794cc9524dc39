namespace Assay.Statistics.Calibration;

/// <summary>The one number that log-odds are divided by to calibrate them (Platt 1999 with one parameter; Guo and others 2017, section 4.2).</summary>
/// <param name="Temperature">T, positive: above 1 the model was too sure.</param>
/// <param name="LogLoss">The summed log loss, in nats, of sigmoid(logit / T).</param>
public sealed record TemperatureScaling(double Temperature, double LogLoss)
{
    private const int MostSteps = 200;

    /// <summary>The temperature with the smallest log loss, by Newton's method on 1 / T, in which the loss is convex, kept inside a bracket.</summary>
    /// <param name="logits">Finite log-odds, one for each item.</param>
    /// <param name="outcomes">As many: whether it came true.</param>
    /// <returns>
    /// Null where there is no smallest loss at a positive finite temperature: the logits part the outcomes perfectly, or point the wrong way, or there are
    /// none.
    /// </returns>
    /// <exception cref="ArgumentException">The lengths differ, or a logit is not finite.</exception>
    public static TemperatureScaling? Fit(ReadOnlySpan<double> logits, ReadOnlySpan<bool> outcomes)
    {
        Forecasts.CheckScores(logits, outcomes);
        double largest = 0;
        foreach (double logit in logits)
        {
            if (!double.IsFinite(logit)) throw new ArgumentException("A logit must be finite.", nameof(logits));
            largest = Math.Max(largest, Math.Abs(logit));
        }
        // The slope rises in 1 / T: below 0 at 0 where the logits help, above 0 later where some are wrong.
        if (largest == 0 || Loss(logits, outcomes, 0).Slope >= 0) return null;
        double low = 0, high = 1 / largest;
        while (Loss(logits, outcomes, high).Slope < 0)
        {
            low = high;
            high *= 2;
        }
        // Where every item is right the loss falls for ever, until its curvature is lost in rounding.
        if (Loss(logits, outcomes, high).Curvature == 0) return null;
        double scale = 0.5 * (low + high);
        for (int step = 0; step < MostSteps && high - low > 1e-15 * high; step++)
        {
            (_, double slope, double curvature) = Loss(logits, outcomes, scale);
            if (slope > 0) high = scale;
            else low = scale;
            double newton = scale - slope / curvature;
            double next = newton > low && newton < high ? newton : 0.5 * (low + high);
            if (next == scale) break;
            scale = next;
        }
        return new TemperatureScaling(1 / scale, Loss(logits, outcomes, scale).Value);
    }

    private static (double Value, double Slope, double Curvature) Loss(ReadOnlySpan<double> logits, ReadOnlySpan<bool> outcomes, double scale)
    {
        double value = 0, slope = 0, curvature = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            // With the sign of the outcome the loss is log(1 + e^-z).
            double signed = outcomes[i] ? logits[i] : -logits[i], z = scale * signed;
            double wrong = 1 / (1 + Math.Exp(z));
            value += z > 0 ? double.LogP1(Math.Exp(-z)) : double.LogP1(Math.Exp(z)) - z;
            slope -= signed * wrong;
            curvature += signed * signed * wrong * (1 - wrong);
        }
        return (value, slope, curvature);
    }
}
