namespace Assay.Core.Outputs;

/// <summary>What a model wrote to an instruction: a row of AlpacaEval's <c>model_outputs</c>.</summary>
public sealed record OutputRow
{
    /// <summary>The instruction: the identity by which items are joined.</summary>
    public required string Instruction { get; init; }

    /// <summary>The output.</summary>
    public required string Output { get; init; }

    /// <summary>The model that wrote it.</summary>
    public required string Generator { get; init; }

    /// <summary>The data set the instruction is from; null where none is named.</summary>
    public string? Dataset { get; init; }

    /// <summary>Lone surrogates that were replaced by U+FFFD in the row's texts when it was read.</summary>
    public int ReplacedSurrogates { get; init; }
}
