namespace Assay.Statistics.Calibration;

/// <summary>Checks and orders forecasts with what came true.</summary>
internal static class Forecasts
{
    /// <exception cref="ArgumentException">The lengths differ, or a probability is outside [0, 1].</exception>
    public static void CheckProbabilities(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes)
    {
        CheckLengths(probabilities, outcomes);
        foreach (double probability in probabilities)
        {
            if (!(probability is >= 0 and <= 1)) throw new ArgumentException("A probability must lie in [0, 1].", nameof(probabilities));
        }
    }

    /// <exception cref="ArgumentException">The lengths differ, or a score is NaN.</exception>
    public static void CheckScores(ReadOnlySpan<double> scores, ReadOnlySpan<bool> outcomes)
    {
        CheckLengths(scores, outcomes);
        if (scores.IndexOf(double.NaN) >= 0) throw new ArgumentException("A score must be a number.", nameof(scores));
    }

    /// <summary>
    /// Scores in rising order, each with the share of positive outcomes among the items of its score. So what is cut between equal scores does not depend
    /// on the
    /// order of the items, and is what a random order among them gives on average.
    /// </summary>
    public static (double[] Scores, double[] Shares) Sorted(ReadOnlySpan<double> scores, ReadOnlySpan<bool> outcomes)
    {
        double[] sorted = scores.ToArray();
        double[] shares = new double[sorted.Length];
        for (int i = 0; i < shares.Length; i++) shares[i] = outcomes[i] ? 1 : 0;
        Array.Sort(sorted, shares);
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            double sum = 0;
            for (end = start; end < sorted.Length && sorted[end] == sorted[start]; end++) sum += shares[end];
            shares.AsSpan(start, end - start).Fill(sum / (end - start));
        }
        return (sorted, shares);
    }

    private static void CheckLengths(ReadOnlySpan<double> scores, ReadOnlySpan<bool> outcomes)
    {
        if (scores.Length != outcomes.Length)
            throw new ArgumentException($"There are {scores.Length} forecasts, but {outcomes.Length} outcomes.", nameof(outcomes));
    }
}
