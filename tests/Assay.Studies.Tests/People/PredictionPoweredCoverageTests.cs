using Assay.Studies.People;
using Assay.TestSupport;

namespace Assay.Studies.Tests.People;

public class PredictionPoweredCoverageTests
{
    private const int Judged = 999, Draws = 1000;

    [SharedDataFact("pandalm")]
    public void On_PandaLMs_items_intervals_cover_and_are_narrower_with_a_judge_and_no_wider_with_noise()
    {
        LabelledPopulation population = LabelledPopulation.Read(SharedData.Data("pandalm"));
        Assert.Equal(999, population.Truths.Length);
        foreach ((string name, double[] verdicts) in population.Judges)
        {
            foreach (int labelled in (int[])[100, 200, 400])
            {
                foreach (bool isSubset in (bool[])[false, true])
                {
                    PredictionPoweredCoverage coverage = PredictionPoweredCoverage.Of(population.Truths, verdicts, labelled, Judged, isSubset, Draws, 1);
                    string what = $"{name}, {labelled} labelled, subset {isSubset}: {coverage}";
                    Assert.True(coverage.Coverage is >= 0.93 and <= 0.97, what);
                    Assert.True(name != "gpt-3.5-turbo" || coverage.WidthRatio <= 0.92, what);
                    Assert.True(name != "noise" || Math.Abs(coverage.WidthRatio - 1) <= 0.01, what);
                    Assert.True(Math.Abs(coverage.Bias) < 0.006, what);
                }
            }
        }
    }

    [SharedDataFact("pandalm")]
    public void A_judge_that_is_always_wrong_narrows_as_much_as_one_that_is_always_right()
    {
        LabelledPopulation population = LabelledPopulation.Read(SharedData.Data("pandalm"));
        PredictionPoweredCoverage wrong = PredictionPoweredCoverage.Of(
            population.Truths, [.. population.Truths.Select(truth => 1 - truth)], 200, Judged, false, 300, 2);
        Assert.InRange(wrong.Coverage, 0.91, 0.98);
        Assert.True(wrong.WidthRatio < 0.5);
    }
}
