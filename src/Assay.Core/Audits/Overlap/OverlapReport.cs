using System.Collections.Immutable;

namespace Assay.Core.Audits.Overlap;

/// <summary>What became of a test item.</summary>
public enum OverlapOutcome
{
    /// <summary>All its words occur in training text, one after another.</summary>
    Exact,

    /// <summary>A passage of training text is a near duplicate.</summary>
    Near,

    /// <summary>Some of its n-grams occur.</summary>
    Partial,

    /// <summary>Nothing of it was found.</summary>
    NotFound,

    /// <summary>It has fewer words than an n-gram, and neither it nor a near duplicate was found: nothing can be said of parts of it.</summary>
    TooShort,

    /// <summary>It has no word.</summary>
    Empty,
}

/// <summary>Where something was found.</summary>
/// <param name="File">The file.</param>
/// <param name="Row">The row of JSON Lines, from 1; null in text files.</param>
/// <param name="Offset">Bytes of the (inflated) file before the row, or before the first word found in a text file.</param>
public sealed record OverlapPlace(string File, long? Row, long Offset);

/// <summary>One test item.</summary>
public sealed record OverlapItem
{
    /// <summary>Its place in the test set, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Its text.</summary>
    public required string Text { get; init; }

    /// <summary>Its words after normalisation.</summary>
    public required int Words { get; init; }

    /// <summary>What became of it.</summary>
    public required OverlapOutcome Outcome { get; init; }

    /// <summary>Its distinct n-grams; one for a shorter item, which counts as a whole.</summary>
    public required int NGrams { get; init; }

    /// <summary>Those that occur in training text.</summary>
    public required int NGramsFound { get; init; }

    /// <summary>The greatest Jaccard similarity of a passage that reached the threshold, in [0, 1]; null where none did.</summary>
    public required double? Similarity { get; init; }

    /// <summary>Where it occurs whole, the first places.</summary>
    public required ImmutableArray<OverlapPlace> Exact { get; init; }

    /// <summary>Where near duplicates are, the first ones.</summary>
    public required ImmutableArray<OverlapPlace> Near { get; init; }

    /// <summary>Where its n-grams begin to be found, the first places.</summary>
    public required ImmutableArray<OverlapPlace> Partial { get; init; }

    /// <summary>Share of its distinct n-grams that occur, in [0, 1]; null where it has none.</summary>
    public double? Share => NGrams == 0 ? null : (double)NGramsFound / NGrams;
}

/// <summary>How much training text was read.</summary>
/// <param name="Files">Files.</param>
/// <param name="Documents">Text files and rows of JSON Lines.</param>
/// <param name="Bytes">Bytes of text, inflated and unescaped.</param>
/// <param name="InvalidDocuments">Documents that are not valid UTF-8; searched as the bytes they are.</param>
/// <param name="SkippedRows">Rows that hold no text.</param>
public readonly record struct CorpusSize(long Files, long Documents, long Bytes, long InvalidDocuments, long SkippedRows)
{
    /// <summary>Both together.</summary>
    public static CorpusSize operator +(CorpusSize left, CorpusSize right) => new(
        left.Files + right.Files, left.Documents + right.Documents, left.Bytes + right.Bytes,
        left.InvalidDocuments + right.InvalidDocuments, left.SkippedRows + right.SkippedRows);
}

/// <summary>Which test items occur in training text.</summary>
public sealed record OverlapReport
{
    /// <summary>What was asked.</summary>
    public required OverlapOptions Options { get; init; }

    /// <summary>What was read.</summary>
    public required CorpusSize Corpus { get; init; }

    /// <summary>The probability with which a passage exactly at the threshold is compared at all, in [0, 1]; more similar ones have a greater one.</summary>
    public required double NearProbability { get; init; }

    /// <summary>The items, in the test set's order.</summary>
    public required ImmutableArray<OverlapItem> Items { get; init; }

    /// <summary>What a reader must know, in sentences.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>Items with an outcome.</summary>
    public int Count(OverlapOutcome outcome) => Items.Count(item => item.Outcome == outcome);
}
