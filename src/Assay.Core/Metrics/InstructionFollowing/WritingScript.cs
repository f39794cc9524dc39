namespace Assay.Core.Metrics.InstructionFollowing;

/// <summary>The scripts of IFEval's languages.</summary>
internal enum WritingScript
{
    Latin,
    Cyrillic,
    Arabic,
    Hebrew,
    Devanagari,
    Bengali,
    Gurmukhi,
    Gujarati,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    Thai,
    Hangul,
    Japanese,
}
