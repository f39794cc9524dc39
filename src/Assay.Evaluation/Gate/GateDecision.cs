namespace Assay.Evaluation.Gate;

/// <summary>What the data say about a condition.</summary>
public enum GateDecision
{
    /// <summary>The whole interval satisfies it.</summary>
    Pass,

    /// <summary>The whole interval violates it.</summary>
    Violate,

    /// <summary>The interval straddles it, or there is no interval.</summary>
    Undecided,
}
