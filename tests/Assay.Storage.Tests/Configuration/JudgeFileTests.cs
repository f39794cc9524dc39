using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Storage.Configuration;
using Assay.TestSupport;

namespace Assay.Storage.Tests.Configuration;

public sealed class JudgeFileTests : IDisposable
{
    private const string Prompt = "prompt: \"{fence} {instruction} {output_1} {output_2}\"\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("longest", ControlRule.Longest)]
    [InlineData("shortest", ControlRule.Shortest)]
    [InlineData("first", ControlRule.First)]
    [InlineData("random", ControlRule.Random)]
    public void Controls_are_known_by_name(string name, ControlRule rule) => Assert.Equal(new ControlJudge { Name = name, Rule = rule }, JudgeFile.Read(name));

    [Fact]
    public void The_carried_judges_are_these() => Assert.Equal(["soft", "verdict", "verdict-short"], JudgeFile.EmbeddedNames);

    [Theory]
    [InlineData("soft")]
    [InlineData("verdict")]
    [InlineData("verdict-short")]
    public void A_carried_judge_is_fenced_bounded_and_asks_the_model_it_is_given(string name)
    {
        ModelJudge judge = Assert.IsType<ModelJudge>(JudgeFile.Read(name, "m"));
        Assert.Equal((name, "m", true), (judge.Name, judge.Model, judge.Prompt.IsFenced));
        Assert.NotNull(judge.Parameters.MaxOutputTokens);
        Assert.Equal(["system", "user"], judge.Prompt.Messages.Select(message => message.Role));
    }

    [Fact]
    public void The_soft_judge_reads_one_token()
    {
        ModelJudge judge = (ModelJudge)JudgeFile.Read("soft", "m");
        LabelProbabilityReading reading = Assert.IsType<LabelProbabilityReading>(judge.Reading);
        Assert.Equal((1L, 20), (judge.Parameters.MaxOutputTokens, reading.Top));
        Assert.Equal([.. reading.Second], reading.First.Select(label => label.ToUpperInvariant()));
    }

    [Fact]
    public void The_verdict_judge_reasons_before_it_decides()
    {
        JsonFieldReading reading = Assert.IsType<JsonFieldReading>(((ModelJudge)JudgeFile.Read("verdict", "m")).Reading);
        Assert.Equal(["reasoning", "verdict"], reading.Schema!.Value.GetProperty("properties").EnumerateObject().Select(member => member.Name));
        Assert.Equal([new VerdictValue("first", 0), new VerdictValue("second", 1), new VerdictValue("tie", 0.5)], reading.Values.ToArray());
    }

    [Fact]
    public void A_soft_judge_of_a_file_is_read()
    {
        JudgeDefinition judge = Read(
            "kind: soft\nmodel: m\norders: fixed\n" + Prompt
            + "labels: { first: [a, ' a'], second: b }\ntoken_index: 1\ntop_logprobs: 10\nbinarize: true\nparameters: { temperature: 0 }\n");
        ModelJudge expected = new()
        {
            Name = "mine",
            Model = "m",
            Orders = OrderPolicy.Fixed,
            Prompt = new PromptTemplate([new PromptMessage("user", "{fence} {instruction} {output_1} {output_2}")], IsFenced: true),
            Reading = new LabelProbabilityReading { First = ["a", " a"], Second = ["b"], TokenIndex = 1, Top = 10, IsBinarized = true },
            Parameters = ModelParameters.Parse("""{"temperature": 0}"""),
        };
        Assert.Equal(Shape.Of(expected), Shape.Of(judge));
    }

    [Fact]
    public void A_verdict_judge_of_patterns_is_read()
    {
        ModelJudge judge = Assert.IsType<ModelJudge>(Read(
            "kind: verdict\nmodel: m\n" + Prompt + "patterns: { '(?i)first': first, 'second': 0.9, 'equal': tie }\n"));
        Assert.Equal(
            Shape.Of(new PatternReading { Patterns = [new VerdictValue("(?i)first", 0), new VerdictValue("second", 0.9), new VerdictValue("equal", 0.5)] }),
            Shape.Of(judge.Reading));
    }

    [Fact]
    public void A_pool_draws_from_carried_judges_files_and_judges_written_out()
    {
        _folder.Write("other.yaml", "kind: verdict\nmodel: m2\n" + Prompt + "field: v\nvalues: { a: first, b: second }\n");
        PoolJudge pool = Assert.IsType<PoolJudge>(Read($"""
            kind: pool
            flip_probability: 0.25
            members:
              - soft
              - other.yaml
              - {"{"} judge: verdict, model: m3, name: third {"}"}
              - name: fourth
                kind: soft
                {Prompt.TrimEnd()}
                labels: {"{"} first: [x], second: [y] {"}"}
            """, "m1"));
        Assert.Equal([("soft", "m1"), ("other", "m2"), ("third", "m3"), ("fourth", "m1")], pool.Members.Select(member => (member.Name, member.Model)));
        Assert.Equal(0.25, pool.FlipProbability);
    }

