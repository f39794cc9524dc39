using Assay.Core.Instructions;

namespace Assay.Core.People;

/// <summary>The texts and pairs that verdicts refer to by number; shared by all files that are read for one result.</summary>
public sealed class VerdictVocabulary
{
    /// <summary>Instruction texts, or what a file names its items by.</summary>
    public InternTable Instructions { get; } = new();

    /// <summary>Data set names.</summary>
    public InternTable Datasets { get; } = new();

    /// <summary>Names of the models that wrote outputs.</summary>
    public InternTable Generators { get; } = new();

    /// <summary>Names of people and judges.</summary>
    public InternTable Annotators { get; } = new();

    /// <summary>The pairs that were compared.</summary>
    public PairTable Pairs { get; } = new();
}
