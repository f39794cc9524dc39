namespace Assay.Core.Metrics.Matching;

/// <summary>How a match of an output with its target ended.</summary>
public enum MatchOutcome
{
    /// <summary>An answer was found and is right.</summary>
    Correct,

    /// <summary>An answer was found and is wrong.</summary>
    Incorrect,

    /// <summary>No answer was found.</summary>
    NoAnswer,
}
