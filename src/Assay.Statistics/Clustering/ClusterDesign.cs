namespace Assay.Statistics.Clustering;

/// <summary>
/// How observations depend on each other: those that share a label may in any way, others not at all. With two labels, those that share either one
/// (the same person, or the same item).
/// </summary>
public sealed class ClusterDesign
{
    private readonly ClusterLabels _first;
    private readonly ClusterLabels? _second;
    private readonly ClusterLabels? _both;

    /// <summary>One-way clusters.</summary>
    public ClusterDesign(ClusterLabels labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        _first = labels;
    }

    /// <summary>Two-way clusters.</summary>
    /// <exception cref="ArgumentException">The labels are of unlike numbers of observations.</exception>
    public ClusterDesign(ClusterLabels first, ClusterLabels second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        (_first, _second, _both) = (first, second, first.Intersect(second));
    }

    /// <summary>The labels; the first of two.</summary>
    public ClusterLabels First => _first;

    /// <summary>The second labels; null for one-way clusters.</summary>
    public ClusterLabels? Second => _second;

    /// <summary>True for two-way clusters.</summary>
    public bool IsTwoWay => _second is not null;

    /// <summary>Number of observations.</summary>
    public int Length => _first.Length;

    /// <summary>G: the number of clusters, the smaller one of two-way clusters. Inference has G - 1 degrees of freedom.</summary>
    public int Clusters => _second is null ? _first.Count : Math.Min(_first.Count, _second.Count);

    /// <summary>
    /// Variance of an estimate whose error is the sum of influences. One-way: G / (G - 1) times the sum over clusters of the squared sum of their influences
    /// (Liang and Zeger, Biometrika 73, 1986). Two-way: that of the first plus that of the second minus that of their intersections (Cameron, Gelbach and
    /// Miller, J. Bus. Econ. Stat. 29, 2011, equation 2.11, each term with its own factor); where the three terms give less than one of the two alone, the
    /// larger one of those (MacKinnon, Nielsen and Webb, "Jackknife inference with two-way clustering", 2024), so it is never negative.
    /// </summary>
    /// <param name="influences">One per observation: what it adds to the estimate's error; for a mean (y - mean) / n. In the estimate's unit.</param>
    /// <returns>Null where there are fewer than two clusters, or where the variance is 0: the spread between clusters was not seen.</returns>
    /// <exception cref="ArgumentException">There is not one influence per observation.</exception>
    public double? Variance(ReadOnlySpan<double> influences)
    {
        if (Clusters < 2) return null;
        double first = OneWay(_first, influences), variance = first;
        if (_second is not null)
        {
            double second = OneWay(_second, influences);
            variance = Math.Max(first + second - OneWay(_both!, influences), Math.Max(first, second));
        }
        double squares = 0;
        foreach (double influence in influences) squares += influence * influence;
        // What rounding leaves where all clusters agree is no spread.
        return variance > 1e-24 * influences.Length * squares ? variance : null;
    }

    /// <summary>The design of some of the observations.</summary>
    /// <param name="chosen">Positions of observations, in the order wanted.</param>
    public ClusterDesign Choose(IReadOnlyCollection<int> chosen) =>
        _second is null ? new(_first.Choose(chosen)) : new(_first.Choose(chosen), _second.Choose(chosen));

    private static double OneWay(ClusterLabels labels, ReadOnlySpan<double> influences)
    {
        double squares = 0;
        foreach (double sum in labels.Sums(influences)) squares += sum * sum;
        return squares * labels.Count / (labels.Count - 1.0);
    }
}
