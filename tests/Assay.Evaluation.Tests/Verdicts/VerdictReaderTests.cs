using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Responses;
using Assay.Evaluation.Verdicts;

namespace Assay.Evaluation.Tests.Verdicts;

public sealed class VerdictReaderTests
{
    private static readonly VerdictReader Labels = new(Samples.LabelReading);
    private static readonly VerdictReader Field = new(Samples.FieldReading);

    [Fact]
    public void The_preference_is_the_share_of_the_second_label_among_both() =>
        Assert.Equal(0.75, Labels.Read(Samples.Labels(("M", Math.Log(0.3)), ("m", Math.Log(0.1)), ("x", Math.Log(0.6)))).SecondPreference!.Value, 12);

    [Fact]
    public void A_label_that_is_not_among_the_alternatives_has_probability_zero() =>
        Assert.Equal(1, Labels.Read(Samples.Labels(("M", -0.3), ("x", -2))).SecondPreference);

    [Fact]
    public void Without_either_label_the_verdict_is_unparsed() => Assert.Equal(Outcome.Unparsed, Labels.Read(Samples.Labels(("x", -0.3), ("y", -2))).Outcome);

    [Fact]
    public void Without_log_probabilities_the_verdict_is_unparsed() => Assert.Equal(Outcome.Unparsed, Labels.Read(Samples.Answer("M")).Outcome);

    [Fact]
    public void Labels_far_below_the_smallest_double_still_have_a_share() =>
        Assert.Equal(0.5, Labels.Read(Samples.Labels(("x", 0), ("M", -9999), ("m", -9999))).SecondPreference);

    [Fact]
    public void The_token_itself_counts_where_no_alternatives_are_given() => Assert.Equal(
        1, Labels.Read(Samples.Answer("M") with { LogProbabilities = new TokenLogProbabilities([new TokenLogProbability("M", -0.1, [])]) }).SecondPreference);

    [Fact]
    public void The_label_is_looked_for_after_the_thinking()
    {
        string[] written = ["<think>", "M", "</think>", "\n", "m"];
        TokenLogProbabilities tokens = new([.. written.Select(token => Samples.TokenOf((token, 0)))]);
        JudgeAnswer answer = Samples.Answer("<think>M</think>\nm") with { LogProbabilities = tokens };
        Assert.Equal(0, Labels.Read(answer).SecondPreference);
    }

    [Fact]
    public void A_thinking_that_never_ends_has_no_label()
    {
        TokenLogProbabilities tokens = new([Samples.TokenOf(("<think>", 0)), Samples.TokenOf(("M", 0))]);
        Assert.Equal(Outcome.Unparsed, Labels.Read(Samples.Answer("<think>M", "length") with { LogProbabilities = tokens }).Outcome);
    }

    [Theory]
    [InlineData("""{"better":"second"}""", 1.0)]
    [InlineData("""{"reasoning":"the first is {\"better\":\"first\"}","better":"second"}""", 1.0)]
    [InlineData("Because.\n```json\n{\"better\": \"tie\"}\n```\nDone.", 0.5)]
    [InlineData("""[{"better":"first"}]""", 0.0)]
    [InlineData("""{"note": 1} and then {"better": " FIRST "}""", 0.0)]
    [InlineData("""<think>{"better":"first"}</think>{"better":"second"}""", 1.0)]
    [InlineData("""{"better":"second"} {"better":"second"}""", 1.0)]
    public void The_field_of_the_object_is_the_verdict(string text, double expected) =>
        Assert.Equal(expected, Field.Read(Samples.Answer(text)).SecondPreference);

    [Theory]
    [InlineData("")]
    [InlineData("second")]
    [InlineData("""{"better":"both"}""")]
    [InlineData("""{"better":null}""")]
    [InlineData("""{"better":"sec""")]
    [InlineData("""The output says {"better":"first"} but {"better":"second"}""")]
    [InlineData("""<think>{"better":"first"}""")]
    [InlineData("{\"{\"{\"{\"{\"")]
    public void What_is_not_one_verdict_is_unparsed(string text) => Assert.Equal(Outcome.Unparsed, Field.Read(Samples.Answer(text)).Outcome);

    [Fact]
    public void A_number_may_be_written_in_any_way()
    {
        VerdictReader reader = new(new JsonFieldReading { Field = "winner", Values = [new VerdictValue("1", 0), new VerdictValue("2", 1)] });
        Assert.Equal(1, reader.Read(Samples.Answer("""{"winner": 2.0}""")).SecondPreference);
    }

    [Fact]
    public void Labels_that_differ_by_case_are_not_confused()
    {
        VerdictReader reader = new(new JsonFieldReading { Field = "winner", Values = [new VerdictValue("m", 0), new VerdictValue("M", 1)] });
        Assert.Equal(1, reader.Read(Samples.Answer("""{"winner":"M"}""")).SecondPreference);
    }

    [Fact]
    public void The_pattern_that_matches_first_decides()
    {
        VerdictReader reader = new(new PatternReading { Patterns = [new VerdictValue(@"Output \(a\)", 0), new VerdictValue(@"Output \(b\)", 1)] });
        Assert.Equal(1, reader.Read(Samples.Answer("Output (b), not Output (a)")).SecondPreference);
    }

