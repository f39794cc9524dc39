using Assay.Statistics.Comparison;
using Assay.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Statistics.Tests.Comparison;

public class BenjaminiHochbergAdjustmentTests
{
    [ReferenceTheory]
    [ReferenceEntries("hypothesis_tests.json", "Benjamini-Hochberg")]
    public void Adjusted_values_equal_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read("hypothesis_tests.json", name);
        double[] adjusted = BenjaminiHochbergAdjustment.Adjust(ReferenceEntry.Numbers(entry.Input.GetProperty("p")));
        double[] expected = ReferenceEntry.Numbers(entry.Expected.GetProperty("adjusted"));
        Assert.All(expected.Zip(adjusted), pair => Assert.Equal(pair.First, pair.Second, entry.Tolerance));
    }

    [Fact]
    public void No_values_give_none() => Assert.Empty(BenjaminiHochbergAdjustment.Adjust([]));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_value_outside_0_to_1_is_refused(double p) => Assert.Throws<ArgumentOutOfRangeException>(() => BenjaminiHochbergAdjustment.Adjust([0.5, p]));

    [Fact]
    public void Adjusted_values_lie_between_the_plain_and_Holms() => Prop.ForAll(PValues, values =>
    {
        double[] adjusted = BenjaminiHochbergAdjustment.Adjust(values), holm = HolmAdjustment.Adjust(values);
        return Enumerable.Range(0, values.Length).All(i => adjusted[i] >= values[i] && adjusted[i] <= holm[i] + 1e-12);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_the_tests_does_not_matter() => Prop.ForAll(PValues, values =>
        BenjaminiHochbergAdjustment.Adjust([.. values.Reverse()]).Reverse().SequenceEqual(BenjaminiHochbergAdjustment.Adjust(values))).QuickCheckThrowOnFailure(
            );

    private static Arbitrary<double[]> PValues => Gen.Choose(0, 200).Select(x => x / 200.0).ArrayOf().ToArbitrary();
}