    [Theory]
    [InlineData("rule: majority\n", PanelRule.Majority)]
    [InlineData("rule: mean\n", PanelRule.Mean)]
    [InlineData("", PanelRule.Mean)]
    public void A_panel_has_a_rule(string rule, PanelRule expected) =>
        Assert.Equal(expected, Assert.IsType<PanelJudge>(Read($"kind: panel\n{rule}members: [soft, verdict]\n", "m")).Rule);

    [Fact]
    public void A_control_can_be_a_file() =>
        Assert.Equal(new ControlJudge { Name = "mine", Rule = ControlRule.First, Orders = OrderPolicy.Both }, Read("kind: first\norders: both\n"));

    [Theory]
    [InlineData("name: a\n", 1, "a judge needs \"kind\"")]
    [InlineData("kind: sotf\n", 1, "\"kind\" must be soft or verdict or pool")]
    [InlineData("kind: soft\nmodell: m\n", 2, "unknown name \"modell\" in a soft judge; did you mean 'model'?")]
    [InlineData("kind: soft\nfield: m\n", 2, "unknown name \"field\" in a soft judge")]
    [InlineData("kind: soft\n" + Prompt, 1, "the judge \"mine\" names no model")]
    [InlineData("kind: soft\nmodel: m\n", 1, "a judge needs \"prompt\"")]
    [InlineData("kind: soft\nmodel: m\nprompt: \"{instruction} {output_1} {fence}\"\n", 3, "the prompt has no {output_2}.")]
    [InlineData("kind: soft\nmodel: m\nprompt: \"{instruction} {output_1} {output_2}\"\n", 3, "the prompt must name the mark")]
    [InlineData("kind: soft\nmodel: m\nprompt:\n  - role: sytem\n    text: x\n", 4,
        "\"role\" must be system or user or assistant or developer, not \"sytem\"; did you mean 'system'?")]
    [InlineData("kind: soft\nmodel: m\n" + Prompt, 1, "a soft judge needs \"labels\"")]
    [InlineData("kind: soft\nmodel: m\n" + Prompt + "labels: { first: [a], second: [a] }\n", 4, "a label cannot name both outputs.")]
    [InlineData("kind: soft\nmodel: m\n" + Prompt + "labels: { first: [a], second: [b] }\ntop_logprobs: 21\n", 5,
        "\"top_logprobs\" must be a whole number from 1 to 20.")]
    [InlineData("kind: verdict\nmodel: m\n" + Prompt, 1, "a verdict judge needs either")]
    [InlineData("kind: verdict\nmodel: m\n" + Prompt + "field: v\nvalues: { a: winner }\n", 5, "what \"a\" means must be first, second, tie,")]
    [InlineData("kind: verdict\nmodel: m\n" + Prompt + "patterns: { '(': first }\n", 4, "the pattern \"(\" is no regular expression")]
    [InlineData("kind: pool\nmembers: []\n", 2, "\"members\" must be a list of at least one judge.")]
    [InlineData("kind: pool\nflip_probability: 1.5\nmembers: [soft]\n", 2, "\"flip_probability\" must be a number from 0 to 1.")]
    [InlineData("kind: panel\nmembers:\n  - soft\n  - soft\n", 4, "two members are called \"soft\"")]
    [InlineData("kind: panel\nmembers:\n  - longest\n", 3, "the member \"longest\" must be a judge that asks one model")]
    [InlineData("kind: panel\nmembers:\n  - mine.yaml\n", 3, "the member \"mine.yaml\" must be a judge that asks one model")]
    public void What_is_wrong_is_told_with_file_line_and_the_nearest_name(string yaml, int line, string expected)
    {
        string? model = yaml.Contains("members", StringComparison.Ordinal) ? "m" : null;
        string error = Assert.Throws<InputException>(() => Read(yaml, model)).Message;
        Assert.StartsWith($"{_folder.PathOf("mine.yaml")}, line {line}: {expected}", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_judge_is_told_with_the_nearest_name() =>
        Assert.Equal("There is no judge \"longst\"; did you mean 'longest'?", Assert.Throws<InputException>(() => JudgeFile.Read("longst")).Message);

    [Fact]
    public void A_judge_like_no_other_is_told_with_all_names() =>
        Assert.EndsWith("or one of soft, verdict, verdict-short, first, longest, random, shortest.", Assert.Throws<InputException>(() =>
            JudgeFile.Read("quux-xyzzy")).Message, StringComparison.Ordinal);

    [Fact]
    public void The_documented_judge_can_be_read()
    {
        IEnumerable<string> lines = File.ReadLines(Path.Combine(SharedData.RepositoryRoot, "docs", "judges.md"))
            .SkipWhile(line => line != "    # judges/strict.yaml")
            .TakeWhile(line => line.StartsWith("    ", StringComparison.Ordinal))
            .Select(line => line[4..]);
        ModelJudge judge = Assert.IsType<ModelJudge>(Read(string.Join('\n', lines)));
        Assert.Equal(("gpt-judge", 50L), (judge.Model, judge.Parameters.MaxOutputTokens));
    }

    private JudgeDefinition Read(string yaml, string? model = null) => JudgeFile.Read(_folder.Write("mine.yaml", yaml), model);
}
