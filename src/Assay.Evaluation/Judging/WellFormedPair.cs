using Assay.Core.Judging;
using Assay.Core.Outputs;
using Assay.Core.Texts;

namespace Assay.Evaluation.Judging;

/// <summary>Makes pairs whose texts every encoding can carry. Readers of files do this already; a program's own rows may not have.</summary>
internal static class WellFormedPair
{
    /// <summary>The pair with lone surrogates replaced by U+FFFD and counted; the same instance where there are none. Its identity does not change.</summary>
    public static PairToJudge Of(PairToJudge pair)
    {
        OutputRow baseline = Of(pair.Baseline), candidate = Of(pair.Candidate);
        return ReferenceEquals(baseline, pair.Baseline) && ReferenceEquals(candidate, pair.Candidate) ? pair : new PairToJudge(baseline, candidate);
    }

    private static OutputRow Of(OutputRow row)
    {
        string instruction = WellFormedText.Of(row.Instruction, out int inInstruction);
        string output = WellFormedText.Of(row.Output, out int inOutput);
        return inInstruction + inOutput == 0
            ? row
            : row with { Instruction = instruction, Output = output, ReplacedSurrogates = row.ReplacedSurrogates + inInstruction + inOutput };
    }
}
