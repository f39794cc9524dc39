using Assay.Core.Instructions;

namespace Assay.Core.Preferences;

/// <summary>The texts that annotation rows refer to by number; shared by all files that are read for one result.</summary>
public sealed class AnnotationVocabulary
{
    /// <summary>Instruction texts: the identity by which items are joined.</summary>
    public InternTable Instructions { get; } = new();

    /// <summary>Data set names (AlpacaEval's <c>dataset</c>: helpful_base, koala, ...).</summary>
    public InternTable Datasets { get; } = new();

    /// <summary>Names of the models that wrote outputs, baselines included.</summary>
    public InternTable Generators { get; } = new();

    /// <summary>Names of the judges.</summary>
    public InternTable Annotators { get; } = new();
}
