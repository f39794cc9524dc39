using Assay.Statistics.Correlation;
using Assay.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Statistics.Tests.Correlation;

public class RanksTests
{
    [ReferenceTheory]
    [ReferenceEntries("correlation.json", "mean ranks")]
    public void Mean_ranks_equal_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read("correlation.json", name);
        Assert.Equal(ReferenceEntry.Numbers(entry.Expected), Ranks.Mean(ReferenceEntry.Numbers(entry.Input.GetProperty("values"))));
    }

    [Fact]
    public void Equal_values_share_their_mean_rank_in_the_order_given() => Assert.Equal([4, 1.5, 3, 1.5], Ranks.Mean([9, -1, 2, -1]));

    [Fact]
    public void No_values_have_no_ranks() => Assert.Empty(Ranks.Mean([]));

    [Fact]
    public void A_value_that_is_no_number_is_refused() => Assert.Throws<ArgumentException>(() => Ranks.Mean([1, double.NaN]));

    [Fact]
    public void Ranks_sum_to_those_of_distinct_values() => Prop.ForAll(Samples.Of(0, 30),
        values => Ranks.Mean(values).Sum() == values.Length * (values.Length + 1) / 2.0).QuickCheckThrowOnFailure();

    [Fact]
    public void A_rank_counts_the_smaller_values_and_half_the_equal_ones() => Prop.ForAll(Samples.Of(0, 30), values => Ranks.Mean(values)
        .Zip(values).All(pair => pair.First == values.Count(x => x < pair.Second) + (values.Count(x => x == pair.Second) + 1) / 2.0))
        .QuickCheckThrowOnFailure();
}
