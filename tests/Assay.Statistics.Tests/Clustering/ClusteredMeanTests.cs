using System.Text.Json;
using Assay.Statistics.Clustering;
using Assay.Statistics.Estimation;
using Assay.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Statistics.Tests.Clustering;

public class ClusteredMeanTests
{
    private const string Reference = "intervals.json";

    [ReferenceTheory]
    [ReferenceEntries(Reference, "clustered standard error, 0..19", "clustered standard error, uneven")]
    public void The_standard_error_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(Reference, name);
        double[] values = ReferenceEntry.Numbers(entry.Input.GetProperty("values"));
        ClusterDesign design = new(ClusterLabels.Of(entry.Input.GetProperty("clusters").EnumerateArray().Select(label => label.ToString())));
        Estimate mean = ClusteredMean.Of(values, design, 0.95)!;
        bool isNumber = entry.Expected.ValueKind == JsonValueKind.Number;
        Assert.Equal((isNumber ? entry.Expected : entry.Expected.GetProperty("stderr")).GetDouble(), mean.StandardError!.Value, entry.Tolerance);
        if (isNumber) return;
        Assert.Equal(entry.Expected.GetProperty("low").GetDouble(), mean.Interval!.Lower, entry.Tolerance);
        Assert.Equal(entry.Expected.GetProperty("high").GetDouble(), mean.Interval.Upper, entry.Tolerance);
    }

    /// <summary>The entry says its input in words.</summary>
    [ReferenceTheory]
    [ReferenceEntries(Reference, "clustered standard error, one large")]
    public void One_large_cluster_beside_single_items_gives_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(Reference, name);
        ClusterDesign design = new(ClusterLabels.Of(Enumerable.Range(0, 200).Select(i => Math.Max(i, 179))));
        Estimate mean = ClusteredMean.Of([.. Enumerable.Range(0, 200).Select(i => (double)(i % 5))], design, 0.95)!;
        Assert.Equal(entry.Expected.GetDouble(), mean.StandardError!.Value, entry.Tolerance);
    }

    [Fact] // The entry "clustered standard error of one cluster" says 0 and calls it contested: C - 1 = 0.
    public void One_cluster_has_no_standard_error() =>
        Assert.Equal((2.0 / 3, null, null), Parts(ClusteredMean.Of([1, 0, 1], new(ClusterLabels.Of(["only", "only", "only"])), 0.95)!));

    [Fact]
    public void Clusters_that_agree_have_no_standard_error() =>
        Assert.Null(ClusteredMean.Of([0.1, 0.5, 0.5, 0.1], new(ClusterLabels.Of(["a", "a", "b", "b"])), 0.95)!.StandardError);

    [Fact]
    public void No_values_have_no_mean() => Assert.Null(ClusteredMean.Of([], new(ClusterLabels.Of<int>([])), 0.95));

    [Fact]
    public void Clusters_of_one_give_the_mean_of_independent_items() => Prop.ForAll(Values, values =>
    {
        Estimate plain = MeanEstimate.Of(values, 0.9)!, clustered = ClusteredMean.Of(values, new(ClusterLabels.Of(Enumerable.Range(0, values.Length))), 0.9)!;
        return Near(plain.StandardError, clustered.StandardError) && Near(plain.Interval?.Lower, clustered.Interval?.Lower);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_equal_ways_give_the_one_way_error() => Prop.ForAll(Values, values =>
    {
        ClusterLabels labels = ClusterLabels.Of(values.Select((_, i) => i % 3));
        return Near(ClusteredMean.Of(values, new(labels), 0.9)!.StandardError, ClusteredMean.Of(values, new(labels, labels), 0.9)!.StandardError);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_two_ways_may_be_exchanged_and_neither_alone_is_wider() => Prop.ForAll(Values, values =>
    {
        ClusterLabels first = ClusterLabels.Of(values.Select((_, i) => i % 3)), second = ClusterLabels.Of(values.Select((_, i) => i / 4));
        double? one = new ClusterDesign(first, second).Variance(Influences(values)), other = new ClusterDesign(second, first).Variance(Influences(values));
        double? alone = new ClusterDesign(first).Variance(Influences(values));
        return Near(one, other) && (alone is null || second.Count < 2 || one >= alone * (1 - 1e-12));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_names_and_order_of_clusters_do_not_matter() => Prop.ForAll(Values, values =>
    {
        ClusterLabels labels = ClusterLabels.Of(values.Select((_, i) => i % 3)), renamed = ClusterLabels.Of(values.Select((_, i) => $"c{2 - i % 3}").Reverse());
        double[] reversed = [.. values.Reverse()];
        return Near(ClusteredMean.Of(values, new(labels), 0.9)!.StandardError, ClusteredMean.Of(reversed, new(renamed), 0.9)!.StandardError);
    }).QuickCheckThrowOnFailure();

    [Fact] // Two people (rows) and two items (columns) of 0, 1 / 1, 1: mean 3/4, deviations -3/4, 1/4, 1/4, 1/4.
    public void Two_by_two_gives_the_three_terms_by_hand()
    {
        ClusterDesign design = new(ClusterLabels.Of(["p", "p", "q", "q"]), ClusterLabels.Of(["x", "y", "x", "y"]));
        double oneWay = 2.0 * (0.5 * 0.5 + 0.5 * 0.5) / 16, cells = 4.0 / 3 * (0.5625 + 3 * 0.0625) / 16;
        Assert.Equal(Math.Max(2 * oneWay - cells, oneWay), design.Variance([-0.75 / 4, 0.25 / 4, 0.25 / 4, 0.25 / 4])!.Value, 1e-15);
    }

    [Fact]
    public void The_smaller_number_of_two_ways_counts()
    {
        ClusterDesign design = new(ClusterLabels.Of([1, 1, 2, 2]), ClusterLabels.Of([1, 2, 3, 4]));
        Assert.Equal((2, true), (design.Clusters, design.IsTwoWay));
    }

    [Fact]
    public void Labels_of_another_number_of_observations_are_refused() =>
        Assert.Throws<ArgumentException>(() => ClusteredMean.Of([1, 2, 3], new(ClusterLabels.Of([1, 2])), 0.95));

    private static Arbitrary<double[]> Values => Gen.Choose(-20, 20).Select(x => x / 4.0).ArrayOf().Where(values => values.Length > 1).ToArbitrary();

    private static double[] Influences(double[] values) => [.. values.Select(value => (value - values.Average()) / values.Length)];

    private static bool Near(double? x, double? y) => x is null ? y is null : y is not null && Math.Abs(x.Value - y.Value) <= 1e-9 * (1 + Math.Abs(x.Value));

    private static (double, double?, ConfidenceInterval?) Parts(Estimate estimate) => (estimate.Value, estimate.StandardError, estimate.Interval);
}
