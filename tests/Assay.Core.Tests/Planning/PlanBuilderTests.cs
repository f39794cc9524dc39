using Assay.Core.Errors;
using Assay.Core.Planning;
using Assay.Core.Preferences;
using Assay.Core.Tests.Support;
using Assay.Statistics.Comparison;
using Assay.Statistics.Resampling;
using Assay.TestSupport;

namespace Assay.Core.Tests.Planning;

public class PlanBuilderTests
{
    [Fact]
    public void The_example_of_the_page_holds()
    {
        EvaluationPlan plan = PlanBuilder.FromDeviation(0.40, new PlanOptions { Difference = 0.03, Instructions = 805 });
        Assert.Equal(1396, plan.Designs[0].Needed); // (2.8016 * 0.40 / 0.03)^2 = 1395.4
        Assert.Equal(0.0395, plan.Designs[0].Detectable!.Value, 4);
    }

    [Fact]
    public void The_instructions_needed_detect_the_difference_and_one_fewer_do_not()
    {
        foreach (double deviation in (double[])[0.05, 0.21, 0.5, 1])
        {
            int needed = PlanBuilder.FromDeviation(deviation, new PlanOptions { Difference = 0.03 }).Designs[0].Needed!.Value;
            Assert.True(DetectableDifference.Of(deviation / Math.Sqrt(needed), 0.95, 0.8) <= 0.03 + 1e-12);
            Assert.True(DetectableDifference.Of(deviation / Math.Sqrt(needed - 1), 0.95, 0.8) > 0.03);
        }
    }

    [Fact]
    public void Components_that_were_put_in_come_out_again()
    {
        Pilot first = Simulated("first", 1, instruction: 0.10, gap: 0.06, noise: 0.08), second = Simulated("second", 2, instruction: 0.10, gap: 0.06, noise: 0.08);
        PilotComponents found = PilotComponents.Of(first, second)!;
        // Two models drawn apart: all variances twice; a gap between the orders of +-2 * 0.06 is a variance of 0.06^2.
        Assert.Equal(2 * 0.10 * 0.10, found.Components.Instruction, 0.0015);
        Assert.Equal(2 * 0.06 * 0.06, found.Components.Order!.Value, 0.0005);
        Assert.Equal(2 * 0.08 * 0.08, found.Components.Repeat!.Value, 0.0005);
    }

    [Fact]
    public void Both_orders_need_fewer_instructions_than_one_and_repeats_fewer_than_none()
    {
        EvaluationPlan plan = PlanBuilder.FromPilot(
            PilotComponents.Of(Simulated("a", 1, 0.2, 0.1, 0.2), Simulated("b", 2, 0.2, 0.1, 0.2))!, new PlanOptions { Difference = 0.02 });
        Assert.Equal(6, plan.Designs.Length);
        int Needed(int orders, int repeats) => plan.Designs.Single(design => design.Orders == orders && design.Repeats == repeats).Needed!.Value;
        Assert.True(Needed(2, 1) < Needed(1, 1) && Needed(1, 3) < Needed(1, 1) && Needed(2, 3) < Needed(2, 1));
    }

    [Fact]
    public void Without_repeats_one_order_needs_what_was_seen_between_the_two()
    {
        Pilot pilot = new()
        {
            Model = "m",
            Baseline = "b",
            Annotator = "j",
            Orders = 2,
            Repeats = 1,
            Items = new Dictionary<string, PilotItem> { ["x"] = new(0.2, 0.4), ["y"] = new(0.8, -0.4) },
        };
        PilotComponents found = PilotComponents.Of(pilot, null)!;
        Assert.Equal(0.18, found.Components.Of(2, 1), 12); // of 0.2 and 0.8
        Assert.Equal(0.18 + 0.04, found.Components.Of(1, 1), 12); // of 0, 0.4, 0.6, 1 about each mean: 0.2^2 more
    }

    [Fact]
    public void A_pilot_of_one_instruction_is_refused() => Assert.Throws<InputException>(() => PlanBuilder.MostVarying(
        [new Pilot { Model = "m", Baseline = "b", Annotator = null, Items = new Dictionary<string, PilotItem> { ["x"] = new(1) } }]));

    [SharedDataFact("alpaca_eval")]
    public void The_recorded_pair_needs_what_its_comparison_can_detect()
    {
        Pilot[] pilots = [Recorded("claude-2"), Recorded("claude-2.1")];
        EvaluationPlan plan = PlanBuilder.FromPilot(PilotComponents.Of(pilots[0], pilots[1])!, new PlanOptions { Difference = 0.03, Instructions = 805 });
        double deviation = plan.Designs[0].Deviation;
        Assert.Equal(DetectableDifference.Of(deviation / Math.Sqrt(805), 0.95, 0.8), plan.Designs[0].Detectable!.Value, 12);
        Assert.InRange(plan.Designs[0].Needed!.Value, plan.Designs[0].NeededRange!.Value.Fewest, plan.Designs[0].NeededRange!.Value.Most);
    }

    private static Pilot Recorded(string model)
    {
        IReadOnlyList<AnnotationRow>[] files = AlpacaEvalData.RowsOfFiles(out AnnotationVocabulary vocabulary);
        PreferenceSet set = AlpacaEvalData.Build(files, vocabulary);
        PairwiseJudgements judgements = set.Comparisons.Single(comparison => comparison.Model == model);
        return new Pilot
        {
            Model = model,
            Baseline = judgements.Baseline,
            Annotator = judgements.Annotator,
            Items = judgements.Items.Where(static item => item.IsJudged)
                .ToDictionary(item => set.Instructions[item.Instruction], static item => new PilotItem(item.Preference)),
        };
    }

    private static Pilot Simulated(string name, ulong seed, double instruction, double gap, double noise)
    {
        const int Items = 4000, Repeats = 3;
        RandomStream random = new(77, seed);
        Dictionary<string, PilotItem> items = [];
        for (int i = 0; i < Items; i++)
        {
            double mean = 0.5 + instruction * random.NextGaussian(), side = gap * random.NextGaussian();
            double[] candidateFirst = Answers(mean + side), baselineFirst = Answers(mean - side);
            items.Add($"instruction {i}", new PilotItem(
                0.5 * (candidateFirst.Average() + baselineFirst.Average()), candidateFirst.Average() - baselineFirst.Average(),
                0.5 * (Variance(candidateFirst) + Variance(baselineFirst))));
        }
        return new Pilot { Model = name, Baseline = "base", Annotator = "judge", Orders = 2, Repeats = Repeats, Items = items };

        double[] Answers(double at) => [.. Enumerable.Range(0, Repeats).Select(_ => at + noise * random.NextGaussian())];
    }

    private static double Variance(double[] values) => values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Length - 1);
}
