using Assay.Statistics.Clustering;
using Assay.Statistics.Comparison;
using Assay.Statistics.Estimation;

namespace Assay.Statistics.Tests.Comparison;

public class ClusteredDifferenceTests
{
    private static readonly double[] Values = [1, 2, 4, 3, 8, 6, 9, 5];
    private static readonly bool[] IsFirst = [true, true, true, true, false, false, false, false];

    [Fact] // Influences of the first group -1.5, -0.5, 1.5, 0.5 over 4, of the second -1, 1, -2, 2 over 4; sums by cluster -0.5, 0.5, 0, 0.
    public void The_error_is_that_of_the_summed_influences()
    {
        ClusteredDifference test = ClusteredDifference.Of(Values, IsFirst, new(ClusterLabels.Of([1, 1, 2, 2, 3, 3, 4, 5])), 0.95)!;
        double[] sums = [-2.0 / 4, 2.0 / 4, 0, -2.0 / 4, 2.0 / 4];
        Assert.Equal((-4.5, 5), (test.Difference.Value, test.Clusters));
        Assert.Equal(Math.Sqrt(5.0 / 4 * sums.Sum(sum => sum * sum)), test.Difference.StandardError!.Value, 1e-12);
    }

    [Fact] // Each person scores both groups: the difference by person is always 2, so people agree and there is no spread.
    public void People_who_all_see_the_same_difference_leave_no_spread() =>
        Assert.Null(
            ClusteredDifference.Of([1, 3, 5, 7, 2, 4], [true, false, true, false, true, false], new(ClusterLabels.Of([1, 1, 2, 2, 3, 3])), 0.95)!.PValue);

    [Fact]
    public void A_group_in_one_cluster_has_no_error() =>
        Assert.Null(ClusteredDifference.Of(Values, IsFirst, new(ClusterLabels.Of([1, 1, 1, 1, 2, 2, 3, 3])), 0.95)!.PValue);

    [Fact]
    public void An_empty_group_has_no_difference() => Assert.Null(ClusteredDifference.Of([1, 2], [true, true], new(ClusterLabels.Of([1, 2])), 0.95));

    [Fact]
    public void Clusters_of_one_come_near_Welchs_test()
    {
        Estimate welch = WelchTTest.Of(Values.AsSpan(0, 4), Values.AsSpan(4), 0.95)!.Difference;
        Estimate single = ClusteredDifference.Of(Values, IsFirst, new(ClusterLabels.Of(Enumerable.Range(0, 8))), 0.95)!.Difference;
        Assert.Equal(welch.Value, single.Value);
        Assert.Equal(welch.StandardError!.Value * Math.Sqrt(3.0 / 4 * 8 / 7), single.StandardError!.Value, 1e-12); // n - 1 of each group there, G - 1 of all here
    }
}
