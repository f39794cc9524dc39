using Assay.Reporting.Plots;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Reporting.Tests.Plots;

public sealed class AxisTicksTests
{
    [Theory]
    [InlineData(0, 100, new double[] { 0, 20, 40, 60, 80, 100 }, "20")]
    [InlineData(43.5, 50, new double[] { 43, 44, 45, 46, 47, 48, 49, 50 }, "44")]
    [InlineData(-2.4, 1.5, new double[] { -2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5 }, "-2.0")]
    [InlineData(0.5, 0.5, new double[] { 0, 0.2, 0.4, 0.6, 0.8, 1 }, "0.2")]
    public void Ticks_are_round_numbers(double lower, double upper, double[] values, string second)
    {
        AxisTicks ticks = AxisTicks.Covering(lower, upper, 8);
        Assert.Equal(values, ticks.Values);
        Assert.Equal(second, ticks.Label(ticks.Values[1]));
    }

    [Fact]
    public void Any_range_lies_between_the_first_and_the_last_tick() =>
        Prop.ForAll(Gen.Choose(-1_000_000, 1_000_000).Two().ToArbitrary(), ends =>
        {
            (double lower, double upper) = (Math.Min(ends.Item1, ends.Item2) / 1000.0, Math.Max(ends.Item1, ends.Item2) / 1000.0);
            AxisTicks ticks = AxisTicks.Covering(lower, upper, 8);
            return ticks.Values[0] <= lower + 1e-6 && ticks.Values[^1] >= upper - 1e-6 && ticks.Values.Count is >= 2 and <= 12;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(1, 3));
}
