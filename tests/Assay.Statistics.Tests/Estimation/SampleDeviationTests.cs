using Assay.Statistics.Estimation;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Statistics.Tests.Estimation;

public class SampleDeviationTests
{
    [Fact]
    public void Known_values_have_their_deviation() => Assert.Equal(Math.Sqrt(32.0 / 7), SampleDeviation.Of([2, 4, 4, 4, 5, 5, 7, 9]), 1e-14);

    [Fact]
    public void A_great_offset_does_not_cost_digits() => Assert.Equal(1, SampleDeviation.Of([1e9 + 1, 1e9 + 2, 1e9 + 3]), 1e-12);

    [Fact]
    public void Equal_values_have_none() => Assert.Equal(0, SampleDeviation.Of([3, 3, 3]));

    [Fact]
    public void One_value_has_no_deviation() => Assert.Equal(double.NaN, SampleDeviation.Of([3]));

    [Fact]
    public void No_values_have_no_deviation() => Assert.Equal(double.NaN, SampleDeviation.Of([]));

    [Fact]
    public void Whole_weights_count_like_repeated_values() => Prop.ForAll(Samples.Of(2, 20), values =>
    {
        double[] weights = [.. values.Select((_, i) => (double)(i % 3 + 1))];
        double[] repeated = [.. values.SelectMany((value, i) => Enumerable.Repeat(value, i % 3 + 1))];
        return Math.Abs(SampleDeviation.Of(values, weights) - SampleDeviation.Of(repeated)) < 1e-12;
    }).QuickCheckThrowOnFailure();
}
