namespace Assay.Core.Watermarks;

/// <summary>The numbers of a key. Choosing tokens by them leaves the distribution of a text as it was, over draws of the key.</summary>
public abstract class WatermarkSequence
{
    private protected WatermarkSequence(int length) => Length = length;

    /// <summary>Positions; position i of a text uses number (i + shift) modulo this.</summary>
    public int Length { get; }

    /// <summary>The token that a position of the key chooses.</summary>
    /// <param name="position">From 0 to <see cref="Length"/> - 1.</param>
    /// <param name="probabilities">Of every token; they sum to one.</param>
    public abstract int Choose(int position, ReadOnlySpan<double> probabilities);

    /// <summary>What it costs to align tokens with positions: the lower, the likelier the position chose the token.</summary>
    /// <param name="tokens">Different tokens.</param>
    public abstract AlignmentCosts Costs(ReadOnlySpan<int> tokens);
}
