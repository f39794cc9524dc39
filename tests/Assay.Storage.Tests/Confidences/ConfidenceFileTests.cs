using Assay.Core.Audits.Calibration;
using Assay.Core.Errors;
using Assay.Storage.Confidences;

namespace Assay.Storage.Tests.Confidences;

public sealed class ConfidenceFileTests
{
    [Theory]
    [InlineData("a.csv", "id,confidence,correct\n1,0.25,true\n2,almost certain,0\n3,,1\n4,30 %,1\n")]
    [InlineData("a.json", """[{"confidence":0.25,"correct":true},{"confidence":"almost certain","correct":0},{"confidence":null,"correct":1},{"confidence":"30 %","correct":"1"}]""")]
    [InlineData("a.jsonl", """
        {"confidence":0.25,"correct":true}
        {"confidence":"almost certain","correct":false}
        {"confidence":0.9,"correct":null}
        {"confidence":"I estimate a 30 % chance","correct":1}
        """)]
    public void The_same_answers_come_from_every_form(string name, string text)
    {
        ConfidenceSample sample = Read(name, text);
        Assert.Equal([0.25, 0.95, 0.3], sample.Confidences);
        Assert.Equal([true, false, true], sample.IsRight);
        Assert.Equal(1, sample.LeftOut);
    }

    [Fact]
    public void Percent_is_read_on_its_scale() => Assert.Equal([0.75, 0.01], Read("a.csv", "confidence,correct\n75,1\n1,0\n", 100).Confidences);

    [Theory]
    [InlineData("confidence,correct\n0.5,1\n80,1\n", "row 2: the field \"confidence\" is 80; a confidence must be a number from 0 to 1: give --scale 100 if it is in percent, or correct it.")]
    [InlineData("confidence,correct\nNaN,1\n", "row 1: the field \"confidence\" is NaN; a confidence must be a number from 0 to 1: correct it.")]
    [InlineData("confidence,correct\n-0.1,1\n", "row 1: the field \"confidence\" is -0.1; a confidence must be a number from 0 to 1: correct it.")]
    [InlineData("confidence,correct\nInfinity,1\n", "row 1: the field \"confidence\" is Infinity; a confidence must be a number from 0 to 1: correct it.")]
    [InlineData("confidence,correct\nwho knows,1\n", "row 1: the field \"confidence\" is \"who knows\"; it states no one number, percentage or known phrase: correct it, empty it to leave the row out, or give --phrases.")]
    [InlineData("confidence,correct\n0.5,maybe\n", "row 1: the field \"correct\" is \"maybe\"; whether an answer is right must be true, false, 1 or 0.")]
    public void What_cannot_be_read_is_named_by_row_and_field(string text, string expected) =>
        Assert.EndsWith($"a.csv, {expected}", Assert.Throws<InputException>(() => Read("a.csv", text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_column_and_an_empty_file_are_sentences()
    {
        Assert.EndsWith(
            "a.csv has no column \"confidence\"; it has sure, correct: name one of them with --confidence-column.",
            Assert.Throws<InputException>(static () => Read("a.csv", "sure,correct\n1,1\n")).Message, StringComparison.Ordinal);
        Assert.EndsWith(
            "a.csv has no row with both \"confidence\" and \"correct\"; nothing can be computed from it.",
            Assert.Throws<InputException>(static () => Read("a.csv", "confidence,correct\n,1\n")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_phrases_is_read_and_its_faults_are_sentences()
    {
        Assert.Equal(0.7, Phrases("phrase,probability\npretty sure,0.7\n").Read("Pretty sure"));
        Assert.EndsWith(
            "p.csv is no table of phrases: The phrase \"Sure\" comes twice. Correct the rows.",
            Assert.Throws<InputException>(static () => Phrases("phrase,probability\nsure,0.7\nSure,0.8\n")).Message, StringComparison.Ordinal);
        Assert.Contains("outside [0, 1]", Assert.Throws<InputException>(static () => Phrases("phrase,probability\nsure,70\n")).Message, StringComparison.Ordinal);
    }

    private static ConfidenceSample Read(string name, string text, double scale = 1)
    {
        using TemporaryFolder folder = new();
        return ConfidenceFile.Read(folder.Write(name, text), new ConfidenceColumns("confidence", "correct", scale, ConfidencePhrases.Usual), default);
    }

    private static ConfidencePhrases Phrases(string text)
    {
        using TemporaryFolder folder = new();
        return PhraseFile.Read(folder.Write("p.csv", text));
    }
}
