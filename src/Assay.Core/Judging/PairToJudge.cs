using Assay.Core.Outputs;

namespace Assay.Core.Judging;

/// <summary>Two outputs to one instruction, to be compared: an item of a judging run.</summary>
/// <param name="Baseline">Output_1 of AlpacaEval's files.</param>
/// <param name="Candidate">Output_2 of AlpacaEval's files: the output under evaluation.</param>
public sealed record PairToJudge(OutputRow Baseline, OutputRow Candidate)
{
    /// <summary>The output under evaluation; answers the same instruction as the baseline's.</summary>
    /// <exception cref="ArgumentException">The two answer different instructions.</exception>
    public OutputRow Candidate { get; } = string.Equals(Baseline.Instruction, Candidate.Instruction, StringComparison.Ordinal)
        ? Candidate
        : throw new ArgumentException("The two outputs answer different instructions.", nameof(Candidate));

    /// <summary>The instruction of both.</summary>
    public string Instruction => Baseline.Instruction;

    /// <summary>The data set, from whichever row names one.</summary>
    public string? Dataset => Candidate.Dataset ?? Baseline.Dataset;

    /// <summary>
    /// The item's identity: both generators, the instruction and both outputs, so that an output that was changed is another item. The judge is the run's
    /// and not the item's; order and repeat tell the verdicts of one item apart.
    /// </summary>
    public ItemId Id { get; } = ItemId.Of(Baseline.Generator, Candidate.Generator, Baseline.Instruction, Baseline.Output, Candidate.Output);

    /// <summary>Whether the two outputs are the same text, which is a tie without a call.</summary>
    public bool IsIdentical => string.Equals(Baseline.Output, Candidate.Output, StringComparison.Ordinal);
}
