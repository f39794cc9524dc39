using Assay.Core.Errors;
using Assay.Core.Metrics.Answers;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Core.Tests.Metrics.Answers;

public sealed class AnswerRuleTests
{
    private static readonly AnswerRule[] All =
    [
        new WholeAnswer(), new AnswerAfterPhrase("answer is ") { DropsFinalStop = true }, new AnswerBetweenMarks("<a>", "</a>"),
        new AnswerBetweenMarks("$", "$"),
        new AnswerByPattern(@"(\d+)"), new AnswerByPattern(@"(?<=a)b"), new LastNumberAnswer(), new SingleWordAnswer(), new LetterAnswer(),
        new ChoiceAnswer { IgnoresCase = true }, new JsonFieldAnswer("answer"), new BoxedAnswer(),
        new AnswerChain(new AnswerAfterPhrase("A:"), new LastNumberAnswer()), new FirstReadAnswer(new BoxedAnswer(), new LastNumberAnswer()),
    ];

    [Fact]
    public void Every_rule_reads_a_trimmed_text_or_says_why_not() => Prop.ForAll<string>(text => All.All(rule =>
    {
        AnswerReading reading = rule.Read((text ?? "") + "answer is (B). $ { \\boxed{", ["x", "y"]);
        return reading.IsRead ? reading.Text == reading.Text.Trim() && reading.Text.Length > 0 && reading.Reason is null : reading.Reason!.EndsWith('.');
    })).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_rule_reads_nothing_from_an_empty_completion() => Assert.All(All, static rule => Assert.False(rule.Read("").IsRead));

    [Fact]
    public void The_whole_answer_has_no_white_space_around_it() => Assert.Equal("a b", new WholeAnswer().Read("\n a b\t").Text);

    [Theory]
    [InlineData("So the answer is True.", "True")]
    [InlineData("The answer is 1. No, the answer is 2.5.\nQ: next", "2.5")]
    [InlineData("the answer is No..", "No.")]
    [InlineData("the answer is   (A)", "(A)")]
    [InlineData("the answer is \nNo", null)]
    [InlineData("The Answer Is No", null)]
    public void Big_bench_hards_rule_takes_the_line_after_the_last_phrase(string completion, string? answer) =>
        Assert.Equal(answer, new AnswerAfterPhrase("answer is ") { DropsFinalStop = true }.Read(completion).Text);

    [Fact]
    public void An_answer_may_follow_the_first_phrase() => Assert.Equal("1", new AnswerAfterPhrase("is ") { IsFirst = true }.Read("is 1\nis 2").Text);

    [Fact]
    public void An_answer_may_go_on_after_its_line() => Assert.Equal("a\nb", new AnswerAfterPhrase("A:") { GoesOnAfterLine = true }.Read("A: a\nb\n").Text);

    [Fact]
    public void A_completion_without_the_phrase_may_be_taken_as_a_whole() =>
        Assert.Equal("No", new AnswerAfterPhrase("answer is ") { TakesWholeWithoutPhrase = true }.Read("No\nQ:").Text);

    [Fact]
    public void The_reason_names_the_phrase_that_is_missing() =>
        Assert.Equal("The phrase \"answer is \" is not in the completion.", new AnswerAfterPhrase("answer is ").Read("No").Reason);

    [Fact]
    public void An_empty_phrase_is_refused() => Assert.Throws<ArgumentException>(() => new AnswerAfterPhrase(""));

    [Theory]
    [InlineData("<a>1</a> <a>2</a>", false, "2")]
    [InlineData("<a>1</a> <a>2</a>", true, "1")]
    [InlineData("<a> oops <a>1</a> rest</a>", false, "1")]
    [InlineData("<a>1", false, null)]
    [InlineData("<a> </a>", false, null)]
    public void Marks_hold_the_answer(string completion, bool isFirst, string? answer) =>
        Assert.Equal(answer, new AnswerBetweenMarks("<a>", "</a>") { IsFirst = isFirst }.Read(completion).Text);

    [Fact]
    public void Equal_marks_come_in_pairs() => Assert.Equal("y", new AnswerBetweenMarks("$", "$").Read("$x$ and $y$ cost 5 $").Text);

    [Theory]
    [InlineData(@"\d+", "1 and 2", "2")]
    [InlineData(@"is (\d+)", "is 1, is 2.", "2")]
    [InlineData(@"(a)|(b)", "b", "b")]
    [InlineData(@"(?<=is )\d", "is 4", "4")]
    [InlineData(@"x(\d*)", "x", null)]
    [InlineData(@"z", "x", null)]
    public void A_pattern_reads_the_first_group_of_its_last_match(string pattern, string completion, string? answer) =>
        Assert.Equal(answer, new AnswerByPattern(pattern).Read(completion).Text);

