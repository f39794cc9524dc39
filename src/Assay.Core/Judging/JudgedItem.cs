using System.Collections.Immutable;

namespace Assay.Core.Judging;

/// <summary>An item with all that was said about it: one row of annotations.</summary>
public sealed record JudgedItem
{
    /// <summary>The pair; where one side has no output the item is skipped, and is in <see cref="SkippedItem"/> instead.</summary>
    public required PairToJudge Pair { get; init; }

    /// <summary>The judge (the definition's name).</summary>
    public required string Annotator { get; init; }

    /// <summary>Every verdict: orders, repeats and panel members; empty for identical outputs.</summary>
    public required ImmutableArray<Verdict> Verdicts { get; init; }

    /// <summary>How the item ended.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>
    /// Probability, in [0, 1], that the candidate's output is preferred: the mean over orders within a repeat, then over repeats; null unless judged or tie.
    /// An item asked in both orders has a preference only where both orders have a verdict.
    /// </summary>
    public double? Preference { get; init; }

    /// <summary>Why there is no preference, one sentence; null where there is one.</summary>
    public string? Reason { get; init; }

    /// <summary>What a reader should know about it.</summary>
    public ImmutableSortedSet<ItemNote> Notes { get; init; } = [];
}
