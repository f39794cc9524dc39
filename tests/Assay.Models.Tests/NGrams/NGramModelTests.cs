using Assay.Core.Errors;
using Assay.Core.Models;
using Assay.Models.NGrams;
using Assay.Statistics.Resampling;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Models.Tests.NGrams;

public sealed class NGramModelTests
{
    // docs/ngram-model.md works this corpus out by hand.
    private static readonly string[] ThreeSentences = ["a b", "a b", "a c"];

    [Theory]
    [InlineData("a", " b", 13.0 / 30)]
    [InlineData("a", " c", 4.0 / 15)]
    [InlineData("a", "a", 0.1)]
    [InlineData("a", "never seen", 0.05)]
    public void Three_sentences_give_what_was_computed_by_hand(string before, string token, double expected)
    {
        NGramModel model = NGramModel.Train(ThreeSentences, TextUnit.Words, 2, default);
        NGramContext context = model.Start();
        context.Append(model.Vocabulary.Find(before));
        Assert.Equal(expected, Math.Exp(model.LogProbability(context, model.Vocabulary.Find(token))), 1e-14);
    }

    [Theory]
    [InlineData(TextUnit.Words, 1)]
    [InlineData(TextUnit.Words, 3)]
    [InlineData(TextUnit.Characters, 2)]
    [InlineData(TextUnit.Characters, 6)]
    public void Every_context_agrees_with_the_definition_and_sums_to_one(TextUnit unit, int order)
    {
        string[] corpus = [.. Enumerable.Range(0, 40).Select(static i => Sentence(new RandomStream(11, (ulong)i)))];
        NGramModel model = NGramModel.Train(corpus, unit, order, default);
        KneserNeyByDefinition definition = new(corpus.Select(text => TextTokens.Of(text, unit).ToArray()), order);
        double[] probabilities = new double[model.Vocabulary.Count];
        RandomStream random = new(12, 0);
        for (int trial = 0; trial < 200; trial++)
        {
            string[] history = [.. TextTokens.Of(Sentence(random), unit).Take(random.NextInt(9))];
            NGramContext context = model.Start();
            foreach (string token in history) context.Append(model.Vocabulary.Find(token));
            model.Distribution(context, probabilities);
            Assert.Equal(1, probabilities.Sum(), 1e-12);
            for (int token = 0; token < probabilities.Length; token++)
            {
                if (token == NGramVocabulary.Start) continue;
                double expected = definition.Probability(["<s>", .. history], model.Vocabulary[token]);
                Assert.Equal(expected, probabilities[token], 1e-12);
                Assert.Equal(expected, Math.Exp(model.LogProbability(context, token)), 1e-12);
            }
        }
    }

    [Fact]
    public void Estimated_discounts_are_those_of_chen_and_goodman()
    {
        // Y = 10 / (10 + 2 * 4) = 5/9.
        Assert.Equal(new KneserNeyDiscounts(1 - 2 * (5.0 / 9) * 4 / 10, 2 - 3 * (5.0 / 9) * 3 / 4, 3 - 4 * (5.0 / 9) * 1 / 3), KneserNeyDiscounts.Estimate(10, 4, 3, 1));
        Assert.Equal(KneserNeyDiscounts.Fallback, KneserNeyDiscounts.Estimate(10, 0, 3, 1));
        Assert.Equal(KneserNeyDiscounts.Fallback, KneserNeyDiscounts.Estimate(2, 2, 1, 0));
    }

    [Fact]
    public async Task The_tokens_of_a_scored_text_are_the_text()
    {
        NGramModel model = NGramModel.Train(["every script: Ελλάδα, 日本, 𝔘𝔫𝔦𝔠𝔬𝔡𝔢  and  spaces\n"], TextUnit.Words, 3, default);
        const string Text = "Ελλάδα  and\n𝔘𝔫𝔦 it's\0 日本 e\u0301";
        ScoredText scored = await new NGramScorer(model, "m").ScoreAsync(Text, default);
        Assert.Equal(Text, string.Concat(scored.Tokens.Select(static token => token.Text)));
        Assert.All(scored.Tokens, static token => Assert.True(token.LogProbability < 0));
        int[] offsets = [.. scored.Tokens.Select(static token => token.Offset!.Value)];
        Assert.Equal(scored.Tokens.Aggregate(new List<int> { 0 }, static (sums, token) => [.. sums, sums[^1] + token.Text.EnumerateRunes().Count()]).SkipLast(1), offsets);
    }

    [Fact]
    public void Tokens_give_any_text_back() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(),
        static text => string.Concat(TextTokens.Of(text.Get, TextUnit.Words)) == text.Get && string.Concat(TextTokens.Of(text.Get, TextUnit.Characters)) == text.Get)
        .QuickCheckThrowOnFailure();

    [Fact]
    public async Task A_saved_model_is_the_same_model()
    {
        NGramModel model = NGramModel.Train([.. Enumerable.Range(0, 20).Select(static i => Sentence(new RandomStream(1, (ulong)i))), "half a pair \ud83d"], TextUnit.Words, 4, default);
        using MemoryStream stream = new();
        NGramModelFile.Write(model, stream);
        stream.Position = 0;
        NGramModel loaded = NGramModelFile.Read(stream, "m");
        Assert.Equal((model.Unit, model.Order, model.VocabularySize, model.NGramCount), (loaded.Unit, loaded.Order, loaded.VocabularySize, loaded.NGramCount));
        string text = Sentence(new RandomStream(2, 0));
        Assert.Equal<ScoredToken>((await new NGramScorer(model, "m").ScoreAsync(text, default)).Tokens, (await new NGramScorer(loaded, "m").ScoreAsync(text, default)).Tokens);
    }

    [Fact]
    public void Whatever_is_cut_off_a_file_is_noticed()
    {
        using MemoryStream stream = new();
        NGramModelFile.Write(NGramModel.Train(ThreeSentences, TextUnit.Words, 2, default), stream);
        byte[] bytes = stream.ToArray();
        for (int length = 0; length < bytes.Length; length++)
        {
            InputException error = Assert.Throws<InputException>(() => NGramModelFile.Read(new MemoryStream(bytes, 0, length), "m.bin"));
            Assert.Equal("m.bin is no n-gram model, or a damaged one; make one with 'assay lm train'.", error.Message);
        }
    }

    [Fact]
    public void A_corpus_without_text_is_refused() =>
        Assert.Throws<InputException>(() => NGramModel.Train([""], TextUnit.Words, 2, default));

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void An_order_outside_its_range_is_refused(int order) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NGramModel.Train(ThreeSentences, TextUnit.Words, order, default));

    private static string Sentence(RandomStream random)
    {
        string[] words = ["the", "cat", "sat", "on", "a", "mat", "dog", "ran", "far", "away"];
        return string.Join(' ', Enumerable.Range(0, 1 + random.NextInt(12)).Select(_ => words[Math.Min(random.NextInt(10), random.NextInt(10))]));
    }
}
