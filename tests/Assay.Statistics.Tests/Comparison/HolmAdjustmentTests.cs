using Assay.Statistics.Comparison;
using Assay.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Statistics.Tests.Comparison;

public class HolmAdjustmentTests
{
    [ReferenceTheory]
    [ReferenceEntries("hypothesis_tests.json", "Holm")]
    public void Adjusted_values_equal_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read("hypothesis_tests.json", name);
        double[] adjusted = HolmAdjustment.Adjust(ReferenceEntry.Numbers(entry.Input.GetProperty("p")));
        double[] expected = ReferenceEntry.Numbers(entry.Expected.GetProperty("adjusted"));
        Assert.All(expected.Zip(adjusted), pair => Assert.Equal(pair.First, pair.Second, entry.Tolerance));
    }

    [Fact]
    public void Four_values_are_adjusted_in_their_own_order() =>
        Assert.Equal([0.06, 0.03, 0.06, 0.02], HolmAdjustment.Adjust([0.03, 0.01, 0.04, 0.005]).Select(p => Math.Round(p, 12)));

    [Fact]
    public void One_value_stays_as_it_is() => Assert.Equal([0.03], HolmAdjustment.Adjust([0.03]));

    [Fact]
    public void No_values_give_none() => Assert.Empty(HolmAdjustment.Adjust([]));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_value_outside_0_to_1_is_refused(double p) => Assert.Throws<ArgumentOutOfRangeException>(() => HolmAdjustment.Adjust([0.5, p]));

    [Fact]
    public void Adjusted_values_lie_between_the_plain_and_the_Bonferroni_values() => Prop.ForAll(PValues, values =>
        HolmAdjustment.Adjust(values).Zip(values).All(pair => pair.First >= pair.Second && pair.First <= Math.Min(1, values.Length * pair.Second)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Adjusted_values_keep_the_order_of_the_plain_ones() => Prop.ForAll(PValues, values =>
    {
        double[] adjusted = HolmAdjustment.Adjust(values);
        Array.Sort(values, adjusted);
        return adjusted.SequenceEqual(adjusted.Order());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_the_tests_does_not_matter() => Prop.ForAll(PValues,
        values => HolmAdjustment.Adjust([.. values.Reverse()]).Reverse().SequenceEqual(HolmAdjustment.Adjust(values))).QuickCheckThrowOnFailure();

    private static Arbitrary<double[]> PValues => Gen.Choose(0, 200).Select(x => x / 200.0).ArrayOf().ToArbitrary();
}
