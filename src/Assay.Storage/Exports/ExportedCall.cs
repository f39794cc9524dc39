using System.Text.Json;
using Assay.Core.Judging;
using Assay.Core.Runs;
using Assay.Storage.Runs;

namespace Assay.Storage.Exports;

/// <summary>
/// A call with the item it was made for and what became of it, so that a line can be read without the run's other files. Preferences are probabilities from 0
/// to 1 that the candidate's output is better. What is not known (the item has not ended, the verdict came from another answer) is left out.
/// </summary>
internal sealed record ExportedCall
{
    public string? Instruction { get; init; }

    public string? Dataset { get; init; }

    public string? Candidate { get; init; }

    public string? Baseline { get; init; }

    public string? Generator { get; init; }

    public string? Outcome { get; init; }

    public double? CandidatePreference { get; init; }

    /// <summary>The verdict this answer gave, or that was given up on with it.</summary>
    public VerdictLine? Verdict { get; init; }

    public required CallLine Call { get; init; }

    /// <summary>A call of a judging run; <paramref name="item"/> null where the item has not ended.</summary>
    public static ExportedCall Of(CallRecord call, JudgedItem? item)
    {
        Verdict? verdict = item?.Verdicts.FirstOrDefault(verdict => verdict.Key == call.Key && verdict.Order == call.Order);
        return new()
        {
            Instruction = item?.Pair.Instruction,
            Dataset = item?.Pair.Dataset,
            Candidate = item?.Pair.Candidate.Generator,
            Baseline = item?.Pair.Baseline.Generator,
            Outcome = item is null ? null : Word(item.Outcome),
            CandidatePreference = item?.Preference,
            Verdict = verdict is null ? null : VerdictLine.Of(verdict),
            Call = CallLine.Of(call),
        };
    }

    /// <summary>A call of a generating run; <paramref name="output"/> null where it has not ended.</summary>
    public static ExportedCall Of(CallRecord call, GeneratedOutput? output) => new()
    {
        Instruction = output?.Instruction.Instruction,
        Dataset = output?.Instruction.Dataset,
        Generator = output?.Generator,
        Outcome = output is null ? null : Word(output.Outcome),
        Call = CallLine.Of(call),
    };

    private static string Word<T>(T outcome) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(outcome.ToString());
}
