namespace Assay.Core.Metrics.Reduction;

/// <summary>Chances of drawing correct samples without replacement, as products, so that no binomial coefficient overflows.</summary>
public static class Combinations
{
    /// <summary>
    /// pass@k = 1 - C(n - c, k) / C(n, k), the unbiased estimate of Chen and others (2021, equation 1) that one of k samples is correct; 1 where fewer than
    /// k are wrong.
    /// </summary>
    /// <param name="samples">n, at least 0.</param>
    /// <param name="correct">c, from 0 to n.</param>
    /// <param name="k">How many are drawn, at least 1.</param>
    /// <returns>In [0, 1]; null for fewer than k samples.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static double? PassAt(int samples, int correct, int k)
    {
        Check(samples, correct, k);
        if (samples < k) return null;
        if (samples - correct < k) return 1;
        double none = 1;
        for (int i = 0; i < k; i++) none *= (double)(samples - correct - i) / (samples - i);
        return 1 - none;
    }

    /// <summary>pass^k = C(c, k) / C(n, k): the chance that all of k samples are correct (Yao and others 2024).</summary>
    /// <inheritdoc cref="PassAt"/>
    public static double? PassAll(int samples, int correct, int k)
    {
        Check(samples, correct, k);
        if (samples < k) return null;
        if (correct < k) return 0;
        double all = 1;
        for (int i = 0; i < k; i++) all *= (double)(correct - i) / (samples - i);
        return all;
    }

    private static void Check(int samples, int correct, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(samples);
        ArgumentOutOfRangeException.ThrowIfNegative(correct);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(correct, samples);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
    }
}
