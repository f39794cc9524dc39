namespace Assay.Core.Judging;

/// <summary>How an item ended. Every item ends in exactly one.</summary>
public enum Outcome
{
    /// <summary>There is a preference, and it is not 0.5.</summary>
    Judged,

    /// <summary>The preference is 0.5, or the two outputs are the same text.</summary>
    Tie,

    /// <summary>The judge answered, and its verdict could not be read, also after asking again.</summary>
    Unparsed,

    /// <summary>The judge refused, or its answer was withheld by a content filter.</summary>
    Refused,

    /// <summary>The judge gave no answer, also after trying again.</summary>
    Failed,

    /// <summary>It was not asked: the other side has no output to this instruction, or the run was limited.</summary>
    Skipped,
}
