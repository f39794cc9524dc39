namespace Assay.Core.Audits.Overlap;

/// <summary>How test items are looked for in training text.</summary>
public sealed record OverlapOptions
{
    /// <summary>The most words an n-gram may have.</summary>
    public const int MostWords = 1000;

    /// <summary>Words in an n-gram, from 1 to <see cref="MostWords"/>; a shorter item must be found whole.</summary>
    public int NGram { get; init; } = 13;

    /// <summary>Words in the n-grams whose sets are compared for near duplicates, from 1 to <see cref="MostWords"/>.</summary>
    public int Shingle { get; init; } = 3;

    /// <summary>Jaccard similarity from which a passage is a near duplicate, in [0.1, 1].</summary>
    public double Similarity { get; init; } = 0.8;

    /// <summary>Places kept for each item and kind of finding, at least 1.</summary>
    public int Places { get; init; } = 3;
}
