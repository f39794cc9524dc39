using Assay.Statistics.Comparison;
using Assay.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Statistics.Tests.Comparison;

public class PairedTTestTests
{
    [ReferenceTheory]
    [ReferenceEntries("hypothesis_tests.json", "paired t")]
    public void The_test_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read("hypothesis_tests.json", name);
        PairedTTest test = Test(entry);
        double[] actual = [test.Difference.Value, test.Difference.StandardError!.Value, test.T!.Value, test.DegreesOfFreedom, test.PValue!.Value];
        string[] fields = ["mean_difference", "stderr", "t", "df", "p_two_sided"];
        double[] expected = [.. fields.Select(field => entry.Expected.GetProperty(field).GetDouble())];
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, entry.Tolerance));
    }

    /// <summary>
    /// The reference's ends carry a t quantile of 2.36462425101; to 40 digits (bisection on the incomplete beta function, and quadrature of the density, in
    /// mpmath 1.3) it is 2.3646242515927853. Hence 1e-9 here instead of the entry's 1e-10, and the exact ends in the next test.
    /// </summary>
    [ReferenceTheory]
    [ReferenceEntries("hypothesis_tests.json", "paired t")]
    public void The_interval_equals_the_reference_as_far_as_its_quantile_is_right(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read("hypothesis_tests.json", name);
        PairedTTest test = Test(entry);
        Assert.Equal(entry.Expected.GetProperty("low").GetDouble(), test.Difference.Interval!.Lower, 1e-9);
        Assert.Equal(entry.Expected.GetProperty("high").GetDouble(), test.Difference.Interval.Upper, 1e-9);
    }

    [Fact]
    public void The_interval_has_its_exact_ends() // 3.125 +- 1.125 * 2.3646242515927853
    {
        PairedTTest test = PairedTTest.Of([2, -1, 5, 7, 2, -1, 7, 4], 0.95)!;
        Assert.Equal(0.464797716958116491, test.Difference.Interval!.Lower, 1e-13);
        Assert.Equal(5.78520228304188351, test.Difference.Interval.Upper, 1e-13);
    }

    [Fact]
    public void Students_own_sleep_data_give_his_result() // Student (1908), as in R's data set "sleep": t = -4.0621, p = 0.002833
    {
        PairedTTest test = PairedTTest.Of([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0], [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4], 0.95)!;
        Assert.Equal(-1.58, test.Difference.Value, 1e-12);
        Assert.Equal(-4.0621, test.T!.Value, 5e-5);
        Assert.Equal(0.002833, test.PValue!.Value, 5e-7);
    }

    [Fact]
    public void No_items_have_no_test() => Assert.Null(PairedTTest.Of([], 0.95));

    [Fact]
    public void One_item_has_a_difference_without_a_test()
    {
        PairedTTest test = PairedTTest.Of([2], 0.95)!;
        Assert.Equal((2, null, 0, null), (test.Difference.Value, test.T, test.DegreesOfFreedom, test.PValue));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    public void Equal_differences_have_no_p_value(double difference) => Assert.Null(PairedTTest.Of([difference, difference, difference], 0.95)!.PValue);

    [Fact]
    public void Unlike_lengths_are_refused() => Assert.Throws<ArgumentException>(() => PairedTTest.Of([1, 2], [1], 0.95));

    [Fact]
    public void Exchanging_the_samples_changes_only_the_sign() => Prop.ForAll(Samples.Pairs(0, 20), pair =>
    {
        PairedTTest? forward = PairedTTest.Of(pair.First, pair.Second, 0.9), back = PairedTTest.Of(pair.Second, pair.First, 0.9);
        return forward?.Difference.Value == -back?.Difference.Value && forward?.T == -back?.T && forward?.PValue == back?.PValue;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_p_value_is_below_alpha_exactly_where_the_interval_leaves_out_0() => Prop.ForAll(Samples.Pairs(2, 20), pair =>
    {
        PairedTTest test = PairedTTest.Of(pair.First, pair.Second, 0.9)!;
        return test.PValue is null || Math.Abs(test.PValue.Value - 0.1) < 1e-9 || test.PValue < 0.1 == !test.Difference.Interval!.Contains(0);
    }).QuickCheckThrowOnFailure();

    private static PairedTTest Test(ReferenceEntry entry) =>
        PairedTTest.Of(ReferenceEntry.Numbers(entry.Input.GetProperty("x")), ReferenceEntry.Numbers(entry.Input.GetProperty("y")), 0.95)!;
}
