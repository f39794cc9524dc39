namespace Assay.Models.NGrams;

/// <summary>What modified Kneser-Ney smoothing takes off counts of 1, of 2, and of 3 or more.</summary>
/// <param name="One">Off a count of 1, in (0, 1).</param>
/// <param name="Two">Off a count of 2, in (0, 2).</param>
/// <param name="More">Off larger counts, in (0, 3).</param>
internal readonly record struct KneserNeyDiscounts(double One, double Two, double More)
{
    /// <summary>Where a corpus is too small to estimate them; as KenLM does with <c>--discount_fallback</c>.</summary>
    public static KneserNeyDiscounts Fallback { get; } = new(0.5, 1, 1.5);

    /// <summary>What is taken off a count.</summary>
    public double Of(long count) => count switch { <= 0 => 0, 1 => One, 2 => Two, _ => More };

    /// <summary>
    /// Chen and Goodman (1998), "An Empirical Study of Smoothing Techniques for Language Modeling", equation 26: with Y = n1 / (n1 + 2 n2),
    /// D1 = 1 - 2 Y n2 / n1, D2 = 2 - 3 Y n3 / n2, D3+ = 3 - 4 Y n4 / n3.
    /// </summary>
    /// <param name="n1">N-grams with a count of 1.</param>
    /// <param name="n2">With a count of 2.</param>
    /// <param name="n3">With a count of 3.</param>
    /// <param name="n4">With a count of 4.</param>
    /// <returns><see cref="Fallback"/> where a discount would leave its range.</returns>
    public static KneserNeyDiscounts Estimate(long n1, long n2, long n3, long n4)
    {
        if (n1 == 0 || n2 == 0 || n3 == 0) return Fallback;
        double y = (double)n1 / (n1 + 2 * n2);
        KneserNeyDiscounts estimate = new(1 - 2 * y * n2 / n1, 2 - 3 * y * n3 / n2, 3 - 4 * y * n4 / n3);
        bool holds = estimate is { One: > 0 and < 1, Two: > 0 and < 2, More: > 0 and < 3 };
        return holds ? estimate : Fallback;
    }
}
