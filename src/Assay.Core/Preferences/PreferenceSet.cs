namespace Assay.Core.Preferences;

/// <summary>
/// Everything read from annotation files, joined by instruction. The order of texts and of comparisons is ordinal,
/// so that it does not depend on the order in which files or rows were read.
/// </summary>
public sealed record PreferenceSet
{
    /// <summary>Distinct instruction texts in ordinal order.</summary>
    public required IReadOnlyList<string> Instructions { get; init; }

    /// <summary>Distinct data set names in ordinal order.</summary>
    public required IReadOnlyList<string> Datasets { get; init; }

    /// <summary>One entry per judge, baseline and model, in ordinal order of judge, then model, then baseline.</summary>
    public required IReadOnlyList<PairwiseJudgements> Comparisons { get; init; }
}
