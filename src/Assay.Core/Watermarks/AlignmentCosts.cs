namespace Assay.Core.Watermarks;

/// <summary>What it costs to align each of a text's different tokens with each position of a key.</summary>
public sealed class AlignmentCosts
{
    private readonly double[] _costs;

    internal AlignmentCosts(double[] costs, int length) => (_costs, Length) = (costs, length);

    /// <summary>Positions of the key.</summary>
    public int Length { get; }

    /// <summary>The costs of the token of this number among the different ones, by position.</summary>
    internal ReadOnlySpan<double> Of(int token) => _costs.AsSpan(token * Length, Length);
}
