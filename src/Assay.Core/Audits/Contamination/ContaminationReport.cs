using System.Collections.Immutable;

namespace Assay.Core.Audits.Contamination;

/// <summary>Whether a model prefers the published order of a test set.</summary>
public sealed record ContaminationReport
{
    /// <summary>Name of the model.</summary>
    public required string Model { get; init; }

    /// <summary>What was asked.</summary>
    public required ContaminationOptions Options { get; init; }

    /// <summary>Examples of the set.</summary>
    public required int Examples { get; init; }

    /// <summary>The shards, in the set's order.</summary>
    public required ImmutableArray<ShardScores> Shards { get; init; }

    /// <summary>Exact one-sided p-value of the permutation test over all shards together, in (0, 1].</summary>
    public required double PermutationPValue { get; init; }

    /// <summary>
    /// One-sided p-value of Student's t over the shards' differences, in [0, 1]; null where there are fewer than two shards or all differ equally.
    /// </summary>
    public required double? ShardedPValue { get; init; }

    /// <summary>Canonical minus mean of shuffled log-probability, averaged over shards, in nats.</summary>
    public required double MeanDifference { get; init; }

    /// <summary>What a reader must know, in sentences.</summary>
    public required ImmutableArray<string> Notes { get; init; }
}

/// <summary>Log-probabilities of one shard as one context, in nats.</summary>
/// <param name="Canonical">In the published order.</param>
/// <param name="Shuffled">In random orders.</param>
public sealed record ShardScores(double Canonical, ImmutableArray<double> Shuffled)
{
    /// <summary>Canonical minus mean of shuffled.</summary>
    public double Difference => Canonical - Shuffled.Average();
}
