using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Outputs;
using Assay.Core.Responses;
using Assay.Core.Runs;
using Assay.Storage.Files;

namespace Assay.Storage.Runs;

/// <summary>A line of <c>outputs.jsonl</c>: a generated output.</summary>
internal sealed record OutputLine
{
    public required string Id { get; init; }

    public required GenerationOutcome Outcome { get; init; }

    public required string Generator { get; init; }

    public required int Repeat { get; init; }

    public required string Instruction { get; init; }

    public string? Dataset { get; init; }

    public int? ReplacedSurrogates { get; init; }

    public string? Output { get; init; }

    public int? ReplacedInOutput { get; init; }

    public string? Reason { get; init; }

    public string? Key { get; init; }

    public static OutputLine Of(GeneratedOutput output) => new()
    {
        Id = output.Id.ToString(),
        Outcome = output.Outcome,
        Generator = output.Generator,
        Repeat = output.Repeat,
        Instruction = output.Instruction.Instruction,
        Dataset = output.Instruction.Dataset,
        ReplacedSurrogates = output.Instruction.ReplacedSurrogates > 0 ? output.Instruction.ReplacedSurrogates : null,
        Output = output.Output,
        ReplacedInOutput = output.ReplacedSurrogates > 0 ? output.ReplacedSurrogates : null,
        Reason = output.Reason,
        Key = output.Key?.Id,
    };

    public GeneratedOutput ToOutput() => new()
    {
        Id = ItemId.TryParse(Id, out ItemId id) ? id : throw new InputException($"\"{InputErrors.Quote(Id)}\" is no item's identity."),
        Instruction = new InstructionRow { Instruction = Instruction, Dataset = Dataset, ReplacedSurrogates = ReplacedSurrogates ?? 0 },
        Generator = Generator,
        Repeat = Repeat,
        Output = Output,
        ReplacedSurrogates = ReplacedInOutput ?? 0,
        Outcome = Outcome,
        Reason = Reason,
        Key = Key is null ? null : new ResponseKey(Key),
    };
}
