namespace Assay.Core.Metrics.Matching;

/// <summary>The choice that a model's log-probabilities prefer, where each choice is scored by itself. Ties go to the first.</summary>
public static class ChoiceScores
{
    /// <summary>The choice of the highest log-probability given the question.</summary>
    /// <param name="conditional">One for each choice, in nats or any other unit; at least one, none NaN.</param>
    /// <exception cref="ArgumentException">There are no choices, or a value is NaN.</exception>
    public static int Best(ReadOnlySpan<double> conditional)
    {
        if (conditional.IsEmpty) throw new ArgumentException("There are no choices.", nameof(conditional));
        int best = 0;
        for (int i = 0; i < conditional.Length; i++)
        {
            if (double.IsNaN(conditional[i])) throw new ArgumentException($"The log-probability of choice {i} is not a number.", nameof(conditional));
            if (conditional[i] > conditional[best]) best = i;
        }
        return best;
    }

    /// <summary>
    /// The choice whose log-probability gains most by the question: conditional minus unconditional, the calibration of Brown and others (2020) and
    /// lm-evaluation-harness's mutual information.
    /// </summary>
    /// <param name="conditional">One for each choice.</param>
    /// <param name="unconditional">As many, in the same order: without the question.</param>
    /// <exception cref="ArgumentException">There are no choices, their numbers differ, or a value is NaN.</exception>
    public static int BestCalibrated(ReadOnlySpan<double> conditional, ReadOnlySpan<double> unconditional)
    {
        if (conditional.Length != unconditional.Length)
            throw new ArgumentException($"{conditional.Length} conditional log-probabilities, but {unconditional.Length} unconditional ones.",
                nameof(unconditional));
        double[] gains = new double[conditional.Length];
        for (int i = 0; i < gains.Length; i++) gains[i] = conditional[i] - unconditional[i];
        return Best(gains);
    }

    /// <summary>
    /// The choice of the highest log-probability per unit of its length (tokens or UTF-8 bytes): lm-evaluation-harness's <c>acc_norm</c> with bytes.
    /// </summary>
    /// <exception cref="ArgumentException">There are no choices, their numbers differ, a value is NaN, or a length is not positive.</exception>
    public static int BestPerUnit(ReadOnlySpan<double> conditional, ReadOnlySpan<int> lengths)
    {
        if (conditional.Length != lengths.Length)
            throw new ArgumentException($"{conditional.Length} log-probabilities, but {lengths.Length} lengths.", nameof(lengths));
        double[] means = new double[conditional.Length];
        for (int i = 0; i < means.Length; i++)
        {
            if (lengths[i] <= 0) throw new ArgumentException($"Choice {i} has no length.", nameof(lengths));
            means[i] = conditional[i] / lengths[i];
        }
        return Best(means);
    }
}
