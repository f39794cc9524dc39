using Assay.Core.Errors;
using Assay.Core.Scenarios;
using Assay.Storage.Scenarios;

namespace Assay.Storage.Tests.Scenarios;

public sealed class ScenarioFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Embedded => [.. ScenarioFile.EmbeddedNames];

    [Theory]
    [MemberData(nameof(Embedded))]
    public void Every_definition_that_is_carried_can_be_read_and_says_where_its_data_are(string name)
    {
        ReadScenarios read = ScenarioFile.Read(name);
        Assert.All(read.Scenarios, scenario => Assert.StartsWith(name, scenario.Name, StringComparison.Ordinal));
        Assert.All(read.Scenarios, static scenario => Assert.StartsWith("https://", scenario.Source, StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_run_keeps_of_a_file_gives_the_scenarios_back()
    {
        ReadScenarios read = ScenarioFile.Read("bbh/cot/navigate");
        Assert.Equal(["bbh/cot/navigate"], ScenarioFile.Read(read.Source).Select(static scenario => scenario.Name));
    }

    [Fact]
    public void A_task_that_does_not_exist_names_the_nearest() =>
        Assert.Contains("did you mean 'navigate'?", Assert.Throws<InputException>(() => ScenarioFile.Read("bbh/cot/navigat")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("adapter: chatt", "did you mean 'chat'?")]
    [InlineData("adapter: chat\nanswer: { afterr: x }", "unknown name \"afterr\"")]
    [InlineData("adapter: chat\nanswer: { pattern: \"(\" }", "is no regular expression")]
    [InlineData("adapter: multiple-choice-joint", "needs \"choices\" or \"choice_texts\"")]
    [InlineData("adapter: chat\nrepeats: pass@0", "with K from 1")]
    [InlineData("adapter: chat\nperturbations: [typo]", "did you mean 'typos'?")]
    public void What_is_wrong_is_said_with_the_line(string lines, string sentence)
    {
        string path = _folder.Write("s.yaml", $"name: s\ndata: {{ file: f.json, input: q }}\n{lines}\nmetrics: [exact_match]\n");
        string message = Assert.Throws<InputException>(() => ScenarioFile.Read(path)).Message;
        Assert.StartsWith($"{path}, line ", message, StringComparison.Ordinal);
        Assert.Contains(sentence, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("representation", "needs word lists")]
    [InlineData("{ metric: representation, groups: { women: [she] } }", "needs two groups or more")]
    [InlineData("{ metric: representation, groups: { women: [she], men: [a man] } }", "\"a man\" is no single word")]
    [InlineData("{ metric: associations, groups: { women: [she], men: [he] } }", "\"targets\" needs a list of words")]
    [InlineData("{ metric: toxicity, word: [idiot] }", "did you mean 'words'?")]
    [InlineData("{ metric: bleu, repeats: max }", "has no repeats to reduce")]
    public void A_metric_that_cannot_be_measured_is_said_with_the_line(string metric, string sentence)
    {
        string path = _folder.Write("s.yaml", $"name: s\ndata: {{ file: f.json, input: q }}\nadapter: chat\nmetrics:\n  - {metric}\n");
        string message = Assert.Throws<InputException>(() => ScenarioFile.Read(path)).Message;
        Assert.StartsWith($"{path}, line 5: ", message, StringComparison.Ordinal);
        Assert.Contains(sentence, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mean")]
    [InlineData("median")]
    [InlineData("mode")]
    [InlineData("max")]
    [InlineData("min")]
    [InlineData("pass@2")]
    [InlineData("all@2")]
    [InlineData("at_least@2")]
    public void Every_way_of_reducing_repeats_can_be_asked_for(string word)
    {
        string path = _folder.Write(
            "s.yaml", $"name: s\ndata: {{ file: f.json, input: q }}\nadapter: chat\nmetrics: [exact_match, {{ metric: exact_match, repeats: {word} }}]\n");
        InstanceMetric metric = Assert.IsType<InstanceMetric>(ScenarioFile.Read(path).Scenarios[0].Metrics[1]);
        Assert.Equal(($"exact_match {word}", "exact_match"), (metric.Name, metric.ScoreName));
        Assert.NotNull(metric.Reducer);
    }

    [Theory]
    [InlineData("d.csv", "q,a\n\"one, two\",x\n")]
    [InlineData("d.tsv", "q\ta\none, two\tx\n")]
    [InlineData("d.json", """[{"q":"one, two","a":"x"}]""")]
    [InlineData("e.json", """{"version":1,"rows":[{"q":"one, two","a":"x"}]}""")]
    [InlineData("d.jsonl", """{"q":"one, two","a":"x"}""")]
    public void Data_are_read_in_every_form_plain_and_compressed(string name, string text)
    {
        ScenarioData data = new() { Files = [name], Input = "q", References = ["a"] };
        Instance plain = Assert.Single(InstanceFile.Read(_folder.Write(name, text), data));
        Instance compressed = Assert.Single(InstanceFile.Read(_folder.Write("z-" + name + ".gz", TemporaryFolder.Gzip(text)), data));
        Assert.Equal(("one, two", "x"), (plain.Input, plain.References[0]));
        Assert.Equal(plain.Input, compressed.Input);
    }

    [Theory]
    [InlineData("""{"q":{"stem":"s","choices":[{"text":"a","label":"A"},{"text":"b","label":"B"}]},"key":"B"}""", "q.choices[].text", "q.choices[].label", 1)]
    [InlineData("""{"q":{"stem":"s"},"t":{"yes it is":1,"no":0},"key":[1,0]}""", "t.@keys", null, 0)]
    [InlineData("""{"q":{"stem":"s"},"t":["a","b","c"],"key":2}""", "t", null, 2)]
    [InlineData("""{"q":{"stem":"s"},"t":["a","b","c"],"key":"c"}""", "t", null, 2)]
    public void Choices_and_the_right_one_are_found_however_a_file_writes_them(string json, string choices, string? labels, int right)
    {
        ScenarioData data = new() { Files = ["d.jsonl"], Input = "q.stem", Choices = [choices], Labels = labels, Right = "key" };
        Assert.Equal(right, Assert.Single(Assert.Single(InstanceFile.Read(_folder.Write("d.jsonl", json), data)).Right));
    }
}