    [Fact]
    public void A_pattern_with_look_ahead_works_too()
    {
        VerdictReader reader = new(new PatternReading { Patterns = [new VerdictValue("a(?=!)", 0), new VerdictValue("b(?=!)", 1)] });
        Assert.Equal(1, reader.Read(Samples.Answer("a b!")).SecondPreference);
    }

    [Theory]
    [InlineData("8 7\nBecause.", 0.0)]
    [InlineData("7,8.5", 1.0)]
    [InlineData("5 5", 0.5)]
    public void Of_two_scores_the_higher_one_decides(string text, double expected) =>
        Assert.Equal(expected, new VerdictReader(new ScorePairReading()).Read(Samples.Answer(text)).SecondPreference);

    [Theory]
    [InlineData("")]
    [InlineData("8")]
    [InlineData("8, 7")]
    [InlineData("8 7 6")]
    [InlineData("nan 7")]
    [InlineData("Scores:\n8 7")]
    public void A_first_line_that_is_no_pair_of_scores_is_unparsed(string text) =>
        Assert.Equal(Outcome.Unparsed, new VerdictReader(new ScorePairReading()).Read(Samples.Answer(text)).Outcome);

    [Fact]
    public void A_ranking_in_the_field_that_is_named_is_read() => Assert.Equal(1, new VerdictReader(new RankingReading { First = "m", Second = "M", Field = "ranks" })
        .Read(Samples.Answer("""{"why": "longer", "ranks": [{"model": "M", "rank": 1}, {"model": "m", "rank": 2}]}""")).SecondPreference);

    [Theory]
    [InlineData(-1, 0.9)]
    [InlineData(-2, 0.2)]
    public void A_label_counted_from_the_end_is_found_whatever_comes_before_it(int index, double expected)
    {
        TokenLogProbability early = Samples.TokenOf(("m", Math.Log(0.8)), ("M", Math.Log(0.2))), last = Samples.TokenOf(("M", Math.Log(0.9)), ("m", Math.Log(0.1)));
        JudgeAnswer answer = new() { Text = "because, M", LogProbabilities = new TokenLogProbabilities([Samples.TokenOf(("<think>", 0)), early, last]), IsThinkingStripped = true };
        VerdictReader reader = new(Samples.LabelReading with { TokenIndex = index });
        Assert.Equal(expected, reader.Read(answer).SecondPreference!.Value, 12);
    }

    [Fact]
    public void A_place_before_the_first_token_is_unparsed() =>
        Assert.Equal(Outcome.Unparsed, new VerdictReader(Samples.LabelReading with { TokenIndex = -2 }).Read(Samples.Labels(("m", -0.1))).Outcome);

    [Fact]
    public void A_broken_pattern_is_said_to_be_one() =>
        Assert.Contains("(a", Assert.Throws<InputException>(() => new VerdictReader(new PatternReading { Patterns = [new VerdictValue("(a", 0)] })).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("[{'model': 'a', 'rank': 1}, {'model': 'b', 'rank': 2}]", 0.0)]
    [InlineData("""[{"model": "b", "rank": 1}, {"model": "a", "rank": 2}]""", 1.0)]
    [InlineData("""{"ordered_models": [{"model": "a", "rank": 2}, {"model": "b", "rank": 1}]}""", 1.0)]
    [InlineData("```python\n[{'rank': 1, 'model': 'a'},]\n```", 0.0)]
    public void The_rank_of_the_first_decides(string text, double expected) => Assert.Equal(expected, Ranking().Read(Samples.Answer(text)).SecondPreference);

    [Theory]
    [InlineData("[{'model': 'a', 'rank': 3}]")]
    [InlineData("[{'model': 'b', 'rank': 1}]")]
    [InlineData("[{'model': 'a', 'rank': 1}")]
    [InlineData("a is better")]
    [InlineData("")]
    public void A_ranking_that_says_nothing_is_unparsed(string text) => Assert.Equal(Outcome.Unparsed, Ranking().Read(Samples.Answer(text)).Outcome);

    [Fact]
    public void A_ranking_of_ten_thousand_open_brackets_is_unparsed() =>
        Assert.Equal(Outcome.Unparsed, Ranking().Read(Samples.Answer(new string('[', 10_000))).Outcome);

    [Fact]
    public void A_filtered_answer_is_refused_whatever_it_says() =>
        Assert.Equal(Outcome.Refused, Field.Read(Samples.Answer("""{"better":"second"}""", "content_filter")).Outcome);

    [Fact]
    public void A_refusal_is_refused() => Assert.Equal(Outcome.Refused, Field.Read(Samples.Answer("") with { Refusal = "I can't." }).Outcome);

    [Fact]
    public void An_answer_that_was_cut_before_its_verdict_says_so()
    {
        VerdictRead read = Field.Read(Samples.Answer("""{"reasoning":"the first""", "length"));
        Assert.Equal(Outcome.Unparsed, read.Outcome);
        Assert.EndsWith("The answer was cut at the most tokens allowed.", read.Reason, StringComparison.Ordinal);
    }

    private static VerdictReader Ranking() => new(new RankingReading { First = "a", Second = "b" });
}
