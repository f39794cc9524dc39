namespace Assay.Statistics.Calibration;

/// <summary>The rising steps that calibrate forecasts best (Zadrozny and Elkan 2002), for forecasts that were not there when they were fitted.</summary>
public sealed class IsotonicCalibration
{
    private readonly double[] _forecasts;
    private readonly double[] _calibrated;

    private IsotonicCalibration(double[] forecasts, double[] calibrated) => (_forecasts, _calibrated) = (forecasts, calibrated);

    /// <summary>Fits the steps by <see cref="IsotonicRegression"/>.</summary>
    /// <param name="probabilities">One forecast in [0, 1] for each item.</param>
    /// <param name="outcomes">As many: whether it came true.</param>
    /// <returns>Null for no items.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a probability is outside [0, 1].</exception>
    public static IsotonicCalibration? Fit(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes)
    {
        Forecasts.CheckProbabilities(probabilities, outcomes);
        if (probabilities.IsEmpty) return null;
        double[] targets = new double[outcomes.Length];
        for (int i = 0; i < targets.Length; i++) targets[i] = outcomes[i] ? 1 : 0;
        double[] fitted = IsotonicRegression.Fit(probabilities, targets), sorted = probabilities.ToArray();
        Array.Sort(sorted, fitted);
        int[] first = [.. Enumerable.Range(0, sorted.Length).Where(i => i == 0 || sorted[i] > sorted[i - 1])];
        return new IsotonicCalibration([.. first.Select(i => sorted[i])], [.. first.Select(i => Math.Clamp(fitted[i], 0, 1))]);
    }

    /// <summary>The calibrated probability, in [0, 1]: on the straight line between the nearest fitted forecasts; beyond them, that of the last.</summary>
    public double Probability(double forecast)
    {
        int at = Array.BinarySearch(_forecasts, forecast);
        if (at >= 0) return _calibrated[at];
        at = ~at;
        if (at == 0) return _calibrated[0];
        if (at == _forecasts.Length) return _calibrated[^1];
        double share = (forecast - _forecasts[at - 1]) / (_forecasts[at] - _forecasts[at - 1]);
        return _calibrated[at - 1] + share * (_calibrated[at] - _calibrated[at - 1]);
    }
}
