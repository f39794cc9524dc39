namespace Assay.Core.Metrics.InstructionFollowing;

/// <summary>What a check says.</summary>
/// <param name="IsFollowed">Whether the instruction is followed; null where the check cannot tell.</param>
/// <param name="Reason">Why it cannot tell; null where it can.</param>
public sealed record CheckResult(bool? IsFollowed, string? Reason)
{
    /// <summary>The instruction is followed, or is not.</summary>
    public static implicit operator CheckResult(bool isFollowed) => new(isFollowed, null);

    /// <summary>The check cannot tell.</summary>
    public static CheckResult Unknown(string reason) => new(null, reason);
}
