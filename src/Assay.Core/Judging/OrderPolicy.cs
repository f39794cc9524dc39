namespace Assay.Core.Judging;

/// <summary>In which order a judge is shown the two outputs of a pair.</summary>
public enum OrderPolicy
{
    /// <summary>Each pair in both orders; the preference is the mean.</summary>
    Both,

    /// <summary>Each pair once, in an order drawn from the run's seed and the item's identity.</summary>
    Random,

    /// <summary>Each pair once, the baseline first.</summary>
    Fixed,
}
