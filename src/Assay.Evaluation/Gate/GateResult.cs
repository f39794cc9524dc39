using System.Collections.Immutable;

namespace Assay.Evaluation.Gate;

/// <summary>One condition and what the data say about it.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Reason">One sentence: the value, its interval, and what follows.</param>
public sealed record GateResult(GateCondition Condition, GateDecision Decision, string Reason)
{
    /// <summary>All conditions together: violated if one is, undecided if one is and none is violated, passed if all are.</summary>
    /// <param name="results">The conditions, at least one.</param>
    /// <exception cref="ArgumentException">There are no conditions.</exception>
    public static GateDecision Of(ImmutableArray<GateResult> results)
    {
        if (results.IsDefaultOrEmpty) throw new ArgumentException("A gate needs a condition.", nameof(results));
        if (results.Any(static result => result.Decision == GateDecision.Violate)) return GateDecision.Violate;
        return results.Any(static result => result.Decision == GateDecision.Undecided) ? GateDecision.Undecided : GateDecision.Pass;
    }
}
