using Assay.Core.Models;
using Assay.Core.Watermarks;
using Assay.Statistics.Resampling;

namespace Assay.Core.Tests.Watermarks;

public sealed class WatermarkTests
{
    private const int Tokens = 40;

    [Theory]
    [InlineData(WatermarkScheme.ExponentialMinimum)]
    [InlineData(WatermarkScheme.InverseTransform)]
    public void Over_many_keys_tokens_have_the_models_probabilities(WatermarkScheme scheme)
    {
        double[] probabilities = [0.05, 0.4, 0, 0.25, 0.2, 0.1];
        const int Keys = 20_000;
        int[] counts = new int[probabilities.Length];
        for (uint key = 0; key < Keys; key++) counts[new WatermarkKey(key, 1, scheme).Sequence(probabilities.Length).Choose(0, probabilities)]++;
        double chiSquare = probabilities.Zip(counts).Where(static pair => pair.First > 0).Sum(static pair => Square(pair.Second - Keys * pair.First) / (Keys * pair.First));
        // The 99.99 % quantile of chi-square with 4 degrees of freedom; the keys are fixed, so the test does not waver.
        Assert.InRange(chiSquare, 0, 23.51);
        Assert.Equal(0, counts[2]);
    }

    [Theory]
    [InlineData(WatermarkScheme.ExponentialMinimum)]
    [InlineData(WatermarkScheme.InverseTransform)]
    public void Pairs_of_tokens_within_the_key_are_distributed_as_independent_ones(WatermarkScheme scheme)
    {
        double[] probabilities = [0.5, 0.3, 0.2];
        const int Keys = 20_000;
        int[] counts = new int[9];
        for (uint key = 0; key < Keys; key++)
        {
            WatermarkSequence sequence = new WatermarkKey(key, 2, scheme).Sequence(3);
            counts[3 * sequence.Choose(0, probabilities) + sequence.Choose(1, probabilities)]++;
        }
        double chiSquare = Enumerable.Range(0, 9).Sum(pair => Square(counts[pair] - Keys * probabilities[pair / 3] * probabilities[pair % 3])
            / (Keys * probabilities[pair / 3] * probabilities[pair % 3]));
        Assert.InRange(chiSquare, 0, 31.83);
    }

