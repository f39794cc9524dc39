using System.Globalization;
using Assay.Core.Judging;
using Assay.Core.Outputs;
using Assay.Core.Runs;
using Assay.Core.Texts;
using Assay.Evaluation.Calls;
using Assay.Evaluation.Verdicts;

namespace Assay.Evaluation.Runs;

/// <summary>One output to generate, or an instruction that is given twice.</summary>
internal sealed record OutputItem(InstructionRow Instruction, int Repeat, bool IsGivenBefore)
{
    public ItemId IdFor(string generator) => ItemId.Of(generator, Instruction.Instruction, Repeat.ToString(CultureInfo.InvariantCulture));

    /// <summary>What became of it.</summary>
    public GeneratedOutput End(string generator, CallAnswer answer)
    {
        GeneratedOutput output = new()
        {
            Id = IdFor(generator),
            Instruction = Instruction,
            Generator = generator,
            Repeat = Repeat,
            Outcome = GenerationOutcome.Failed,
            Key = answer.Key,
        };
        if (answer.Answer is not { } said) return output with { Reason = answer.Failure?.Message, Key = null };
        output = output with { Output = WellFormedText.Of(said.Text, out _) };
        if (said.IsFiltered) return output with { Outcome = GenerationOutcome.Refused, Reason = "A content filter withheld the output." };
        if (!string.IsNullOrWhiteSpace(said.Refusal))
            return output with { Outcome = GenerationOutcome.Refused, Reason = $"The model refused: {VerdictReader.Shown(said.Refusal)}" };
        if (said.IsCut) return output with { Outcome = GenerationOutcome.Cut, Reason = "The output was cut at the most tokens allowed." };
        return output with { Outcome = GenerationOutcome.Answered, Reason = said.Text.Length == 0 ? "The model said nothing." : null };
    }
}
