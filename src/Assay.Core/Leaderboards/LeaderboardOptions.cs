using Assay.Core.Clusters;
using Assay.Core.LengthControl;

namespace Assay.Core.Leaderboards;

/// <summary>What to compute for a leaderboard or a comparison.</summary>
public sealed record LeaderboardOptions
{
    /// <summary>The baseline; null takes the one generator_1 that all files share.</summary>
    public string? Baseline { get; init; }

    /// <summary>How models are compared.</summary>
    public RankingMethod Method { get; init; } = RankingMethod.WinRate;

    /// <summary>The figure that ranks, among the win rates; <see cref="RankingMethod.BradleyTerry"/> ranks by strength whatever this says.</summary>
    public RankingFigure Sort { get; init; } = RankingFigure.LengthControlled;

    /// <summary>The published length control's calibration, or null to fit difficulties to the files at hand.</summary>
    public LengthControlCalibration? Calibration { get; init; }

    /// <summary>Nominal level of intervals, in (0, 1).</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Seed of everything random.</summary>
    public ulong Seed { get; init; }

    /// <summary>Bootstrap replications for the errors of length-controlled win rates; 0 takes the sandwich estimate.</summary>
    public int Bootstrap { get; init; }

    /// <summary>What judgements share that makes them depend on each other; null: they are independent.</summary>
    public Clustering? Clustering { get; init; }

    /// <summary>Whether to add win rates by data set.</summary>
    public bool ByDataset { get; init; }
}
