namespace Assay.Core.JudgeEvaluations;

/// <summary>What one of two outputs may have and the other not.</summary>
public enum LikedFeature
{
    /// <summary>It is longer, by more than 30 code points.</summary>
    Longer,

    /// <summary>It holds a list.</summary>
    List,

    /// <summary>It was shown first.</summary>
    ShownFirst,

    /// <summary>It was written by a model of the judge's own family.</summary>
    OwnFamily,
}
