namespace Assay.Core.Outputs;

/// <summary>An instruction to ask a model.</summary>
public sealed record InstructionRow
{
    /// <summary>The instruction: the identity by which items are joined.</summary>
    public required string Instruction { get; init; }

    /// <summary>The data set it is from; null where none is named.</summary>
    public string? Dataset { get; init; }

    /// <summary>Lone surrogates that were replaced by U+FFFD when it was read.</summary>
    public int ReplacedSurrogates { get; init; }
}
