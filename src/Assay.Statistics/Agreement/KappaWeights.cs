namespace Assay.Statistics.Agreement;

/// <summary>How much a disagreement weighs, by the distance of the two labels in their order.</summary>
public enum KappaWeights
{
    /// <summary>Every disagreement weighs 1: Cohen (1960).</summary>
    None,

    /// <summary>The distance.</summary>
    Linear,

    /// <summary>The square of the distance: Cohen (1968).</summary>
    Quadratic,
}
