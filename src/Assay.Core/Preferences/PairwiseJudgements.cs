namespace Assay.Core.Preferences;

/// <summary>
/// All that one judge said about one model against one baseline: at most one item per instruction, in ascending order of instruction.
/// </summary>
public sealed record PairwiseJudgements
{
    /// <summary>The model under evaluation (generator_2).</summary>
    public required string Model { get; init; }

    /// <summary>The model it was compared with (generator_1).</summary>
    public required string Baseline { get; init; }

    /// <summary>The judge, or null where the files name none.</summary>
    public required string? Annotator { get; init; }

    /// <summary>The items, in ascending order of <see cref="ItemPreference.Instruction"/>, each instruction once.</summary>
    public required IReadOnlyList<ItemPreference> Items { get; init; }

    /// <summary>Rows that repeated an earlier row of the same instruction with the same verdict; counted once.</summary>
    public int RepeatedRows { get; init; }

    /// <summary>Instructions that came with different verdicts; their mean was taken.</summary>
    public int ConflictingInstructions { get; init; }

    /// <summary>True if the model is the baseline itself.</summary>
    public bool IsBaseline => string.Equals(Model, Baseline, StringComparison.Ordinal);
}
