using Assay.Core.JudgeEvaluations;
using Assay.Core.People;
using Assay.Storage.People;
using Assay.TestSupport;

namespace Assay.Core.Tests.JudgeEvaluations;

public class PandaLmTests
{
    private static readonly Lazy<JudgeEvaluation> Evaluation = new(Evaluate);

    [SharedDataFact("pandalm")]
    public void Cohens_kappas_of_people_are_the_published_ones()
    {
        IEnumerable<RaterPair> people = Evaluation.Value.RaterPairs.Where(pair => pair.Second.StartsWith("annotator", StringComparison.Ordinal));
        double[] kappas = [.. people.Select(pair => Math.Round(pair.Kappa.Estimate!.Value, 4))];

        Assert.Equal([0.8520, 0.8789, 0.8617], kappas);
    }

    [SharedDataFact("pandalm")]
    public void Peoples_mode_is_422_472_and_105_ties()
    {
        Assert.Equal((422.0, 472.0, 105.0), Evaluation.Value.Modes);
    }

    [SharedDataFact("pandalm")]
    public void PandaLM_has_the_published_accuracy_and_macro_F1()
    {
        ClassificationFigures figures = Judge("pandalm-7b").Classification!;

        Assert.Equal(0.66767, Math.Round(figures.Accuracy.Estimate!.Value, 5));
        Assert.Equal(0.57431, Math.Round(figures.MacroF1.Estimate!.Value, 5));
    }

    [SharedDataFact("pandalm")]
    public void GPT_3_5_has_the_published_verdicts_and_accuracy_over_all_999()
    {
        ClassificationFigures figures = Judge("gpt-3.5-turbo").Classification!;
        double[] rows = [.. Enumerable.Range(0, 4).Select(row => figures.Table[row, 0] + figures.Table[row, 1] + figures.Table[row, 2])];

        Assert.Equal([460, 476, 38, 25], rows);
        Assert.Equal(0.69770, Math.Round(figures.Accuracy.Estimate!.Value, 5));
    }

    [SharedDataFact("pandalm")]
    public void A_judge_scores_higher_against_all_people_than_against_all_but_one()
    {
        AgreementFigures agreement = Judge("gpt-3.5-turbo").ZeroOne;

        Assert.True(agreement.AgainstAll.Estimate!.Value > agreement.LeaveOneOut.Estimate!.Value);
        Assert.Equal(1 - agreement.AgainstAll.Estimate.Value, agreement.Bias.Estimate!.Value, 1e-12);
        Assert.Equal("the judge judged every pair once", agreement.Variance.Absent);
    }

    [SharedDataFact("pandalm")]
    public void Every_figure_that_is_known_has_an_interval_around_it()
    {
        foreach (AnnotatorFigures figures in Evaluation.Value.Judges.Append(Evaluation.Value.People))
        {
            foreach (Figure figure in (Figure[])[
                figures.ZeroOne.LeaveOneOut, figures.Absolute.LeaveOneOut, figures.Spearman, figures.Pearson, figures.Parsed,
                .. figures.Likings.Select(liking => liking.Share)])
            {
                Assert.True(figure.Estimate is null ? figure.Absent is { Length: > 0 } : figure.Estimate.Interval!.Contains(figure.Estimate.Value));
            }
        }
    }

    [SharedDataFact("pandalm")]
    public void The_same_seed_gives_the_same_intervals()
    {
        Assert.Equal(Judge("pandalm-7b").Spearman, Evaluate().Judges.Single(judge => judge.Name == "pandalm-7b").Spearman);
    }

    private static AnnotatorFigures Judge(string name) => Evaluation.Value.Judges.Single(judge => judge.Name == name);

    private static JudgeEvaluation Evaluate()
    {
        VerdictVocabulary vocabulary = new();
        VerdictFileReader reader = new(vocabulary, VerdictColumns.Usual);
        VerdictSetBuilder builder = new(vocabulary);
        builder.Add(reader.Read(SharedData.Data("pandalm", "testset-v1.json"), VerdictSource.People, CancellationToken.None), VerdictSource.People);
        foreach (string judge in (string[])["gpt-3.5-turbo-testset-v1.json", "pandalm-7b-testset-v1.json"])
        {
            builder.Add(reader.Read(SharedData.Data("pandalm", judge), VerdictSource.Judge, CancellationToken.None), VerdictSource.Judge);
        }
        return JudgeEvaluationBuilder.Build(builder.Build(), new JudgeEvaluationOptions(), CancellationToken.None);
    }
}
