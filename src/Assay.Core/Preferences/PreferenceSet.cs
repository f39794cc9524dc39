namespace Assay.Core.Preferences;

/// <summary>
/// Everything read from annotation files, joined by instruction. The order of texts and of comparisons is ordinal,
/// so that it does not depend on the order in which files or rows were read.
/// </summary>
public sealed record PreferenceSet
{
    /// <summary>
    /// The instruction of every item, in ordinal order; each once, but where the judgements are people's: there an item is one person's judgement.
    /// </summary>
    public required IReadOnlyList<string> Instructions { get; init; }

    /// <summary>The person behind every item, at the index of its instruction; null where the judgements are a judge's.</summary>
    public IReadOnlyList<string>? People { get; init; }

    /// <summary>Whether the files held the outputs, so that lengths are known; all lengths are 0 where they did not.</summary>
    public bool HasOutputs { get; init; } = true;

    /// <summary>What a reader must know about how the files were joined, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Distinct data set names in ordinal order.</summary>
    public required IReadOnlyList<string> Datasets { get; init; }

    /// <summary>One entry per judge, baseline and model, in ordinal order of judge, then model, then baseline.</summary>
    public required IReadOnlyList<PairwiseJudgements> Comparisons { get; init; }

    /// <summary>Number of distinct instructions.</summary>
    public int InstructionCount => People is null ? Instructions.Count : Instructions.Distinct(StringComparer.Ordinal).Count();

    /// <summary>
    /// The same judgements indexed by their instructions, of which each is there once: for methods whose unit is the instruction, however many judged it.
    /// A comparison may then have several items of an instruction.
    /// </summary>
    internal PreferenceSet ByInstruction()
    {
        if (People is null) return this;
        string[] instructions = [.. Instructions.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        for (int i = 0; i < instructions.Length; i++) places.Add(instructions[i], i);
        return this with
        {
            Instructions = instructions,
            People = null,
            Comparisons =
            [
                .. Comparisons.Select(comparison => comparison with
                {
                    Items = [.. comparison.Items.Select(item => item with { Instruction = places[Instructions[item.Instruction]] })],
                }),
            ],
        };
    }
}
