using Assay.Statistics.Resampling;

namespace Assay.Core.Watermarks;

/// <summary>How a mark is looked for.</summary>
public sealed record WatermarkTest
{
    /// <summary>The key the text may have been marked with.</summary>
    public required WatermarkKey Key { get; init; }

    /// <summary>Tokens of a block; null: the whole text, or the key's length where the text is longer.</summary>
    public int? Block { get; init; }

    /// <summary>What a token or position costs that an alignment leaves out; null: tokens are aligned one by one, which substitutions survive, but not
    /// insertions and deletions.</summary>
    public double? Gap { get; init; }

    /// <summary>Keys drawn for the null distribution, at least 1; the least p-value is 1 / (this + 1).</summary>
    public int Resamples { get; init; } = 999;

    /// <summary>Seed of those keys.</summary>
    public ulong Seed { get; init; }

    /// <summary>
    /// Tests whether a text was marked with the key. The p-value is (1 + null statistics at most the text's) / (1 + resamples) (Kuditipudi et al. 2023,
    /// algorithm 2): for a text that does not depend on the key it is valid whatever the text, since the key could as well have been any of the drawn ones.
    /// </summary>
    /// <param name="text">Token numbers, one at least.</param>
    /// <param name="tokenCount">Number of tokens of the vocabulary.</param>
    /// <param name="cancellation">Stops between resamples.</param>
    /// <exception cref="ArgumentException">The text is empty, or shorter than the block.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public WatermarkEvidence Run(IReadOnlyList<int> text, int tokenCount, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Count == 0) throw new ArgumentException("A text without tokens cannot be tested.", nameof(text));
        int block = Block ?? Math.Min(text.Count, Key.Length);
        if (block < 1 || block > text.Count) throw new ArgumentException($"A block of {block} tokens does not fit a text of {text.Count}.", nameof(text));
        int[] different = [.. text.Distinct().Order()];
        int[] numbers = [.. text.Select(token => Array.BinarySearch(different, token))];
        double statistic = Statistic(Key.Sequence(tokenCount).Costs(different), numbers, block);
        int asLow = 0;
        ParallelOptions options = new() { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, Resamples, options, resample =>
        {
            RandomStream random = new(Seed, (ulong)resample);
            AlignmentCosts costs = Key.Scheme == WatermarkScheme.ExponentialMinimum
                ? ExponentialMinimumSequence.RandomCosts(random.NextDouble, Key.Length, different.Length)
                : InverseTransformSequence.RandomCosts(random.NextDouble, Key.Length, different.Length, tokenCount);
            if (Statistic(costs, numbers, block) <= statistic) Interlocked.Increment(ref asLow);
        });
        return new WatermarkEvidence(this, text.Count, different.Length, block, statistic, (1.0 + asLow) / (1.0 + Resamples));
    }

    private double Statistic(AlignmentCosts costs, int[] text, int block) =>
        Gap is { } gap ? BlockAlignment.Edit(costs, text, block, gap) : BlockAlignment.Plain(costs, text, block);
}

/// <summary>What a test for a mark found.</summary>
/// <param name="Test">What was looked for.</param>
/// <param name="Tokens">Tokens of the text.</param>
/// <param name="DifferentTokens">Different ones among them.</param>
/// <param name="Block">Tokens of a block.</param>
/// <param name="Statistic">Least alignment cost.</param>
/// <param name="PValue">Probability of a statistic this low under keys the text does not depend on, in (0, 1].</param>
public sealed record WatermarkEvidence(WatermarkTest Test, int Tokens, int DifferentTokens, int Block, double Statistic, double PValue);
