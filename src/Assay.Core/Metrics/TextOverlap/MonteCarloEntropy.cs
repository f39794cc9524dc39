namespace Assay.Core.Metrics.TextOverlap;

/// <summary>How surprising a model's completions of one prompt are to itself: HELM's Monte Carlo estimate of their distribution's entropy.</summary>
public static class MonteCarloEntropy
{
    /// <summary>Minus the mean over completions of the summed log-probabilities of their tokens.</summary>
    /// <param name="logProbabilities">For each completion those of its tokens.</param>
    /// <returns>In the unit of the log-probabilities (nats); null for no completions, or where a token's is not finite.</returns>
    public static double? Of(IReadOnlyCollection<IReadOnlyCollection<double>> logProbabilities)
    {
        if (logProbabilities.Count == 0) return null;
        double entropy = -logProbabilities.Average(static completion => completion.Sum());
        return double.IsFinite(entropy) ? entropy : null;
    }
}
