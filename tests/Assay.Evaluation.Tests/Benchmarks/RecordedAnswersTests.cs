using Assay.Core.Metrics.Answers;
using Assay.Core.Scenarios;
using Assay.Evaluation.Benchmarks;

namespace Assay.Evaluation.Tests.Benchmarks;

public class RecordedAnswersTests
{
    private static readonly Scenario Scenario = new()
    {
        Name = "s",
        Data = new ScenarioData { Files = ["s.json"], Input = "input" },
        Adapter = new GenerationAdapter { Question = "Q: {input}\nA:" },
        Answer = new WholeAnswer(),
        AnswerName = "whole",
        Metrics = [MetricCatalogue.Find("exact_match")!],
    };

    private static readonly Instance[] Instances =
    [
        new() { Id = "1", Input = "one" }, new() { Id = "2", Input = "two, with Q: in it" }, new() { Id = "3", Input = "same" }, new() { Id = "4", Input = "same" },
    ];

    [Theory]
    [InlineData("Q: two, with Q: in it\nA: x\n\nQ: one\nA:", "1")]
    [InlineData("Q: one\nA: x\n\nQ: two, with Q: in it\nA:", "2")]
    [InlineData("Answer at once.\none", "1")]
    [InlineData("one", "1")]
    [InlineData("Question (one) and then two, with Q: in it. Go.", "2")]
    public void A_completion_belongs_to_the_last_question_of_its_prompt(string prompt, string instance)
    {
        RecordedAnswers answers = new("m");
        answers.Add(Scenario, Instances, 1, "f", [new RecordedCompletion("f, row 1", null, prompt, "x")]);
        Instance expected = Instances.Single(candidate => candidate.Id == instance);
        Assert.Equal("x", answers.Find(ScoredInstance.IdOf("s", "m", expected, 0))?.Text);
    }

    [Fact]
    public void Instances_of_one_text_take_the_completions_in_their_order()
    {
        RecordedAnswers answers = new("m");
        RecordedFit fit = answers.Add(Scenario, Instances, 1, "f", [new RecordedCompletion("", null, "same", "first"), new RecordedCompletion("", null, "same", "second")]);
        Assert.Equal(("first", "second"), (Text(answers, 2), Text(answers, 3)));
        Assert.Equal(new RecordedFit(2, 0, 2), fit);
    }

    private static string? Text(RecordedAnswers answers, int place) => answers.Find(ScoredInstance.IdOf("s", "m", Instances[place], 0))?.Text;
}
