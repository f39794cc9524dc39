using Assay.Statistics.Comparison;
using Assay.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Statistics.Tests.Comparison;

public class WelchTTestTests
{
    [ReferenceTheory]
    [ReferenceEntries("hypothesis_tests.json", "Welch t")]
    public void The_test_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read("hypothesis_tests.json", name);
        WelchTTest test = WelchTTest.Of(
            ReferenceEntry.Numbers(entry.Input.GetProperty("a")), ReferenceEntry.Numbers(entry.Input.GetProperty("b")), 0.95)!;
        Assert.Equal(entry.Expected.GetProperty("t").GetDouble(), test.T!.Value, entry.Tolerance);
        Assert.Equal(entry.Expected.GetProperty("df").GetDouble(), test.DegreesOfFreedom!.Value, entry.Tolerance);
        Assert.Equal(entry.Expected.GetProperty("p_two_sided").GetDouble(), test.PValue!.Value, entry.Tolerance);
    }

    [Fact]
    public void An_empty_sample_has_no_test() => Assert.Null(WelchTTest.Of([1, 2], [], 0.95));

    [Theory]
    [InlineData(new double[] { 1 }, new double[] { 2, 3 })]
    [InlineData(new double[] { 1, 1 }, new double[] { 2, 2 })]
    public void A_sample_of_one_or_samples_without_spread_have_a_difference_and_no_p_value(double[] first, double[] second)
    {
        WelchTTest test = WelchTTest.Of(first, second, 0.95)!;
        Assert.Equal((first.Average() - second.Average(), null), (test.Difference.Value, test.PValue));
    }

    [Fact]
    public void One_sample_without_spread_leaves_the_others_degrees_of_freedom() =>
        Assert.Equal(3, WelchTTest.Of([5, 5, 5], [1, 2, 3, 4], 0.95)!.DegreesOfFreedom!.Value, 1e-12);

    [Fact]
    public void Exchanging_the_samples_changes_only_the_sign() => Prop.ForAll(Samples.Pairs(2, 20), pair =>
    {
        WelchTTest forward = WelchTTest.Of(pair.First, pair.Second, 0.9)!, back = WelchTTest.Of(pair.Second, pair.First, 0.9)!;
        return forward.T == -back.T && Near(forward.PValue, back.PValue);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_p_value_is_below_alpha_exactly_where_the_interval_leaves_out_0() => Prop.ForAll(Samples.Pairs(2, 20), pair =>
    {
        WelchTTest test = WelchTTest.Of(pair.First, pair.Second, 0.9)!;
        return test.PValue is not double p || Math.Abs(p - 0.1) < 1e-9 || p < 0.1 == !test.Difference.Interval!.Contains(0);
    }).QuickCheckThrowOnFailure();

    private static bool Near(double? x, double? y) => x is null ? y is null : Math.Abs(x.Value - y!.Value) < 1e-12;
}
