namespace Assay.Statistics.Calibration;

/// <summary>The mean squared error of forecast probabilities (Brier 1950).</summary>
public static class BrierScore
{
    /// <summary>Of forecasts of one event: the mean of (p - y)^2, in [0, 1].</summary>
    /// <param name="probabilities">One forecast in [0, 1] for each item.</param>
    /// <param name="outcomes">As many: whether it came true.</param>
    /// <returns>Null for no items.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a probability is outside [0, 1].</exception>
    public static double? Of(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes)
    {
        Forecasts.CheckProbabilities(probabilities, outcomes);
        double sum = 0;
        for (int i = 0; i < probabilities.Length; i++)
        {
            double error = probabilities[i] - (outcomes[i] ? 1 : 0);
            sum += error * error;
        }
        return probabilities.IsEmpty ? null : sum / probabilities.Length;
    }

    /// <summary>
    /// Of forecasts over several classes: the squared errors summed over the classes, then averaged over the items; in [0, 2]. For two classes twice the
    /// score of
    /// one event.
    /// </summary>
    /// <param name="probabilities">For each item one probability in [0, 1] for each class.</param>
    /// <param name="classes">For each item the class it has, from 0.</param>
    /// <returns>Null for no items.</returns>
    /// <exception cref="ArgumentException">The lengths differ, a probability is outside [0, 1], or an item's class has none.</exception>
    public static double? OfClasses(IReadOnlyList<IReadOnlyList<double>> probabilities, IReadOnlyList<int> classes)
    {
        if (probabilities.Count != classes.Count)
            throw new ArgumentException($"There are {probabilities.Count} forecasts, but {classes.Count} classes.", nameof(classes));
        double sum = 0;
        for (int item = 0; item < classes.Count; item++)
        {
            IReadOnlyList<double> forecast = probabilities[item];
            if (classes[item] < 0 || classes[item] >= forecast.Count)
                throw new ArgumentException($"Item {item} has the class {classes[item]}, of {forecast.Count}.", nameof(classes));
            for (int one = 0; one < forecast.Count; one++)
            {
                if (!(forecast[one] is >= 0 and <= 1)) throw new ArgumentException("A probability must lie in [0, 1].", nameof(probabilities));
                double error = forecast[one] - (one == classes[item] ? 1 : 0);
                sum += error * error;
            }
        }
        return classes.Count == 0 ? null : sum / classes.Count;
    }

    /// <summary>
    /// The score's parts (Murphy 1973), by the distinct forecasts: score = reliability - resolution + uncertainty.
    /// </summary>
    /// <inheritdoc cref="Of"/>
    public static BrierParts? Parts(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes)
    {
        Forecasts.CheckProbabilities(probabilities, outcomes);
        if (probabilities.IsEmpty) return null;
        (double[] forecasts, double[] shares) = Forecasts.Sorted(probabilities, outcomes);
        double rate = shares.Average(), reliability = 0, resolution = 0;
        for (int i = 0; i < forecasts.Length; i++)
        {
            reliability += (forecasts[i] - shares[i]) * (forecasts[i] - shares[i]);
            resolution += (shares[i] - rate) * (shares[i] - rate);
        }
        return new BrierParts(reliability / forecasts.Length, resolution / forecasts.Length, rate * (1 - rate));
    }
}
