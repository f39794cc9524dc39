namespace Assay.Core.People;

/// <summary>
/// What people and judges said, joined by pair. Names and pairs are in an order that does not depend on the files' or rows' order.
/// A pair is held in the orientation that most rows about it have (people's rows where there are any), so that output_1 is the files' output_1.
/// </summary>
public sealed record VerdictSet
{
    /// <summary>Distinct instructions, or item names, in ordinal order.</summary>
    public required IReadOnlyList<string> Instructions { get; init; }

    /// <summary>Distinct data set names in ordinal order.</summary>
    public required IReadOnlyList<string> Datasets { get; init; }

    /// <summary>Distinct model names in ordinal order.</summary>
    public required IReadOnlyList<string> Generators { get; init; }

    /// <summary>Distinct names of people and judges in ordinal order.</summary>
    public required IReadOnlyList<string> Annotators { get; init; }

    /// <summary>The pairs, by instruction, then models, then outputs; their numbers refer to the lists above.</summary>
    public required IReadOnlyList<JudgedPair> Pairs { get; init; }

    /// <summary>People's verdicts by pair, then annotator: at most one of a person on a pair.</summary>
    public required IReadOnlyList<AnnotatorVerdict> People { get; init; }

    /// <summary>Judges' verdicts by pair, then annotator; several of a judge on a pair are repeats.</summary>
    public required IReadOnlyList<AnnotatorVerdict> Judges { get; init; }

    /// <summary>People's rows that repeated another of the same person on the same pair; counted once.</summary>
    public int RepeatedRows { get; init; }

    /// <summary>Times a person gave several different verdicts on a pair; their mean was taken.</summary>
    public int ConflictingVerdicts { get; init; }
}