    [Fact]
    public void A_pattern_may_name_the_group_and_the_first_match() =>
        Assert.Equal("x", new AnswerByPattern("(?<key>[a-z]+)=(?<value>[a-z]+)", group: "value") { IsFirst = true }.Read("a=x b=y").Text);

    [Fact]
    public void A_pattern_that_is_none_is_an_error_for_people() =>
        Assert.StartsWith("The pattern \"(\" is no regular expression", Assert.Throws<InputException>(() => new AnswerByPattern("(")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_group_that_is_not_there_is_an_error_that_names_those_that_are() =>
        Assert.EndsWith("its groups are 0, 1.", Assert.Throws<InputException>(() => new AnswerByPattern("(a)", group: "b")).Message, StringComparison.Ordinal);

    [Fact]
    public void Rules_of_equal_parts_are_equal() =>
        Assert.Equal(new AnswerChain(new AnswerByPattern("a"), new WholeAnswer()), new AnswerChain(new AnswerByPattern("a"), new WholeAnswer()));

    [Fact]
    public void A_pattern_that_explodes_with_backtracking_is_read_without() =>
        Assert.False(new AnswerByPattern("^(a+)+$").Read(new string('a', 50_000) + "b").IsRead);

    [Theory]
    [InlineData("It costs $1,234.50 now", "1234.50")]
    [InlineData("-3 degrees.", "-3")]
    [InlineData("none", null)]
    public void The_last_number_is_read_without_commas(string completion, string? answer) => Assert.Equal(answer, new LastNumberAnswer().Read(completion).Text);

    [Theory]
    [InlineData("B", "B")]
    [InlineData(" **b.** ", "B")]
    [InlineData("(c) because (A) is wrong", "A")]
    [InlineData("A cat is on the mat, so B it is", "B")]
    [InlineData("The answer: A", "A")]
    [InlineData("A cat and I agree", null)]
    [InlineData("Yes", null)]
    [InlineData("Plan-B", null)]
    public void A_letter_stands_alone(string completion, string? letter) => Assert.Equal(letter, new LetterAnswer().Read(completion).Text);

    [Fact]
    public void A_letter_beyond_the_choices_is_none() => Assert.Equal("B", new LetterAnswer().Read("B or Z", ["x", "y"]).Text);

    [Theory]
    [InlineData("I say New York City.", "B")]
    [InlineData("new york", "A")]
    [InlineData("answer: B", "B")]
    [InlineData("answer: C", null)]
    public void A_choice_is_read_by_its_text_or_after_a_colon(string completion, string? letter) =>
        Assert.Equal(letter, new ChoiceAnswer { IgnoresCase = true }.Read(completion, ["New York", "New York City"]).Text);

    [Theory]
    [InlineData("""Sure: {"answer": "x", "why": {"answer": "z"}} and {"answer": 4.0}""", "4.0")]
    [InlineData("""```json {"answer": true} ```""", "true")]
    [InlineData("""{"answer": null}""", null)]
    [InlineData("""{"other": 1}""", null)]
    [InlineData("{{{{{", null)]
    public void A_field_of_the_last_object_that_has_it_is_read(string completion, string? answer) =>
        Assert.Equal(answer, new JsonFieldAnswer("answer").Read(completion).Text);

    [Theory]
    [InlineData(@"\boxed{1} so \boxed{\frac{1}{2}}.", @"\frac{1}{2}")]
    [InlineData(@"\boxed{1} and \boxed{2", "1")]
    [InlineData(@"\fbox {\{1\}}", @"\{1\}")]
    [InlineData(@"boxed{1}", null)]
    public void The_last_box_that_closes_is_read(string completion, string? answer) => Assert.Equal(answer, new BoxedAnswer().Read(completion).Text);

    [Fact]
    public void A_chain_stops_where_a_rule_reads_nothing() =>
        Assert.Equal("The phrase \"A:\" is not in the completion.", new AnswerChain(new AnswerAfterPhrase("A:"), new LastNumberAnswer()).Read("5").Reason);

    [Fact]
    public void The_first_rule_that_reads_something_counts() =>
        Assert.Equal("7", new FirstReadAnswer(new BoxedAnswer(), new LastNumberAnswer()).Read("it is 7").Text);

    [Fact]
    public void Thousands_of_marks_that_never_close_are_read_to_the_end() =>
        Assert.All(All, static rule => Assert.NotNull(rule.Read(string.Concat(Enumerable.Repeat("\\boxed{ <a> $ {\"answer\": ", 2_000)), ["x"])));
}
