namespace Assay.Core.Metrics.TextOverlap;

/// <summary>What the tokens of a text are. A score belongs to its tokens: the same texts score unlike under unlike ones.</summary>
public enum TextTokens
{
    /// <summary>What stands between white space.</summary>
    WhiteSpace,

    /// <summary>Runs of ASCII letters and digits, lower-cased: the default of Google's ROUGE, without its stemmer.</summary>
    LettersAndDigits,

    /// <summary>
    /// The tokens of mteval-v13a, WMT's script and sacreBLEU's default (Post 2018): punctuation parted from words, numbers kept whole. Case counts.
    /// </summary>
    Mteval13a,

    /// <summary>Unicode code points, without white space; for languages that write none between words.</summary>
    Characters,
}
