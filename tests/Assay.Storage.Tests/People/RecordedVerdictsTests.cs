using Assay.Core.People;
using Assay.Storage.People;
using Assay.TestSupport;

namespace Assay.Storage.Tests.People;

public class RecordedVerdictsTests
{
    private static readonly string TestSet = SharedData.Data("pandalm", "testset-v1.json");
    private static readonly string Gpt = SharedData.Data("pandalm", "gpt-3.5-turbo-testset-v1.json");
    private static readonly string PandaLm = SharedData.Data("pandalm", "pandalm-7b-testset-v1.json");
    private static readonly string News = SharedData.Data("news_summarization", "pairwise_evaluation_results.json");

    [SharedDataFact("pandalm")]
    public void PandaLMs_test_set_is_999_pairs_of_five_models_by_three_people()
    {
        VerdictSet set = ReadVerdicts.Files([TestSet], []);

        Assert.Equal(999, set.Pairs.Count);
        Assert.Equal(["bloom-7b", "cerebras-gpt-6.7B", "llama-7b", "opt-7b", "pythia-6.9b"], set.Generators);
        Assert.Equal(["annotator1", "annotator2", "annotator3"], set.Annotators);
        Assert.Equal(2997, set.People.Count);
        Assert.Equal(0, set.RepeatedRows);
    }

    [SharedDataFact("pandalm")]
    public void PandaLMs_people_prefer_as_the_file_says()
    {
        VerdictSet set = ReadVerdicts.Files([TestSet], []);

        int[] counts = Counts(set.People.Where(verdict => set.Annotators[verdict.Annotator] == "annotator1"));

        Assert.Equal([427, 475, 97, 0], counts);
    }

    [SharedDataFact("pandalm")]
    public void A_judge_of_PandaLMs_is_joined_by_number_and_keeps_what_could_not_be_read()
    {
        VerdictSet set = ReadVerdicts.Files([TestSet], [Gpt, PandaLm]);

        Assert.Equal([460, 476, 38, 25], Counts(set.Judges.Where(verdict => set.Annotators[verdict.Annotator] == "gpt-3.5-turbo")));
        Assert.Equal([433, 459, 107, 0], Counts(set.Judges.Where(verdict => set.Annotators[verdict.Annotator] == "pandalm-7b")));
        Assert.Equal(999, set.Pairs.Count);
    }

    [SharedDataFact("news_summarization")]
    public void Named_columns_and_words_read_the_summaries()
    {
        VerdictColumns columns = VerdictColumns.Parse(
            "item=article_id,output_1=text-davinci-002_summary,output_2=writer_summary,generator_1:text-davinci-002,generator_2:writer,"
            + "annotator=evaluator_id,preference=overall_writer_better",
            "1=false,2=true,tie=Equally Good");

        VerdictSet set = ReadVerdicts.Files([News], [], columns);

        Assert.Equal([239, 243, 117, 0], Counts(set.People));
        Assert.Equal(76, set.Instructions.Count);
        Assert.Equal(112, set.Pairs.Count);
        Assert.Equal(6, set.Annotators.Count);
    }

    [SharedDataFact("alpaca_eval")]
    public void AlpacaEvals_annotations_are_a_judges()
    {
        VerdictSet set = ReadVerdicts.Files([], [SharedData.Data("alpaca_eval", "annotations", "gemma-7b-it", "annotations.json.gz")]);

        Assert.Equal(805, set.Judges.Count);
        Assert.Equal("weighted_alpaca_eval_gpt4_turbo", Assert.Single(set.Annotators));
        Assert.All(set.Pairs, pair => Assert.True(pair.HasOutputs && set.Generators[pair.Generator2] == "gemma-7b-it"));
    }

    private static int[] Counts(IEnumerable<AnnotatorVerdict> verdicts)
    {
        int[] counts = new int[4];
        foreach (AnnotatorVerdict verdict in verdicts) counts[verdict.Preference switch { 0 => 0, 1 => 1, 0.5 => 2, double.NaN => 3, _ => throw new InvalidOperationException() }]++;
        return counts;
    }
}
