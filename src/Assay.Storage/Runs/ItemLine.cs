using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Outputs;
using Assay.Core.Responses;

namespace Assay.Storage.Runs;

/// <summary>A line of <c>items.jsonl</c>: a judged item. Preferences are probabilities from 0 to 1 and named for it; those from 1 to 2 are in
/// annotations.json.</summary>
internal sealed record ItemLine
{
    public required string Id { get; init; }

    public required Outcome Outcome { get; init; }

    public required string Annotator { get; init; }

    public double? CandidatePreference { get; init; }

    public string? Reason { get; init; }

    public ItemNote[]? Notes { get; init; }

    public required string Instruction { get; init; }

    public required SideLine Baseline { get; init; }

    public required SideLine Candidate { get; init; }

    public required VerdictLine[] Verdicts { get; init; }

    public static ItemLine Of(JudgedItem item) => new()
    {
        Id = item.Pair.Id.ToString(),
        Outcome = item.Outcome,
        Annotator = item.Annotator,
        CandidatePreference = item.Preference,
        Reason = item.Reason,
        Notes = item.Notes.IsEmpty ? null : [.. item.Notes],
        Instruction = item.Pair.Instruction,
        Baseline = SideLine.Of(item.Pair.Baseline),
        Candidate = SideLine.Of(item.Pair.Candidate),
        Verdicts = [.. item.Verdicts.Select(VerdictLine.Of)],
    };

    /// <exception cref="InputException">The texts are not those that the identity was made of.</exception>
    public JudgedItem ToItem()
    {
        PairToJudge pair = new(Baseline.ToRow(Instruction), Candidate.ToRow(Instruction));
        if (!string.Equals(pair.Id.ToString(), Id, StringComparison.Ordinal)) throw new InputException("The item's identity is not that of its texts.");
        return ToItem(pair);
    }

    private JudgedItem ToItem(PairToJudge pair) => new()
    {
        Pair = pair,
        Annotator = Annotator,
        Verdicts = [.. Verdicts.Select(static verdict => verdict.ToVerdict())],
        Outcome = Outcome,
        Preference = CandidatePreference,
        Reason = Reason,
        Notes = Notes is null ? [] : [.. Notes],
    };
}

/// <summary>One side of a pair.</summary>
internal sealed record SideLine(string Generator, string Output, string? Dataset, int? ReplacedSurrogates)
{
    public static SideLine Of(OutputRow row) => new(row.Generator, row.Output, row.Dataset, row.ReplacedSurrogates > 0 ? row.ReplacedSurrogates : null);

    public OutputRow ToRow(string instruction) => new()
    {
        Instruction = instruction,
        Output = Output,
        Generator = Generator,
        Dataset = Dataset,
        ReplacedSurrogates = ReplacedSurrogates ?? 0,
    };
}

/// <summary>One verdict.</summary>
internal sealed record VerdictLine
{
    public required string Judge { get; init; }

    public required PresentationOrder Order { get; init; }

    public required int Repeat { get; init; }

    public required Outcome Outcome { get; init; }

    public double? CandidatePreference { get; init; }

    public required int Asked { get; init; }

    public string? Key { get; init; }

    public string? Reason { get; init; }

    public bool? Flipped { get; init; }

    public static VerdictLine Of(Verdict verdict) => new()
    {
        Judge = verdict.Judge,
        Order = verdict.Order,
        Repeat = verdict.Repeat,
        Outcome = verdict.Outcome,
        CandidatePreference = verdict.Preference,
        Asked = verdict.Asked,
        Key = verdict.Key?.Id,
        Reason = verdict.Reason,
        Flipped = verdict.IsFlipped ? true : null,
    };

    public Verdict ToVerdict() => new()
    {
        Judge = Judge,
        Order = Order,
        Repeat = Repeat,
        Outcome = Outcome,
        Preference = CandidatePreference,
        Asked = Asked,
        Key = Key is null ? null : new ResponseKey(Key),
        Reason = Reason,
        IsFlipped = Flipped ?? false,
    };
}

/// <summary>A line of <c>skipped.jsonl</c>.</summary>
internal sealed record SkippedLine(string Generator, string Instruction, string? Dataset, string Reason);

/// <summary>A line of <c>events.jsonl</c>.</summary>
internal sealed record EventLine(DateTimeOffset At, string Kind, string Text);
