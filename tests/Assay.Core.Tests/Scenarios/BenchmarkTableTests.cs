using System.Collections.Immutable;
using Assay.Core.Metrics.Answers;
using Assay.Core.Metrics.Perturbations;
using Assay.Core.Metrics.Reduction;
using Assay.Core.Scenarios;

namespace Assay.Core.Tests.Scenarios;

public class BenchmarkTableTests
{
    private static readonly Scenario Scenario = new()
    {
        Name = "s",
        Data = new ScenarioData { Files = ["s.json"], Input = "input" },
        Adapter = new GenerationAdapter(),
        Answer = new WholeAnswer(),
        AnswerName = "whole",
        Metrics = [MetricCatalogue.Find("exact_match")!],
    };

    [Fact]
    public void Rights_and_wrongs_have_an_interval_within_zero_and_one()
    {
        BenchmarkCell cell = Build(Scenario, Scored("m", 1, 1, 1, 1)).Cells[0];
        Assert.Equal((1.0, "wilson"), (cell.Estimate!.Value, cell.Method));
        Assert.Equal(1, cell.Estimate.Interval!.Upper);
        Assert.Null(cell.Estimate.StandardError);
    }

    // The last entry of intervals.json's clustered standard errors, from its closed form.
    [Fact]
    public void Clusters_widen_the_standard_error()
    {
        double[] values = [1, 0, 1, 1, 0, 1, 0, 0, 1, 1];
        string[] clusters = ["a", "a", "b", "b", "b", "c", "c", "d", "d", "e"];
        BenchmarkCell cell = Build(Scenario, Scored("m", values).Select((one, i) => one with { Instance = one.Instance with { Cluster = clusters[i] } })).Cells[0];
        Assert.Equal(0.06324555320336758, cell.Estimate!.StandardError!.Value, 12);
        Assert.Equal(("clustered", 5), (cell.Method, cell.Clusters));
    }

    [Fact]
    public void Repeats_become_one_score_of_their_instance()
    {
        InstanceMetric metric = (InstanceMetric)MetricCatalogue.Find("exact_match")!;
        Scenario scenario = Scenario with { Metrics = [metric, metric with { Name = "exact_match pass@2", ScoreName = "exact_match", Reducer = new PassAtReducer(2) }] };
        ScoredInstance[] repeats = [.. Scored("m", 1, 0).Concat(Scored("m", 0, 0).Select(static one => one with { Repeat = 1 })).Concat(Scored("m", 0, 0).Select(static one => one with { Repeat = 2 }))];
        BenchmarkTable table = Build(scenario, repeats);
        Assert.Equal(1.0 / 6, table.Cells[0].Estimate!.Value, 12);
        Assert.Equal(1.0 / 3, table.Cells[1].Estimate!.Value, 12);
        Assert.Equal(2, table.Cells[0].Outcomes.Scored);
    }

    [Fact]
    public void Failed_instances_are_in_no_figure_and_unread_ones_are_wrong()
    {
        ScoredInstance[] scored = [.. Scored("m", 1, 0, 1)];
        scored[1] = scored[1] with { Outcome = InstanceOutcome.Unread };
        scored[2] = scored[2] with { Outcome = InstanceOutcome.Failed, Scores = scored[2].Scores.Clear() };
        BenchmarkTable table = Build(Scenario, scored);
        Assert.Equal((0.5, 1, 1, 1), (table.Cells[0].Estimate!.Value, table.Cells[0].Outcomes.Scored, table.Cells[0].Outcomes.Unread, table.Cells[0].Outcomes.Failed));
        Assert.Equal(2, table.Notes.Length);
    }

    [Fact]
    public void The_worst_case_takes_the_lowest_of_an_instances_forms()
    {
        Scenario scenario = Scenario with { Perturbations = [new ScenarioPerturbation(new LowercasePerturbation(), MetricKind.Robustness)] };
        string form = new LowercasePerturbation().Name;
        IEnumerable<ScoredInstance> forms = Scored("m", 1, 0, 1, 0).Select(one => one with { Instance = one.Instance with { Form = form } });
        BenchmarkTable table = Build(scenario, [.. Scored("m", 1, 1, 0, 0), .. forms]);
        BenchmarkCell worst = table.Cells.Single(static cell => cell.Metric.Kind == MetricKind.Robustness);
        Assert.Equal((0.5, 0.25), (table.Cells[0].Estimate!.Value, worst.Estimate!.Value));
    }

    [Fact]
    public void Win_rates_count_ties_as_halves()
    {
        BenchmarkTable table = Build(Scenario, [.. Scored("a", 1, 1), .. Scored("b", 1, 0), .. Scored("c", 0, 1)], "a", "b", "c");
        Assert.Equal([1.0, 0.25, 0.25], table.WinRates.Select(static row => row.WinRate!.Value));
    }

    [Fact]
    public void The_table_does_not_depend_on_the_order_in_which_instances_ended()
    {
        Scenario second = Scenario with { Name = "t" };
        ScoredInstance[] scored = [.. Scored("m", 1, 0, 1, 1, 0), .. Scored("m", 0, 0, 1).Select(static one => one with { Scenario = "t" })];
        BenchmarkTable forward = BenchmarkTableBuilder.Build([Scenario, second], ["m"], scored, new BenchmarkTableOptions());
        BenchmarkTable backward = BenchmarkTableBuilder.Build([second, Scenario], ["m"], scored.Reverse(), new BenchmarkTableOptions());
        Assert.Equal(forward.Means.AsEnumerable(), backward.Means.AsEnumerable());
        Assert.Equal(forward.Cells.AsEnumerable(), backward.Cells.AsEnumerable());
    }

    [Fact]
    public void A_comparison_over_scenarios_is_the_mean_of_theirs()
    {
        Scenario second = Scenario with { Name = "t" };
        IEnumerable<ScoredInstance> scored =
        [
            .. Scored("a", 1, 1, 0, 1), .. Scored("b", 0, 1, 0, 0),
            .. Scored("a", 1, 0).Select(static one => one with { Scenario = "t" }), .. Scored("b", 1, 1).Select(static one => one with { Scenario = "t" }),
        ];
        BenchmarkComparison comparison = BenchmarkComparisonBuilder.Build([Scenario, second], scored, "a", "b", null, 0.95);
        Assert.Equal([0.5, -0.5], comparison.Scenarios.Select(static scenario => scenario.Difference!.Value));
        Assert.Equal(0, comparison.Overall!.Value);
        Assert.Equal(1, comparison.OverallPValue!.Value, 12);
    }

    private static BenchmarkTable Build(Scenario scenario, IEnumerable<ScoredInstance> scored, params string[] models) =>
        BenchmarkTableBuilder.Build([scenario], models.Length == 0 ? ["m"] : models, scored, new BenchmarkTableOptions());

    private static IEnumerable<ScoredInstance> Scored(string model, params double[] values) => values.Select((value, i) =>
    {
        Instance instance = new() { Id = $"{i:00}", Input = $"{i}" };
        return new ScoredInstance
        {
            Id = ScoredInstance.IdOf("s", model, instance, 0),
            Scenario = "s",
            Model = model,
            Instance = instance,
            Outcome = InstanceOutcome.Scored,
            Scores = ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal).Add("exact_match", value),
        };
    });
}
