using System.Globalization;
using System.Runtime.CompilerServices;
using Assay.Core.Judging;
using Assay.Core.Outputs;
using Assay.Core.Responses;
using Assay.Core.Runs;
using Assay.Core.Texts;
using Assay.Evaluation.Calls;
using Assay.Evaluation.Verdicts;

namespace Assay.Evaluation.Runs;

/// <summary>One output to generate, or an instruction that is given twice.</summary>
internal sealed record OutputItem(InstructionRow Instruction, int Repeat, bool IsGivenBefore)
{
    public ItemId IdFor(string generator) => ItemId.Of(generator, Instruction.Instruction, Repeat.ToString(CultureInfo.InvariantCulture));

    /// <summary>The outputs to generate: each instruction once for each repeat, and those given again.</summary>
    public static async IAsyncEnumerable<OutputItem> AllOf(
        IAsyncEnumerable<InstructionRow> instructions, int repeats, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        HashSet<ItemId> given = [];
        await foreach (InstructionRow read in instructions.WithCancellation(cancellation).ConfigureAwait(false))
        {
            string text = WellFormedText.Of(read.Instruction, out int replaced);
            InstructionRow row = replaced == 0 ? read : read with { Instruction = text, ReplacedSurrogates = read.ReplacedSurrogates + replaced };
            if (!given.Add(ItemId.Of(row.Instruction)))
            {
                yield return new OutputItem(row, 0, IsGivenBefore: true);
                continue;
            }
            for (int repeat = 0; repeat < repeats; repeat++) yield return new OutputItem(row, repeat, IsGivenBefore: false);
        }
    }

    /// <summary>What is asked.</summary>
    public Question Ask(GenerateRunOptions options)
    {
        PromptMessage instruction = new("user", Instruction.Instruction);
        return new Question
        {
            Item = IdFor(options.Generator),
            Model = options.Generator,
            Messages = options.SystemMessage is { } system ? [new PromptMessage("system", system), instruction] : [instruction],
            Parameters = options.Parameters,
            Repeat = Repeat,
        };
    }

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
        output = output with { Output = said.Text, ReplacedSurrogates = said.ReplacedSurrogates };
        if (said.IsFiltered) return output with { Outcome = GenerationOutcome.Refused, Reason = "A content filter withheld the output." };
        if (!string.IsNullOrWhiteSpace(said.Refusal))
            return output with { Outcome = GenerationOutcome.Refused, Reason = $"The model refused: {VerdictReader.Shown(said.Refusal)}" };
        if (said.IsCut) return output with { Outcome = GenerationOutcome.Cut, Reason = "The output was cut at the most tokens allowed." };
        return output with { Outcome = GenerationOutcome.Answered, Reason = said.Text.Length == 0 ? "The model said nothing." : null };
    }
}
