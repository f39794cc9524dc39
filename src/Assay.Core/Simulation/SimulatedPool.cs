using System.Collections.Immutable;

namespace Assay.Core.Simulation;

/// <summary>
/// A pool of simulated annotators (Dubois et al. 2023, "AlpacaFarm", arXiv 2305.14387, section 4): for each annotator and pair a member is drawn, and its
/// label is flipped with some probability. The members are recorded judges, so the noise can be tuned without a call.
/// </summary>
public sealed record SimulatedPool
{
    /// <summary>The pool's name: the judge that results show.</summary>
    public required string Name { get; init; }

    /// <summary>Names of the recorded judges, at least one.</summary>
    public required ImmutableArray<string> Members { get; init; }

    /// <summary>Probability, in [0, 1], with which a label is flipped: a preference p becomes 1 - p, so ties stay ties.</summary>
    public required double FlipProbability
    {
        get;
        init => field = value is >= 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(FlipProbability), value, "A probability must be from 0 to 1.");
    }

    /// <summary>Annotators drawn for each pair, at least 1.</summary>
    public required int Annotators
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Annotators), value, "A pool needs at least one annotator.");
    }
}
