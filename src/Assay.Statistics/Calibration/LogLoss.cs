namespace Assay.Statistics.Calibration;

/// <summary>The mean surprise of forecast probabilities.</summary>
public static class LogLoss
{
    /// <summary>Minus the mean log-probability, in nats, of what came true.</summary>
    /// <param name="probabilities">One forecast in [0, 1] for each item.</param>
    /// <param name="outcomes">As many: whether it came true.</param>
    /// <returns>Null for no items; positive infinity where something came true that was held impossible. Other tools move such forecasts off 0.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a probability is outside [0, 1].</exception>
    public static double? Of(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes)
    {
        Forecasts.CheckProbabilities(probabilities, outcomes);
        double sum = 0;
        for (int i = 0; i < probabilities.Length; i++) sum -= Math.Log(outcomes[i] ? probabilities[i] : 1 - probabilities[i]);
        return probabilities.IsEmpty ? null : sum / probabilities.Length;
    }
}