    [Theory]
    [InlineData(WatermarkScheme.ExponentialMinimum, null)]
    [InlineData(WatermarkScheme.InverseTransform, null)]
    [InlineData(WatermarkScheme.ExponentialMinimum, 0.0)]
    public void P_values_of_unmarked_texts_are_uniform(WatermarkScheme scheme, double? gap)
    {
        const int Texts = 600;
        int below = 0, median = 0;
        for (int text = 0; text < Texts; text++)
        {
            RandomStream random = new(5, (ulong)text);
            int[] tokens = [.. Enumerable.Range(0, 12).Select(_ => random.NextInt(Tokens))];
            WatermarkTest test = new() { Key = new WatermarkKey((uint)text, 16, scheme), Gap = gap, Resamples = 19, Seed = (ulong)text };
            double p = test.Run(tokens, Tokens, default).PValue;
            if (p <= 0.1) below++;
            if (p <= 0.5) median++;
        }
        Assert.InRange(below, 0.1 * Texts - 4 * Math.Sqrt(0.09 * Texts), 0.1 * Texts + 4 * Math.Sqrt(0.09 * Texts));
        Assert.InRange(median, 0.5 * Texts - 4 * Math.Sqrt(0.25 * Texts), 0.5 * Texts + 4 * Math.Sqrt(0.25 * Texts));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    public void Sixty_four_tokens_of_two_nats_are_found_though_some_are_substituted(double substituted)
    {
        const int Texts = 60;
        WatermarkKey key = new(42, 256, WatermarkScheme.ExponentialMinimum);
        UniformModel model = new(8);
        int found = 0;
        for (int text = 0; text < Texts; text++)
        {
            int[] tokens = [.. WatermarkGenerator.Generate(model, key, "", 64, (ulong)text, default)];
            RandomStream random = new(9, (ulong)text);
            for (int i = 0; i < tokens.Length; i++) tokens[i] = random.NextDouble() < substituted ? random.NextInt(8) : tokens[i];
            if (new WatermarkTest { Key = key, Resamples = 99, Seed = (ulong)text }.Run(tokens, model.TokenCount, default).PValue <= 0.01) found++;
        }
        // log 8 is 2.08 nats.
        Assert.InRange(found, 0.9 * Texts, Texts);
    }

    [Fact]
    public void Edit_alignment_finds_what_deletions_hide_from_the_plain_one()
    {
        const int Texts = 30;
        WatermarkKey key = new(7, 64, WatermarkScheme.ExponentialMinimum);
        UniformModel model = new(Tokens);
        int plain = 0, edit = 0;
        for (int text = 0; text < Texts; text++)
        {
            RandomStream random = new(2, (ulong)text);
            int[] tokens = [.. WatermarkGenerator.Generate(model, key, "", 40, (ulong)text, default).Where(_ => random.NextDouble() >= 0.25)];
            WatermarkTest test = new() { Key = key, Resamples = 99, Seed = (ulong)text };
            if (test.Run(tokens, model.TokenCount, default).PValue <= 0.01) plain++;
            if ((test with { Gap = 0 }).Run(tokens, model.TokenCount, default).PValue <= 0.01) edit++;
        }
        Assert.True(edit >= plain + 5, $"plain {plain}, edit {edit} of {Texts}");
    }

    [Fact]
    public void The_plain_statistic_is_the_least_sum_over_all_blocks_and_shifts()
    {
        RandomStream random = new(3, 0);
        int[] text = [.. Enumerable.Range(0, 11).Select(_ => random.NextInt(5))];
        AlignmentCosts costs = new WatermarkKey(1, 7, WatermarkScheme.ExponentialMinimum).Sequence(5).Costs([0, 1, 2, 3, 4]);
        for (int block = 1; block <= text.Length; block++)
        {
            double expected = Enumerable.Range(0, text.Length - block + 1).SelectMany(start => Enumerable.Range(0, 7).Select(shift =>
                Enumerable.Range(0, block).Sum(i => costs.Of(text[start + i])[(shift + i) % 7]))).Min();
            Assert.Equal(expected, BlockAlignment.Plain(costs, text, block), 1e-12);
        }
    }

    [Fact]
    public void An_edit_alignment_whose_gaps_are_dear_is_the_plain_one()
    {
        AlignmentCosts costs = new WatermarkKey(1, 9, WatermarkScheme.ExponentialMinimum).Sequence(5).Costs([0, 1, 2, 3, 4]);
        int[] text = [0, 3, 1, 4, 4, 2, 0, 1];
        for (int block = 1; block <= text.Length; block++) Assert.Equal(BlockAlignment.Plain(costs, text, block), BlockAlignment.Edit(costs, text, block, 1e6), 1e-12);
    }

    [Fact]
    public void A_text_that_does_not_fit_the_block_is_refused()
    {
        WatermarkTest test = new() { Key = new WatermarkKey(1, 4, WatermarkScheme.ExponentialMinimum), Block = 3 };
        Assert.Throws<ArgumentException>(() => test.Run([1, 2], 5, default));
        Assert.Throws<ArgumentException>(() => (test with { Block = null }).Run([], 5, default));
    }

    private static double Square(double x) => x * x;

    // Every token is as likely as any other, and texts do not end.
    private sealed class UniformModel(int tokens) : INextTokenModel
    {
        public int TokenCount => tokens;

        public int EndOfText => -1;

        public IReadOnlyList<int> Tokenize(string text) => [];

        public string Join(IEnumerable<int> joined) => string.Join(' ', joined);

        public void NextProbabilities(IReadOnlyList<int> before, Span<double> probabilities) => probabilities.Fill(1.0 / tokens);
    }
}
