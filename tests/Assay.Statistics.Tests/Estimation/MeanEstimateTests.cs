using Assay.Statistics.Estimation;
using Assay.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Statistics.Tests.Estimation;

public class MeanEstimateTests
{
    [ReferenceTheory]
    [ReferenceEntries("intervals.json", "t interval of the mean")]
    public void The_interval_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read("intervals.json", name);
        Estimate estimate = MeanEstimate.Of(ReferenceEntry.Numbers(entry.Input.GetProperty("values")), entry.Input.GetProperty("level").GetDouble())!;
        Assert.Equal(entry.Expected.GetProperty("mean").GetDouble(), estimate.Value, entry.Tolerance);
        Assert.Equal(entry.Expected.GetProperty("stderr").GetDouble(), estimate.StandardError!.Value, entry.Tolerance);
        Assert.Equal(entry.Expected.GetProperty("low").GetDouble(), estimate.Interval!.Lower, entry.Tolerance);
        Assert.Equal(entry.Expected.GetProperty("high").GetDouble(), estimate.Interval.Upper, entry.Tolerance);
    }

    [Fact]
    public void Two_values_have_the_interval_of_one_degree_of_freedom()
    {
        Estimate estimate = MeanEstimate.Of([0, 1], 0.5)!; // t quartile at one degree of freedom is 1; standard error is 1/2
        Assert.Equal(0, estimate.Interval!.Lower, 1e-14);
        Assert.Equal(1, estimate.Interval.Upper, 1e-14);
    }

    [Fact]
    public void No_values_have_no_mean() => Assert.Null(MeanEstimate.Of([], 0.95));

    [Fact]
    public void One_value_has_a_mean_and_an_unknown_spread() => Assert.Equal(new Estimate(3, null, null, 1), MeanEstimate.Of([3], 0.95));

    [Fact]
    public void Equal_values_have_an_unknown_spread() => Assert.Equal(new Estimate(0.1, null, null, 3), MeanEstimate.Of([0.1, 0.1, 0.1], 0.95));

    [Fact]
    public void A_spread_too_small_to_square_is_unknown() => Assert.Null(MeanEstimate.Of([0, double.Epsilon], 0.95)!.StandardError);

    [Fact]
    public void A_large_offset_does_not_spoil_the_standard_error() =>
        Assert.Equal(MeanEstimate.Of([1, 2, 4], 0.95)!.StandardError!.Value, MeanEstimate.Of([1e9 + 1, 1e9 + 2, 1e9 + 4], 0.95)!.StandardError!.Value, 1e-9);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_value_that_is_no_finite_number_is_refused(double value) => Assert.Throws<ArgumentException>(() => MeanEstimate.Of([1, value], 0.95));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(95)]
    public void A_level_outside_0_to_1_is_refused(double level) => Assert.Throws<ArgumentOutOfRangeException>(() => MeanEstimate.Of([1, 2], level));

    [Fact]
    public void Shift_and_scale_move_the_estimate_with_the_values() => Prop.ForAll(Samples.Of(2, 30), Samples.Of(2, 2), (values, map) =>
    {
        double[] mapped = [.. values.Select(x => map[0] + map[1] * x)];
        Estimate plain = MeanEstimate.Of(values, 0.9)!, moved = MeanEstimate.Of(mapped, 0.9)!;
        bool mean = Close(map[0] + map[1] * plain.Value, moved.Value);
        return mean && (moved.StandardError is null || Close(Math.Abs(map[1]) * plain.StandardError!.Value, moved.StandardError.Value));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_mean_lies_in_its_interval_and_a_higher_level_is_wider() => Prop.ForAll(Samples.Of(0, 30), values =>
    {
        Estimate? narrow = MeanEstimate.Of(values, 0.8), wide = MeanEstimate.Of(values, 0.99);
        return narrow?.Interval is null ? wide?.Interval is null : narrow.Interval.Contains(narrow.Value) && wide!.Interval!.Width > narrow.Interval.Width;
    }).QuickCheckThrowOnFailure();

    private static bool Close(double expected, double actual) => Math.Abs(expected - actual) <= 1e-9 * (1 + Math.Abs(expected));
}
