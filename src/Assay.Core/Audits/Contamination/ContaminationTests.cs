using System.Collections.Immutable;
using Assay.Statistics.Comparison;
using Assay.Statistics.Distributions;
using Assay.Statistics.Estimation;
using Assay.Statistics.Resampling;

namespace Assay.Core.Audits.Contamination;

/// <summary>
/// The two tests of Oren, Meister, Chatterji, Ladhak and Hashimoto (2023), "Proving Test Set Contamination in Black Box Language Models", arXiv 2310.17623:
/// where
/// examples are exchangeable, a model that never saw their order cannot prefer it.
/// </summary>
public static class ContaminationTests
{
    // Permutations take the streams from 1.
    private const ulong TieStream = 0;

    /// <summary>
    /// Algorithm 1: the rank of the published order among permutations. Permuting inside shards only keeps it exact, and lets both tests share their calls.
    /// </summary>
    /// <param name="shards">Scores, with as many permutations in each shard; permutation k of all shards makes permutation k of the set.</param>
    /// <param name="seed">Seed of the ties.</param>
    public static double Permutation(ImmutableArray<ShardScores> shards, ulong seed)
    {
        double[] permuted = new double[shards[0].Shuffled.Length];
        double canonical = 0;
        foreach (ShardScores shard in shards)
        {
            canonical += shard.Canonical;
            for (int k = 0; k < permuted.Length; k++) permuted[k] += shard.Shuffled[k];
        }
        return PermutationTest.UpperPValue(canonical, permuted, new RandomStream(seed, TieStream));
    }

    /// <summary>Algorithm 2: one-sided t over shards of canonical minus mean of shuffled.</summary>
    /// <returns>Null for fewer than two shards, or where all differ equally.</returns>
    public static double? Sharded(ImmutableArray<ShardScores> shards)
    {
        double[] differences = [.. shards.Select(static shard => shard.Difference)];
        Estimate mean = MeanEstimate.Of(differences, 0.95)!;
        if (mean.StandardError is not { } error) return null;
        double half = StudentT.TwoSidedP(mean.Value / error, differences.Length - 1) / 2;
        return mean.Value > 0 ? half : 1 - half;
    }
}
