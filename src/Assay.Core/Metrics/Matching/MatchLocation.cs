namespace Assay.Core.Metrics.Matching;

/// <summary>Where in an output the target is looked for.</summary>
public enum MatchLocation
{
    /// <summary>At its begin: the first number.</summary>
    Begin,

    /// <summary>At its end: the last number.</summary>
    End,

    /// <summary>Anywhere: one of its numbers.</summary>
    Any,

    /// <summary>The output as a whole.</summary>
    Exact,
}
