namespace Assay.Core.Metrics.TextOverlap;

/// <summary>A way of computing BLEU. The defaults are sacreBLEU's for a corpus; a score without its options cannot be compared.</summary>
public sealed record BleuOptions
{
    /// <summary>sacreBLEU's defaults for a corpus: 4-grams, mteval-v13a tokens, exponential smoothing.</summary>
    public static BleuOptions Corpus { get; } = new();

    /// <summary>sacreBLEU's defaults for a sentence: as <see cref="Corpus"/>, with only the orders that the prediction is long enough for.</summary>
    public static BleuOptions Sentence { get; } = new() { UsesEffectiveOrder = true };

    /// <summary>HELM's BLEU-1 (NLTK's sentence BLEU with the weights 1, 0, 0, 0): words, no smoothing.</summary>
    public static BleuOptions Unigram { get; } = new() { Order = 1, IsSmoothed = false, Tokens = TextTokens.WhiteSpace };

    /// <summary>The longest n-gram, 1 to 9.</summary>
    public int Order
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 9);
            field = value;
        }
    } = 4;

    /// <summary>What the tokens are.</summary>
    public TextTokens Tokens { get; init; } = TextTokens.Mteval13a;

    /// <summary>
    /// Whether an order without a match counts as half a match, the next one as a quarter, and so on (mteval-v14's smoothing; Chen and Cherry 2014, method 3);
    /// else the score is 0.
    /// </summary>
    public bool IsSmoothed { get; init; } = true;

    /// <summary>Whether orders that the prediction is too short for are left out of the mean; else they make the score 0.</summary>
    public bool UsesEffectiveOrder { get; init; }
}
