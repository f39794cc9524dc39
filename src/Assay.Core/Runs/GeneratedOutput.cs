using Assay.Core.Judging;
using Assay.Core.Outputs;
using Assay.Core.Responses;

namespace Assay.Core.Runs;

/// <summary>What became of one instruction of a generating run.</summary>
public sealed record GeneratedOutput
{
    /// <summary>The identity of generator, instruction and repeat.</summary>
    public required ItemId Id { get; init; }

    /// <summary>The instruction.</summary>
    public required InstructionRow Instruction { get; init; }

    /// <summary>The model's name in the run.</summary>
    public required string Generator { get; init; }

    /// <summary>The repeat, from 0.</summary>
    public int Repeat { get; init; }

    /// <summary>The output, thinking stripped where the model's specification says so; null where the call failed.</summary>
    public string? Output { get; init; }

    /// <summary>Lone surrogates of the model's answer that were replaced by U+FFFD.</summary>
    public int ReplacedSurrogates { get; init; }

    /// <summary>How it ended.</summary>
    public required GenerationOutcome Outcome { get; init; }

    /// <summary>Why there is no output, or what is wrong with it, one sentence; null where nothing is.</summary>
    public string? Reason { get; init; }

    /// <summary>The key of its answer.</summary>
    public ResponseKey? Key { get; init; }
}
