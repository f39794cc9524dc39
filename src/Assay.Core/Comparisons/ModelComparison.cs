using Assay.Core.Leaderboards;

namespace Assay.Core.Comparisons;

/// <summary>Chosen models side by side, and every pair of them tested on the instructions both were judged on.</summary>
public sealed record ModelComparison
{
    /// <summary>The leaderboard of the chosen models alone.</summary>
    public required Leaderboard Leaderboard { get; init; }

    /// <summary>Every pair, in the order the models were named.</summary>
    public required IReadOnlyList<PairComparison> Pairs { get; init; }
}

/// <summary>Two models against the same baseline, by the same judge, on the instructions both were judged on. Differences are first minus second.</summary>
public sealed record PairComparison
{
    /// <summary>The first model.</summary>
    public required string First { get; init; }

    /// <summary>The second model.</summary>
    public required string Second { get; init; }

    /// <summary>The judge, or null where the files name none.</summary>
    public required string? Annotator { get; init; }

    /// <summary>Instructions on which both were judged.</summary>
    public required int SharedInstructions { get; init; }

    /// <summary>Instructions only the first was judged on.</summary>
    public required int OnlyFirst { get; init; }

    /// <summary>Instructions only the second was judged on.</summary>
    public required int OnlySecond { get; init; }

    /// <summary>Shared instructions on which the first's preference is higher.</summary>
    public required int FirstAhead { get; init; }

    /// <summary>Shared instructions on which the second's preference is higher.</summary>
    public required int SecondAhead { get; init; }

    /// <summary>Shared instructions on which the preferences are equal.</summary>
    public required int Equal { get; init; }

    /// <summary>Difference of the win rates over the shared instructions; null where there is none.</summary>
    public required PairedDifference? WinRate { get; init; }

    /// <summary>Difference of the length-controlled win rates over the shared instructions; null where one of them cannot be computed.</summary>
    public required PairedDifference? LengthControlledWinRate { get; init; }

    /// <summary>How the interval of the win rates' difference was made.</summary>
    public string IntervalMethod { get; init; } = Statistics.Estimation.MeanEstimate.IntervalMethod;

    /// <summary>G: the number of clusters behind the differences' errors; null where items are independent.</summary>
    public int? Clusters { get; init; }

    /// <summary>What a reader must know about this pair, in sentences.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>A difference of two rates measured on the same instructions.</summary>
public sealed record PairedDifference
{
    /// <summary>First minus second, in [-1, 1], with its standard error and interval.</summary>
    public required Statistics.Estimation.Estimate Difference { get; init; }

    /// <summary>Two-sided p-value of no difference; null where the standard error is unknown.</summary>
    public required double? PValue { get; init; }

    /// <summary>The p-value adjusted by Holm's method over all pairs of the comparison; equals <see cref="PValue"/> for a single pair.</summary>
    public required double? HolmPValue { get; init; }

    /// <summary>Smallest true difference that a two-sided 5 % test of this many items would find with a power of 80 %; null where unknown.</summary>
    public required double? DetectableDifference { get; init; }
}
