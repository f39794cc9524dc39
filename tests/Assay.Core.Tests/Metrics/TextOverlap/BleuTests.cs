using Assay.Core.Metrics.TextOverlap;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Core.Tests.Metrics.TextOverlap;

public sealed class BleuTests
{
    // The example of sacreBLEU's README: "BLEU = 48.53 82.4/50.0/45.5/37.5 (BP = 0.943 ratio = 0.944 hyp_len = 17 ref_len = 18)", "chrF2 = 59.73".
    private static readonly (IReadOnlyList<string> References, string Prediction)[] Published =
    [
        (["The dog bit the man.", "The dog had bit the man."], "The dog bit the man."),
        (["It was not unexpected.", "No one was surprised."], "It wasn't surprising."),
        (["The man bit him first.", "The man had bitten the dog."], "The man had just bitten him."),
    ];

    [Fact]
    public void Corpus_bleu_equals_sacrebleus_published_example() => Assert.Equal(48.53, 100 * Bleu.Corpus(Published)!.Value, 0.005);

    [Fact]
    public void The_counts_equal_sacrebleus_published_example()
    {
        BleuCounts sum = Published.Select(static item => Bleu.Count(item.References, item.Prediction, BleuOptions.Corpus)).Aggregate(static (a, b) => a.Add(b));
        Assert.Equal(["82.4", "50.0", "45.5", "37.5"],
            sum.Matches.Zip(sum.Totals, static (match, total) => FormattableString.Invariant($"{100.0 * match / total:F1}")));
        Assert.Equal((17, 18), (sum.PredictionLength, sum.ReferenceLength));
    }

    [Fact]
    public void Corpus_chrf_equals_sacrebleus_published_example() => Assert.Equal(59.73, 100 * ChrF.Corpus(Published)!.Value, 0.005);

    [Fact]
    public void A_prediction_equal_to_a_reference_scores_1() => Assert.Equal(1, Bleu.Sentence(["b", "a b c d"], "a b c d"), 1e-15);

    [Fact]
    public void A_short_prediction_is_scored_by_the_orders_it_has() => Assert.Equal(1, Bleu.Sentence(["a b"], "a b"), 1e-15);

    [Fact]
    public void A_short_corpus_scores_0() => Assert.Equal(0, Bleu.Corpus([(["a b"], "a b")]));

    // One of two bigrams is right, no trigram (1/2 of 1): exp((ln 1 + ln 1/2 + ln 1/2) / 3).
    [Fact]
    public void An_order_without_a_match_is_half_a_match() =>
        Assert.Equal(Math.Pow(0.25, 1.0 / 3), Bleu.Sentence(["a b x c"], "a b c", BleuOptions.Sentence) / Math.Exp(1 - 4.0 / 3), 1e-12);

    [Fact]
    public void Without_smoothing_an_order_without_a_match_makes_the_score_0() =>
        Assert.Equal(0, Bleu.Sentence(["a b x c"], "a b c", BleuOptions.Sentence with { IsSmoothed = false }));

    [Fact]
    public void Repeats_are_clipped_by_the_reference_that_has_most() => // Papineni and others (2002), example 2: 2 of 7
        Assert.Equal(2, Bleu.Count(
            ["The cat is on the mat", "There is a cat on the mat"], "the the the the the the the",
            BleuOptions.Unigram with { Tokens = TextTokens.LettersAndDigits }).Matches.Single());

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void An_empty_prediction_scores_0(string prediction) => Assert.Equal((0, 0), (Bleu.Sentence(["a"], prediction), ChrF.Sentence(["a"], prediction)));

    [Fact]
    public void An_empty_reference_scores_0() => Assert.Equal((0, 0), (Bleu.Sentence([""], "a"), ChrF.Sentence([""], "a")));

    [Fact]
    public void No_reference_is_refused() => Assert.Throws<ArgumentException>(() => Bleu.Sentence([], "a"));

    [Fact]
    public void No_items_have_no_score() => Assert.Null(Bleu.Corpus([]));

    [Theory]
    [InlineData("Hello, world! It's 3.14, 1,000-odd.", "Hello , world ! It's 3.14 , 1,000 - odd .")]
    [InlineData("a &quot;b&quot; c/d (e)", "a \" b \" c / d ( e )")]
    [InlineData("well-known 5-fold", "well-known 5 - fold")]
    [InlineData("line-\nbreak\nnext", "linebreak next")]
    public void Tokens_are_those_of_mteval_13a(string text, string tokens) =>
        Assert.Equal(1, Bleu.Sentence([tokens], text, BleuOptions.Unigram with { Tokens = TextTokens.Mteval13a }) * SameLength(text, tokens), 1e-15);

    [Fact]
    public void Bleu_equals_the_definition_worked_out_by_hand() => Prop.ForAll(Texts.Pairs, static pair =>
        Math.Abs(Bleu.Sentence([pair.Gold], pair.Prediction, Bigrams) - Slow(pair.Gold, pair.Prediction)) < 1e-12)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Scores_lie_between_0_and_1() => Prop.ForAll(Texts.Pairs, static pair =>
        Bleu.Sentence([pair.Gold], pair.Prediction) is >= 0 and <= 1 + 1e-12 && ChrF.Sentence([pair.Gold], pair.Prediction) is >= 0 and <= 1 + 1e-12)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Chrf_counts_code_points() => Assert.Equal(1, ChrF.Sentence(["😀😁"], "😀 😁"), 1e-15);

    [Fact]
    public void Chrf_takes_the_best_reference() => Assert.Equal(1, ChrF.Sentence(["xyz", "abc"], "abc"), 1e-15);

    private static BleuOptions Bigrams { get; } = BleuOptions.Corpus with { Tokens = TextTokens.WhiteSpace, IsSmoothed = false, Order = 2 };

    private static double SameLength(string text, string tokens)
    {
        BleuCounts counts = Bleu.Count([tokens], text, BleuOptions.Unigram with { Tokens = TextTokens.Mteval13a });
        return counts.PredictionLength == tokens.Split(' ').Length ? 1 : 0;
    }

    private static double Slow(string gold, string prediction)
    {
        string[] wanted = gold.Split(' ', StringSplitOptions.RemoveEmptyEntries), said = prediction.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        double product = 1;
        for (int n = 1; n <= 2; n++)
        {
            List<string> left = [.. Ngrams(wanted, n)], own = [.. Ngrams(said, n)];
            if (own.Count == 0) return 0;
            product *= (double)own.Count(left.Remove) / own.Count;
        }
        return Math.Sqrt(product) * (said.Length >= wanted.Length ? 1 : Math.Exp(1 - (double)wanted.Length / said.Length));
    }

    private static IEnumerable<string> Ngrams(string[] words, int n) =>
        Enumerable.Range(0, Math.Max(0, words.Length - n + 1)).Select(i => string.Join(' ', words[i..(i + n)]));
}
