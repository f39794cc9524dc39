using Assay.Core.Metrics.Matching;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Core.Tests.Metrics.Matching;

public sealed class MatchingTests
{
    [Theory]
    [InlineData("The  Cat!", "cat", true)]
    [InlineData("a.b", "ab", true)]
    [InlineData("theory", "ory", false)]
    [InlineData("cat", "", false)]
    [InlineData("", "", false)]
    public void Quasi_exact_forgives_case_articles_punctuation_and_spacing(string gold, string prediction, bool matches) =>
        Assert.Equal(matches, TextMatch.QuasiExact(gold, prediction));

    [Theory]
    [InlineData("Paris", "Paris, of course", true)]
    [InlineData("Paris", "It is Paris", false)]
    [InlineData(" Paris ", " Paris", true)]
    [InlineData("Paris", "", false)]
    public void A_prefix_match_forgives_what_follows(string gold, string prediction, bool matches) => Assert.Equal(matches, TextMatch.Prefix(gold, prediction));

    [Fact]
    public void A_quasi_prefix_match_forgives_both() => Assert.True(TextMatch.QuasiPrefix("The Cat", "cat, it seems"));

    [Fact]
    public void Everything_matches_itself_unless_it_is_empty() => Prop.ForAll<NonEmptyString>(text =>
        TextMatch.Exact(text.Get, text.Get) && TextMatch.QuasiExact(text.Get, text.Get) && TextMatch.Prefix(text.Get, text.Get)).QuickCheckThrowOnFailure();

    [Fact]
    public void Normalising_twice_changes_nothing() => Prop.ForAll<string>(text =>
        text is null || QuasiText.Of(QuasiText.Of(text)) == QuasiText.Of(text)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("the cat sat", "cat sat sat", 1, 0.8)] // sets {cat, sat}; bags share 2 of 2 and 3
    [InlineData("cat", "dog", 0, 0)]
    [InlineData("", "", 0, 1)]
    [InlineData("cat", "", 0, 0)]
    public void F1_of_sets_forgives_repeats_and_f1_of_bags_does_not(string gold, string prediction, double sets, double bags) =>
        Assert.Equal((sets, bags), (TokenF1.OfSets(gold, prediction), TokenF1.OfBags(gold, prediction)));

    [Fact]
    public void F1_is_symmetric_and_between_0_and_1() => Prop.ForAll<string, string>((a, b) =>
        TokenF1.OfSets(a ?? "", b ?? "") is >= 0 and <= 1 and double f && f == TokenF1.OfSets(b ?? "", a ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void The_best_gold_answer_counts() => Assert.Equal(1, BestReference.Score(["x", "cat"], "cat", TokenF1.OfSets));

    [Fact]
    public void Without_gold_answers_there_is_no_score() => Assert.Null(BestReference.Score([], "cat", TokenF1.OfSets));

    [Theory]
    [InlineData("33 eggs, please", "33")]
    [InlineData("1,000,000.5.", "1000000.5")]
    [InlineData("5 - 3", "3")]
    [InlineData(", and - .", null)]
    public void The_final_number_has_a_digit_and_no_commas(string text, string? number) => Assert.Equal(number, FinalNumber.In(text));

    [Theory]
    [InlineData("1,234.5", 1234.5)]
    [InlineData("−½", -0.5)]
    [InlineData("１２½", 12.5)]
    [InlineData("1e3", 1000.0)]
    [InlineData("二百五十", 250.0)]
    [InlineData("二〇二五", 2025.0)]
    [InlineData("三千二百万", 32e6)]
    [InlineData("十二⅓", 12 + 1.0 / 3)]
    [InlineData("٣", 3.0)]
    [InlineData("60%", null)]
    [InlineData("1.5½", null)]
    [InlineData("1,", null)]
    [InlineData("1e999", null)]
    [InlineData("nan", null)]
    [InlineData("-", null)]
    [InlineData("", null)]
    public void Numbers_are_read_as_people_write_them(string text, double? number) => Assert.Equal(number, TextNumber.Parse(text));

    [Fact]
    public void Every_integer_is_read_back() =>
        Prop.ForAll<int>(number => TextNumber.Parse(FormattableString.Invariant($"{number:N0}")) == number).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("-5", "5", false)]
    [InlineData("well-known", "well known", true)]
    [InlineData("$.50", "0.5", true)]
    [InlineData("1e400", "1e400", true)]
    [InlineData("The An a", "x", false)]
    public void Words_that_are_numbers_are_their_values(string answer, string target, bool matches) => Assert.Equal(matches, WordMatch.Exact(answer, [target]));

    [Fact]
    public void Log_probabilities_that_are_no_numbers_are_refused() => Assert.Throws<ArgumentException>(() => ChoiceScores.Best([0, double.NaN]));

    [Fact]
    public void No_choices_are_refused() => Assert.Throws<ArgumentException>(() => ChoiceScores.Best([]));

    [Fact]
    public void A_long_choice_is_not_punished_per_unit() => Assert.Equal(1, ChoiceScores.BestPerUnit([-2, -3], [1, 4]));

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(52, "BA")]
    public void Choices_have_letters(int choice, string letter) => Assert.Equal(letter, ChoiceLetters.Of(choice));
}
