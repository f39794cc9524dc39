using Assay.Statistics.Estimation;
using Assay.Statistics.Regression;
using Row = Assay.Statistics.Regression.ClusteredLogistic.Row;

namespace Assay.Statistics.Tests.Regression;

public class ClusteredLogisticTests
{
    [Fact]
    public void Without_a_second_column_that_matters_the_share_itself_comes_out()
    {
        // 30 of 40 choose the side with the feature; the second column is even on both.
        Row[] rows = [.. Enumerable.Range(0, 40).Select(i => new Row(i, i < 30 ? 1 : 0, 1, i % 2 == 0 ? 0.5 : -0.5, 1))];

        Estimate estimate = ClusteredLogistic.ProbabilityAtEven(rows, 0.95)!;

        Assert.Equal(0.75, estimate.Value, 1e-9);
        // The delta method on sqrt(1 / (n p (1 - p))), with the sandwich's n / (n - 1).
        Assert.Equal(Math.Sqrt(0.75 * 0.25 / 39), estimate.StandardError!.Value, 1e-9);
    }

    [Fact]
    public void Exchanging_the_sides_changes_nothing()
    {
        Row[] rows = [.. Enumerable.Range(0, 30).Select(i => new Row(i / 2, i % 3 == 0 ? 1 : 0, i % 4 < 2 ? 1 : -1, Math.Sin(i), 1))];
        Row[] turned = [.. rows.Select(row => row with { Outcome = 1 - row.Outcome, First = -row.First, Second = -row.Second })];

        Assert.Equal(ClusteredLogistic.ProbabilityAtEven(rows, 0.9)!.Value, ClusteredLogistic.ProbabilityAtEven(turned, 0.9)!.Value, 1e-9);
    }

    [Fact]
    public void Rows_that_repeat_within_a_cluster_add_no_certainty()
    {
        Row[] rows = [.. Enumerable.Range(0, 30).Select(i => new Row(i, i % 3 == 0 ? 1 : 0, 1, Math.Sin(i), 1))];
        Row[] doubled = [.. rows.SelectMany(row => new[] { row, row })];

        Estimate single = ClusteredLogistic.ProbabilityAtEven(rows, 0.95)!, twice = ClusteredLogistic.ProbabilityAtEven(doubled, 0.95)!;

        Assert.Equal(single.StandardError!.Value, twice.StandardError!.Value, 1e-9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public void A_feature_that_decides_everything_has_no_solution(int count)
    {
        Row[] rows = [.. Enumerable.Range(0, count).Select(i => new Row(i, 1, 1, Math.Sin(i), 1))];

        Assert.Null(ClusteredLogistic.ProbabilityAtEven(rows, 0.95));
    }
}
