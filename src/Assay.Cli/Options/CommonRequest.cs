using Assay.Cli.Progress;
using Assay.Core.Leaderboards;

namespace Assay.Cli.Options;

/// <summary>What the user asked for with the options that <c>leaderboard</c> and <c>compare</c> share.</summary>
internal sealed record CommonRequest
{
    /// <summary>Files and folders, at least one unless files of people are named.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>The difficulty file; null exactly where <see cref="GamedBaselinesPath"/> is.</summary>
    public required string? InstructionDifficultyPath { get; init; }

    /// <summary>The file of regularisation rows.</summary>
    public required string? GamedBaselinesPath { get; init; }

    /// <summary>Where the result goes; null is standard output.</summary>
    public required string? OutputPath { get; init; }

    /// <summary>How progress is shown.</summary>
    public required ProgressKind Progress { get; init; }

    /// <summary>Whether standard error carries errors only.</summary>
    public required bool Quiet { get; init; }

    /// <summary>Options that were given and that the method makes no use of.</summary>
    public required IReadOnlyList<string> IgnoredOptions { get; init; }

    /// <summary>What was asked for about people's judgements.</summary>
    public required PeopleRequest People { get; init; }

    /// <summary>What to compute; its calibration is not read yet.</summary>
    public required LeaderboardOptions Options { get; init; }
}
