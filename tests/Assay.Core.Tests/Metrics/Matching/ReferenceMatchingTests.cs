using System.Text.Json;
using Assay.Core.Metrics.Answers;
using Assay.Core.Metrics.Matching;
using Assay.TestSupport;

namespace Assay.Core.Tests.Metrics.Matching;

public sealed class ReferenceMatchingTests
{
    private const string Answers = "answer_matching.json", Texts = "text_metrics.json";

    [ReferenceTheory]
    [ReferenceEntries(Answers, "numeric match")]
    public void A_numeric_match_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(Answers, name);
        MatchLocation location = Enum.Parse<MatchLocation>(Text(entry, "location"), ignoreCase: true);
        MatchResult result = NumericMatch.Of(Text(entry, "output"), Strings(entry.Input.GetProperty("targets")), location);
        if (entry.Expected.ValueKind == JsonValueKind.Object)
            Assert.Equal((entry.Expected.GetProperty("correct").GetBoolean(), entry.Expected.GetProperty("answer").GetString()),
                (result.IsCorrect, result.Answer));
        else Assert.Equal(entry.Expected.GetBoolean(), result.IsCorrect);
    }

    [ReferenceTheory]
    [ReferenceEntries(Answers, "answer marker")]
    public void An_answer_after_its_marker_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(Answers, name);
        AnswerRule? part = Text(entry, "kind") switch { "letter" => new LetterAnswer(), "word" => new SingleWordAnswer(), _ => null };
        Assert.Equal(entry.Expected.GetString(), Name(AnswerMatch.Of(AnswerMatch.Marker(part), Text(entry, "output"), Text(entry, "target")).Outcome));
    }

    [ReferenceTheory]
    [ReferenceEntries(Answers, "pattern")]
    public void A_pattern_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(Answers, name);
        PatternMatch match = new(Text(entry, "pattern"), entry.Input.GetProperty("ignore_case").GetBoolean(),
            entry.Input.GetProperty("match_all").GetBoolean());
        Check(entry, match.Of(Text(entry, "output"), Text(entry, "target")));
    }

    [ReferenceTheory]
    [ReferenceEntries(Answers, "choice marked")]
    public void Marked_choices_equal_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(Answers, name);
        Check(entry, ChoiceMatch.Of(entry.Input.GetProperty("marked").EnumerateArray().Select(static place => place.GetInt32()), Text(entry, "target")));
    }

    [ReferenceTheory]
    [ReferenceEntries(Answers, "choice with shuffled order")]
    public void Shuffled_choices_equal_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(Answers, name);
        string[] original = Strings(entry.Input.GetProperty("original"));
        int[] order = [.. Strings(entry.Input.GetProperty("order_shown")).Select(shown => Array.IndexOf(original, shown))];
        int[] marked = [.. entry.Input.GetProperty("marked_shown").EnumerateArray().Select(static place => place.GetInt32())];
        Check(entry, ChoiceMatch.Of(marked, Text(entry, "target"), order));
    }

    [ReferenceTheory]
    [ReferenceEntries(Answers, "multiple-choice filter")]
    public void The_multiple_choice_filter_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(Answers, name);
        ChoiceAnswer rule = new()
        {
            IgnoresCase = entry.Input.TryGetProperty("ignore_case", out JsonElement ignore) && ignore.GetBoolean(),
            IgnoresPunctuation = entry.Input.TryGetProperty("ignore_punctuation", out JsonElement punctuation) && punctuation.GetBoolean(),
        };
        FirstReadAnswer filter = new(new AnswerByPattern(Text(entry, "pattern")), rule);
        Assert.Equal(entry.Expected.GetString(), $"({filter.Read(Text(entry, "response"), Strings(entry.Input.GetProperty("choices"))).Text})");
    }

    [ReferenceTheory]
    [ReferenceEntries(Answers, "value to number")]
    public void The_number_of_a_score_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(Answers, name);
        JsonElement value = entry.Input.GetProperty("value");
        double number = value.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => ScoreValue.ToNumber(value.GetBoolean()),
            JsonValueKind.Number => ScoreValue.ToNumber(value.GetRawText()),
            _ => ScoreValue.ToNumber(value.GetString()!),
        };
        Assert.Equal(entry.Expected.GetDouble(), number);
    }

    [ReferenceTheory]
    [ReferenceEntries(Texts, "exact_match ", "exact_match_indicator", "final_number_exact_match")]
    public void Exact_matches_equal_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(Texts, name);
        (string gold, string prediction) = (Text(entry, "gold"), Text(entry, "pred"));
        bool matches = Text(entry, "metric") switch
        {
            "exact_match" => TextMatch.Exact(gold, prediction),
            "exact_match_indicator" => TextMatch.ExactAfter(Text(entry, "indicator"), gold, prediction),
            _ => TextMatch.FinalNumberExact(gold, prediction),
        };
        Assert.Equal(entry.Expected.GetInt32(), matches ? 1 : 0);
    }

    [ReferenceTheory]
    [ReferenceEntries(Texts, "word F1")]
    public void Word_f1_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(Texts, name);
        double f1 = WordMatch.F1(Text(entry, "answer"), Strings(entry.Input.GetProperty("targets")), Strings(entry.Input.GetProperty("stop_words")));
        Assert.Equal(entry.Expected.GetDouble(), f1, entry.Tolerance);
    }

    [ReferenceTheory]
    [ReferenceEntries(Texts, "normalised exact")]
    public void Normalised_equality_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(Texts, name);
        Assert.Equal(entry.Expected.GetInt32() == 1, WordMatch.Exact(Text(entry, "answer"), Strings(entry.Input.GetProperty("targets"))));
    }

    [ReferenceTheory]
    [ReferenceEntries(Texts, "acc and mutual-information")]
    public void Choices_by_log_probability_equal_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(Texts, name);
        double[] conditional = ReferenceEntry.Numbers(entry.Input.GetProperty("conditional_logprobs"));
        double[] unconditional = ReferenceEntry.Numbers(entry.Input.GetProperty("unconditional_logprobs"));
        int gold = entry.Input.GetProperty("gold_index").GetInt32();
        Assert.Equal(entry.Expected.GetProperty("acc").GetDouble(), ChoiceScores.Best(conditional) == gold ? 1 : 0);
        Assert.Equal(entry.Expected.GetProperty("acc_mutual_info").GetDouble(), ChoiceScores.BestCalibrated(conditional, unconditional) == gold ? 1 : 0);
    }

    private static void Check(ReferenceEntry entry, MatchResult result)
    {
        Assert.Equal(entry.Expected.GetProperty("result").GetString(), Name(result.Outcome));
        if (entry.Expected.TryGetProperty("answer", out JsonElement answer)) Assert.Equal(answer.GetString(), result.Answer);
    }

    private static string Name(MatchOutcome outcome) => outcome switch
    {
        MatchOutcome.Correct => "correct",
        MatchOutcome.Incorrect => "incorrect",
        _ => "no answer",
    };

    private static string Text(ReferenceEntry entry, string field) => entry.Input.GetProperty(field).GetString()!;

    private static string[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(static item => item.GetString()!)];
}
