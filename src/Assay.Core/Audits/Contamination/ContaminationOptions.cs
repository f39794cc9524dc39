namespace Assay.Core.Audits.Contamination;

/// <summary>How the order of a test set is tested.</summary>
public sealed record ContaminationOptions
{
    /// <summary>Random permutations of each shard, at least 1; the least p-value of the exact test is 1 / (this + 1).</summary>
    public int Permutations { get; init; } = 99;

    /// <summary>Consecutive parts that are scored as one context each, at least 1; permutations stay inside them.</summary>
    public int Shards { get; init; } = 10;

    /// <summary>What stands between examples in a context.</summary>
    public string Separator { get; init; } = "\n";

    /// <summary>Seed of permutations and ties.</summary>
    public ulong Seed { get; init; }
}
