using Assay.Core.Metrics.TextOverlap;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Core.Tests.Metrics.TextOverlap;

public sealed class RougeTests
{
    // The example of rouge_score's README.
    private const string Gold = "The quick brown fox jumps over the lazy dog", Prediction = "The quick brown dog jumps on the log.";

    [Fact]
    public void Rouge_1_equals_rouge_scores_published_example() => Assert.Equal((6, 0.75, 6.0 / 9), Parts(Rouge.N(Gold, Prediction, 1)));

    [Fact]
    public void Rouge_l_equals_rouge_scores_published_example() => Assert.Equal((5, 0.625, 5.0 / 9), Parts(Rouge.L(Gold, Prediction)));

    [Fact]
    public void Rouge_lsum_equals_lins_example() => // Lin (2004), section 3.2: 4 of the reference's 5 words
        Assert.Equal((4, 0.4, 0.8), Parts(Rouge.LSum("w1 w2 w3 w4 w5", "w1 w2 w6 w7 w8\nw1 w3 w8 w9 w5")));

    [Fact]
    public void Of_one_line_rouge_lsum_is_rouge_l() => Prop.ForAll(Texts.Pairs, static pair =>
        Rouge.LSum(pair.Gold, pair.Prediction) == Rouge.L(pair.Gold, pair.Prediction)).QuickCheckThrowOnFailure();

    [Fact]
    public void The_common_subsequence_equals_the_table_worked_out() => Prop.ForAll(Texts.Pairs, static pair =>
        Rouge.L(pair.Gold, pair.Prediction).Overlap == Slow(Words(pair.Gold), Words(pair.Prediction))).QuickCheckThrowOnFailure();

    [Fact]
    public void Exchanging_the_texts_exchanges_precision_and_recall() => Prop.ForAll(Texts.Pairs, static pair =>
        Rouge.N(pair.Gold, pair.Prediction, 2) is { } one && Rouge.N(pair.Prediction, pair.Gold, 2) is { } other && one.Precision == other.Recall
            && one.F1 == other.F1)
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    public void Texts_as_long_as_the_machine_words_are_counted_whole(int length)
    {
        string text = string.Join(' ', Enumerable.Range(0, length));
        Assert.Equal((length, 1, 1), Parts(Rouge.L(text, text)));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("a", "")]
    [InlineData("", "a")]
    [InlineData("?!", "...")]
    public void Texts_without_tokens_score_0(string gold, string prediction) =>
        Assert.Equal((0, 0, 0), (Rouge.N(gold, prediction, 1).F1, Rouge.L(gold, prediction).F1, Rouge.LSum(gold, prediction).F1));

    [Fact]
    public void A_text_shorter_than_the_order_scores_0() => Assert.Equal(0, Rouge.N("a", "a", 2).F1);

    [Fact]
    public void Orders_below_1_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Rouge.N("a", "a", 0));

    [Fact]
    public void A_gold_text_without_words_has_no_error_rate() => Assert.Equal(new WordErrorRate(1, null), WordErrorRate.Of("", "a"));

    [Fact]
    public void Word_edits_are_a_distance() => Prop.ForAll(Texts.Pairs, static pair =>
        WordErrorRate.Of(pair.Gold, pair.Prediction).Edits is var edits && edits == WordErrorRate.Of(pair.Prediction, pair.Gold).Edits
        && edits >= Math.Abs(pair.Gold.Length - pair.Prediction.Length) / 2 && (edits == 0) == (pair.Gold == pair.Prediction)).QuickCheckThrowOnFailure();

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static int Slow(string[] first, string[] second)
    {
        int[,] table = new int[first.Length + 1, second.Length + 1];
        for (int i = 1; i <= first.Length; i++)
        {
            for (int j = 1; j <= second.Length; j++)
                table[i, j] = first[i - 1] == second[j - 1] ? table[i - 1, j - 1] + 1 : Math.Max(table[i - 1, j], table[i, j - 1]);
        }
        return table[first.Length, second.Length];
    }

    private static (int, double, double) Parts(OverlapScore score) => (score.Overlap, score.Precision, score.Recall);
}
