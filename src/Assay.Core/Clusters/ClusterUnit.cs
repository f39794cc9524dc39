namespace Assay.Core.Clusters;

/// <summary>What judgements share that makes them depend on each other.</summary>
public enum ClusterUnit
{
    /// <summary>The person who judged.</summary>
    Annotator,

    /// <summary>The item that was judged: its instruction.</summary>
    Item,

    /// <summary>The data set the item is from.</summary>
    Dataset,
}

/// <summary>How the interval of a clustered win rate is made.</summary>
public enum ClusterInterval
{
    /// <summary>Sandwich error and Student's t with G - 1 degrees of freedom.</summary>
    StudentT,

    /// <summary>The hypotheses that a wild cluster bootstrap does not reject.</summary>
    WildBootstrap,
}

/// <summary>How to account for judgements that depend on each other.</summary>
/// <param name="By">One or two units, different ones.</param>
/// <param name="Interval">How intervals of win rates are made; the bootstrap goes with one unit.</param>
public sealed record Clustering(IReadOnlyList<ClusterUnit> By, ClusterInterval Interval = ClusterInterval.StudentT);
