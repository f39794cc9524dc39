namespace Assay.Core.Metrics.WinRates;

/// <summary>How a model's win rates in several columns become one number.</summary>
public enum WinRateAggregation
{
    /// <summary>Their mean, HELM's mean win rate.</summary>
    Mean,

    /// <summary>Their median.</summary>
    Median,
}
