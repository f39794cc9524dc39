using Assay.Core.Clusters;

namespace Assay.Core.Leaderboards;

/// <summary>Models ranked from pairwise judgements. All rates are proportions in [0, 1]; reports turn them into percent.</summary>
public sealed record Leaderboard
{
    /// <summary>The model all others were compared with; null for a Bradley-Terry ranking that was given none.</summary>
    public required string? Baseline { get; init; }

    /// <summary>The judges, in ordinal order; rows without a judge's name do not appear here.</summary>
    public required IReadOnlyList<string> Annotators { get; init; }

    /// <summary>Nominal level of every interval, in (0, 1).</summary>
    public required double Confidence { get; init; }

    /// <summary>The seed of everything random behind the numbers.</summary>
    public required ulong Seed { get; init; }

    /// <summary>How the models were ranked.</summary>
    public required RankingMethod Method { get; init; }

    /// <summary>The figure the models are sorted and ranked by.</summary>
    public required RankingFigure RankedBy { get; init; }

    /// <summary>Number of distinct instructions in the files.</summary>
    public required int InstructionCount { get; init; }

    /// <summary>What the errors are clustered by; empty where items are independent.</summary>
    public IReadOnlyList<ClusterUnit> ClusteredBy { get; init; } = [];

    /// <summary>The models: grouped by judge, each group in rank order.</summary>
    public required IReadOnlyList<LeaderboardEntry> Entries { get; init; }

    /// <summary>What a reader must know about the whole table: rows left out, how intervals were made.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>How models are compared.</summary>
public enum RankingMethod
{
    /// <summary>Each model against the one baseline.</summary>
    WinRate,

    /// <summary>Several opponents, one strength per model.</summary>
    BradleyTerry,
}

/// <summary>The figure a ranking sorts by, best first.</summary>
public enum RankingFigure
{
    /// <summary>The length-controlled win rate; models that have none come last, by win rate.</summary>
    LengthControlled,

    /// <summary>The raw win rate.</summary>
    WinRate,

    /// <summary>The Bradley-Terry strength.</summary>
    Strength,
}
