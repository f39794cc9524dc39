namespace Assay.Core.Ratings;

/// <summary>What to compute from ratings.</summary>
public sealed record RatingOptions
{
    /// <summary>The group that each other one is compared with; null compares every pair.</summary>
    public string? Against { get; init; }

    /// <summary>Nominal level of intervals, in (0, 1).</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Random rearrangements of a permutation test, at least 99.</summary>
    public int Permutations { get; init; } = 9999;

    /// <summary>Seed of everything random.</summary>
    public ulong Seed { get; init; }
}
