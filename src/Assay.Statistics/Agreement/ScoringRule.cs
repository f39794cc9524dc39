namespace Assay.Statistics.Agreement;

/// <summary>How one preference scores against another; both in [0, 1], 0.5 a tie.</summary>
public enum ScoringRule
{
    /// <summary>1 where both prefer the same side, or both tie; else 0.</summary>
    ZeroOne,

    /// <summary>1 minus the absolute difference.</summary>
    Absolute,
}
