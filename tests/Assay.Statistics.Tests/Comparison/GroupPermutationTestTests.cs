using Assay.Statistics.Clustering;
using Assay.Statistics.Comparison;
using Assay.Statistics.Resampling;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Statistics.Tests.Comparison;

public class GroupPermutationTestTests
{
    private const int Draws = 999;

    [Fact] // 20 ways to choose 3 of 6; the data's and its mirror image are the furthest.
    public void Six_values_apart_are_gone_through_one_by_one()
    {
        GroupPermutationTest test = GroupPermutationTest.Of([1, 2, 3, 7, 8, 9], [true, true, true, false, false, false], null, Draws, 1)!;
        Assert.Equal((2.0 / 20, PermutationScheme.Observations, true), (test.PValue!.Value, test.Scheme, test.IsExact));
    }

    [Fact] // Four clusters, two a group: 6 ways, 2 of them as far.
    public void Clusters_of_one_group_change_groups_as_a_whole()
    {
        ClusterLabels labels = ClusterLabels.Of(["a", "a", "b", "b", "c", "c", "d", "d"]);
        bool[] isFirst = [true, true, true, true, false, false, false, false];
        GroupPermutationTest test = GroupPermutationTest.Of([1, 2, 2, 3, 7, 8, 8, 9], isFirst, labels, Draws, 1)!;
        Assert.Equal((2.0 / 6, PermutationScheme.WholeClusters), (test.PValue!.Value, test.Scheme));
    }

    [Fact]
    public void Clusters_with_both_groups_are_exchanged_inside()
    {
        double[] values = [.. Enumerable.Range(0, 40).Select(i => 10.0 * (i / 4) + i % 2)];
        bool[] isFirst = [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0)];
        GroupPermutationTest inside = GroupPermutationTest.Of(values, isFirst, ClusterLabels.Of(Enumerable.Range(0, 40).Select(i => i / 4)), Draws, 1)!;
        Assert.Equal((0.001, PermutationScheme.WithinClusters), (inside.PValue!.Value, inside.Scheme));
        Assert.InRange(GroupPermutationTest.Of(values, isFirst, null, Draws, 1)!.PValue!.Value, 0.5, 1);
    }

    [Fact]
    public void Values_all_equal_have_no_p_value() => Assert.Null(GroupPermutationTest.Of([2, 2, 2, 2], [true, true, false, false], null, Draws, 1)!.PValue);

    [Fact]
    public void An_empty_group_has_no_test() => Assert.Null(GroupPermutationTest.Of([1, 2], [true, true], null, Draws, 1));

    [Fact]
    public void Under_the_null_five_percent_are_rejected_though_spreads_and_sizes_differ()
    {
        const int Tests = 400;
        int rejected = 0;
        for (int test = 0; test < Tests; test++)
        {
            RandomStream random = new(4, (ulong)test);
            double[] values = [.. Enumerable.Range(0, 60).Select(i => random.NextGaussian() * (i < 20 ? 3 : 1))];
            if (GroupPermutationTest.Of(values, [.. Enumerable.Range(0, 60).Select(i => i < 20)], null, 199, (ulong)test)!.PValue <= 0.05) rejected++;
        }
        Assert.InRange((double)rejected / Tests, 0.025, 0.08);
    }

    [Fact]
    public void Exchanging_the_groups_changes_nothing_where_all_is_gone_through() => Prop.ForAll(Samples.Pairs(2, 5), pair =>
    {
        double[] values = [.. pair.First, .. pair.Second];
        bool[] isFirst = [.. values.Select((_, i) => i < pair.First.Length)];
        double? forward = GroupPermutationTest.Of(values, isFirst, null, Draws, 1)!.PValue, back = GroupPermutationTest.Of(values, [.. isFirst.Select(x => !x)], null, Draws, 1)!.PValue;
        return forward is null ? back is null : Math.Abs(forward.Value - back!.Value) < 1e-12;
    }).QuickCheckThrowOnFailure();
}
