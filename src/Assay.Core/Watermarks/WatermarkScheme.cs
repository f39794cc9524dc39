namespace Assay.Core.Watermarks;

/// <summary>How a key's numbers choose a token: Kuditipudi et al. (2023), sections 2.3 and 2.4.</summary>
public enum WatermarkScheme
{
    /// <summary>EXP: each position of the key has a number for every token; the token with the least -log(number) / probability is chosen.</summary>
    ExponentialMinimum,

    /// <summary>
    /// ITS: each position has one number, the key one order of the tokens; the number is looked up in the cumulative probabilities in that order.
    /// </summary>
    InverseTransform,
}
