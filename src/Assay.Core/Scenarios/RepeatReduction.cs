namespace Assay.Core.Scenarios;

/// <summary>How the scores of an instance's repeats become one score.</summary>
public enum RepeatReduction
{
    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>Their median.</summary>
    Median,

    /// <summary>The most frequent one; of equally frequent ones the first.</summary>
    Mode,

    /// <summary>The largest.</summary>
    Max,
}
