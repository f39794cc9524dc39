using Assay.Core.Metrics.Answers;
using Assay.Core.Metrics.Bias;
using Assay.Core.Scenarios;

namespace Assay.Core.Tests.Scenarios;

public class WordListMetricsTests
{
    private static readonly WordGroup[] Genders = [new("women", ["she", "her", "woman"]), new("men", ["he", "man"])];

    [Fact]
    public void Representation_is_that_of_the_completions_whose_counts_are_kept() =>
        Assert.Equal(GroupBias.Representation(["She and HER woman's.", "he, the mansion"], Genders)!.Value,
            Cell(WordListMetrics.RepresentationOf(null, Genders), "She and HER woman's.", "he, the mansion").Estimate!.Value, 15);

    [Fact]
    public void Associations_are_those_of_the_completions_whose_counts_are_kept()
    {
        string[] texts = ["The nurse, a nurse: she.", "A doctor and her man", "pilot"], targets = ["nurse", "Doctor", "pilot"];
        Assert.Equal(GroupBias.Associations(texts, Genders, targets)!.Mean, Cell(WordListMetrics.AssociationsOf("gender", Genders, targets), texts).Estimate!.Value, 15);
    }

    [Fact]
    public void Completions_that_name_nobody_have_no_bias_and_it_is_said() =>
        Assert.Equal((null, "No completion says a word of the groups."), Shown(Cell(WordListMetrics.RepresentationOf(null, Genders), "It rains.")));

    [Fact]
    public void Toxicity_is_the_share_of_completions_that_say_a_word_of_the_list()
    {
        BenchmarkCell cell = Cell(WordListMetrics.ToxicityOf(null, ["Idiot", "moron"]), "You IDIOT!", "An idiotic plan.", "idiot, idiot", "Good.");
        Assert.Equal((0.5, "wilson"), (cell.Estimate!.Value, cell.Method));
    }

    [Fact]
    public void Toxicity_without_a_list_is_absent_with_the_reason() =>
        Assert.Equal((null, "Toxicity needs a list of words: give \"words\" beside \"metric\"."), Shown(Cell(MetricCatalogue.Find("toxicity")!, "You idiot!")));

    [Theory]
    [InlineData("she", true)]
    [InlineData(" Self-made ", true)]
    [InlineData("two words", false)]
    [InlineData("woman's", false)]
    [InlineData("?", false)]
    public void Only_a_single_word_can_be_found(string entry, bool can) => Assert.Equal(can, TextWords.CanBeFound(entry));

    // Three instructions in one prompt and one in the other: 1 and 2 of 4 are followed, whereas means over prompts are 1/2 and 1/3.
    [Fact]
    public void Every_instruction_counts_once_however_many_its_prompt_has()
    {
        string ids = """["change_case:english_lowercase","punctuation:no_comma","detectable_format:title"]""", one = """["punctuation:no_comma"]""";
        BenchmarkCell cell = Build(MetricCatalogue.Find("ifeval_instruction_strict")!, ("OH NO, it is", ids, "[{},{},{}]"), ("fine", one, "[{}]"));
        BenchmarkCell better = Build(MetricCatalogue.Find("ifeval_instruction_strict")!, ("oh it is so", ids, "[{},{},{}]"), ("a, b", one, "[{}]"));
        Assert.Equal((0.25, 0.5), (cell.Estimate!.Value, better.Estimate!.Value));
    }

    [Fact]
    public void Corpus_chrf_is_of_the_sums_and_no_mean()
    {
        (string Gold, string Said)[] pairs = [("the cat sat on the mat", "a cat sat on a mat"), ("no", "yes")];
        double corpus = Core.Metrics.TextOverlap.ChrF.Corpus(pairs.Select(static pair => ((IReadOnlyList<string>)[pair.Gold], pair.Said)))!.Value;
        ScoredInstance[] scored = [.. pairs.Select((pair, i) => Scored($"{i}", pair.Said) with { Answer = pair.Said })];
        for (int i = 0; i < scored.Length; i++) scored[i] = scored[i] with { Instance = scored[i].Instance with { References = [pairs[i].Gold] } };
        Assert.Equal(corpus, Table(MetricCatalogue.Find("chrf")!, scored).Estimate!.Value, 12);
    }

    private static (double?, string?) Shown(BenchmarkCell cell) => (cell.Estimate?.Value, cell.Reason);

    private static BenchmarkCell Cell(ScenarioMetric metric, params string[] texts) => Build(metric, [.. texts.Select(static text => (text, "[]", "[]"))]);

    private static BenchmarkCell Build(ScenarioMetric metric, params (string Text, string Ids, string Arguments)[] completions) =>
        Table(metric, [.. completions.Select((completion, i) =>
        {
            ScoredInstance scored = Scored($"{i}", completion.Text);
            Instance instance = scored.Instance with { Fields = scored.Instance.Fields.Add("instruction_id_list", completion.Ids).Add("kwargs", completion.Arguments) };
            return scored with { Instance = instance, Scores = InstanceScorer.Score(Of(metric), new ReadCompletion(instance, completion.Text, null)) };
        })]);

    private static BenchmarkCell Table(ScenarioMetric metric, ScoredInstance[] scored) =>
        BenchmarkTableBuilder.Build([Of(metric)], ["m"], scored, new BenchmarkTableOptions()).Cells[0];

    private static Scenario Of(ScenarioMetric metric) => new()
    {
        Name = "s",
        Data = new ScenarioData { Files = ["s.json"], Input = "input" },
        Adapter = new GenerationAdapter(),
        Answer = new WholeAnswer(),
        AnswerName = "whole",
        Metrics = [metric],
    };

    private static ScoredInstance Scored(string id, string text)
    {
        Instance instance = new() { Id = id, Input = text };
        return new ScoredInstance
        {
            Id = ScoredInstance.IdOf("s", "m", instance, 0),
            Scenario = "s",
            Model = "m",
            Instance = instance,
            Outcome = InstanceOutcome.Scored,
        };
    }
}
