using System.Collections.Immutable;
using System.Globalization;
using Assay.Core.Audits.Contamination;
using Assay.Core.Errors;
using Assay.Core.Models;
using Assay.Statistics.Resampling;

namespace Assay.Evaluation.Audits;

/// <summary>Scores a test set in its published order and in random ones.</summary>
public static class ContaminationAudit
{
    /// <summary>Scores all shards and tests their order.</summary>
    /// <param name="examples">The examples in their published order; none empty.</param>
    /// <param name="scorer">The model under question.</param>
    /// <param name="options">How.</param>
    /// <param name="concurrency">Contexts scored at once, at least 1.</param>
    /// <param name="scored">Told of every context that was scored; null: nobody.</param>
    /// <param name="cancellation">Stops before the next context.</param>
    /// <exception cref="InputException">An example is empty, or a shard would have fewer than two.</exception>
    /// <exception cref="ModelCallException">The model cannot score a text, or gave no answer.</exception>
    public static async Task<ContaminationReport> RunAsync(
        IReadOnlyList<string> examples, ITokenScorer scorer, ContaminationOptions options, int concurrency, Action? scored, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(scorer);
        ArgumentNullException.ThrowIfNull(options);
        Check(examples, options);
        double[][] scores = [.. Enumerable.Range(0, options.Shards).Select(_ => new double[options.Permutations + 1])];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellation };
        await Parallel.ForAsync(0, options.Shards * (options.Permutations + 1), parallel, async (number, stop) =>
        {
            (int permutation, int shard) = Math.DivRem(number, options.Shards);
            string context = string.Join(options.Separator, Order(examples, shard, permutation, options));
            scores[shard][permutation] = LogProbability(await scorer.ScoreAsync(context, stop).ConfigureAwait(false), scorer.Model);
            scored?.Invoke();
        }).ConfigureAwait(false);
        ImmutableArray<ShardScores> shards = [.. scores.Select(static all => new ShardScores(all[0], [.. all[1..]]))];
        return new ContaminationReport
        {
            Model = scorer.Model,
            Options = options,
            Examples = examples.Count,
            Shards = shards,
            PermutationPValue = ContaminationTests.Permutation(shards, options.Seed),
            ShardedPValue = ContaminationTests.Sharded(shards),
            MeanDifference = shards.Average(static shard => shard.Difference),
            Notes = [.. Notes(examples, options, cancellation)],
        };
    }

    // Permutation 0 is the published order. Streams are numbered so that neither shards nor permutations share one.
    private static string[] Order(IReadOnlyList<string> examples, int shard, int permutation, ContaminationOptions options)
    {
        (int start, int end) = Bounds(examples.Count, shard, options.Shards);
        string[] part = [.. Enumerable.Range(start, end - start).Select(i => examples[i])];
        if (permutation > 0) new RandomStream(options.Seed, 1 + (ulong)permutation * (ulong)options.Shards + (ulong)shard).Shuffle<string>(part);
        return part;
    }

    private static (int Start, int End) Bounds(int count, int shard, int shards) =>
        ((int)((long)count * shard / shards), (int)((long)count * (shard + 1) / shards));

    private static double LogProbability(ScoredText text, string model)
    {
        double sum = text.TotalLogProbability;
        if (double.IsFinite(sum)) return sum;
        throw new InputException(
            $"{model} gave a log-probability that is {sum.ToString(CultureInfo.InvariantCulture)}; such a model gives some text no chance at all and cannot be tested this way.");
    }

    private static void Check(IReadOnlyList<string> examples, ContaminationOptions options)
    {
        for (int i = 0; i < examples.Count; i++)
        {
            if (examples[i].Length == 0) throw new InputException($"Example {i + 1} is empty; leave it out.");
        }
        if (examples.Count >= 2 * options.Shards) return;
        throw new InputException(
            $"{options.Shards} shards of {examples.Count} examples leave one with fewer than two, which has no order; choose at most {Math.Max(1, examples.Count / 2)} with --shards.");
    }

    private static IEnumerable<string> Notes(IReadOnlyList<string> examples, ContaminationOptions options, CancellationToken cancellation)
    {
        int repeated = examples.Count - examples.Distinct(StringComparer.Ordinal).Count();
        if (repeated > 0) yield return $"{repeated} examples repeat others; orders that differ only in them are the same, which costs power.";
        foreach (string problem in ExampleOrder.Problems(examples, options.Seed, cancellation)) yield return problem;
        if (options.Permutations < 99) yield return $"With {options.Permutations} permutations the exact test can give no p-value below {1.0 / (options.Permutations + 1):0.###}.";
    }
}
