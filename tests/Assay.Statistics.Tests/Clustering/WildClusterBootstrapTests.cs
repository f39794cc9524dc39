using Assay.Statistics.Clustering;
using Assay.Statistics.Estimation;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Statistics.Tests.Clustering;

public class WildClusterBootstrapTests
{
    private static readonly double[] Values = [.. Enumerable.Range(0, 60).Select(i => Math.Sin(i * i) + 0.3 * (i % 6))];
    private static readonly ClusterLabels SixClusters = ClusterLabels.Of(Values.Select((_, i) => i % 6));

    [Fact]
    public void The_mean_itself_is_never_rejected() =>
        Assert.Equal(1, new WildClusterBootstrap(Values, SixClusters, 999, 1).PValue(Values.Average())!.Value, 1e-12);

    [Fact]
    public void The_interval_holds_exactly_what_is_not_rejected()
    {
        WildClusterBootstrap bootstrap = new(Values, SixClusters, 999, 1);
        ConfidenceInterval interval = bootstrap.Interval(0.95)!;
        double outside = 1e-6 * interval.Width;
        Assert.True(bootstrap.PValue(interval.Lower - outside) <= 0.05 && bootstrap.PValue(interval.Upper + outside) <= 0.05);
        Assert.True(bootstrap.PValue(interval.Lower + outside) > 0.05 && bootstrap.PValue(interval.Upper - outside) > 0.05);
    }

    [Fact]
    public void With_many_clusters_it_agrees_with_Students_t()
    {
        ClusterLabels labels = ClusterLabels.Of(Values.Select((_, i) => i / 2));
        ConfidenceInterval wild = new WildClusterBootstrap(Values, labels, 4999, 3).Interval(0.95)!;
        ConfidenceInterval student = ClusteredMean.Of(Values, new(labels), 0.95)!.Interval!;
        Assert.InRange(wild.Width / student.Width, 0.9, 1.1);
    }

    [Fact] // With two clusters all weights are of one sign, or of two, often enough that nothing can be rejected at 5 %.
    public void Two_clusters_give_no_interval() =>
        Assert.Null(new WildClusterBootstrap([0, 1, 0, 1, 1, 1], ClusterLabels.Of([1, 1, 1, 2, 2, 2]), 999, 1).Interval(0.95));

    [Fact]
    public void One_cluster_has_neither_p_value_nor_interval()
    {
        WildClusterBootstrap bootstrap = new([0, 1, 0], ClusterLabels.Of([1, 1, 1]), 99, 1);
        Assert.Null(bootstrap.PValue(0));
        Assert.Null(bootstrap.Interval(0.95));
    }

    [Fact]
    public void The_same_seed_gives_the_same_interval() =>
        Assert.Equal(new WildClusterBootstrap(Values, SixClusters, 199, 9).Interval(0.9), new WildClusterBootstrap(Values, SixClusters, 199, 9).Interval(0.9));

    [Fact]
    public void Shifting_the_values_shifts_the_interval() => Prop.ForAll(Gen.Choose(-40, 40).Select(x => x / 8.0).ToArbitrary(), shift =>
    {
        ConfidenceInterval here = new WildClusterBootstrap(Values, SixClusters, 199, 2).Interval(0.9)!;
        ConfidenceInterval there = new WildClusterBootstrap([.. Values.Select(value => value + shift)], SixClusters, 199, 2).Interval(0.9)!;
        return Math.Abs(here.Lower + shift - there.Lower) < 1e-6 && Math.Abs(here.Upper + shift - there.Upper) < 1e-6;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Fewer_than_99_draws_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new WildClusterBootstrap(Values, SixClusters, 98, 1));
}
