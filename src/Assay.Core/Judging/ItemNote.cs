namespace Assay.Core.Judging;

/// <summary>Something about an item that a reader of the result should know. Notes never change a verdict.</summary>
public enum ItemNote
{
    /// <summary>An output imitates the judge's labels or its answer format.</summary>
    ImitatesJudge,

    /// <summary>The candidate gives (nearly) the same output to every instruction.</summary>
    ConstantOutput,

    /// <summary>Lone surrogates in a text were replaced by U+FFFD.</summary>
    ReplacedSurrogates,

    /// <summary>The outputs were shown without a fence, because the prompt is an imported one and sent verbatim.</summary>
    Unfenced,

    /// <summary>A label was flipped on purpose (simulated annotators).</summary>
    LabelFlipped,
}
